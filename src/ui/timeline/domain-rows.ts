/** The life of the domain, and the moves of the market among its other domains. */
import { isOwn } from '../../list/history.ts';
import type { EventKind } from '../../list/records.ts';
import { seriesOf, type HistoryEvent } from '../../list/status.ts';
import type { MarketCard } from '../../messages.ts';
import { tileOf, type Tile } from './tile.ts';
import { eventCaption, handsCaption, useCaption } from './captions.ts';
import { shapeOfEvent } from './evidence.ts';
import type { Line, Mark, Row } from './rows.ts';
import { position, type TimeRange } from './time-axis.ts';
import type { Told } from './told.ts';

type Domain = MarketCard['domains'][number];

/** What happened to a domain itself. */
const LIFE: ReadonlySet<EventKind> = new Set(['closed', 'seized', 'returned', 'lapsed']);

/**
 * Rows with nothing dated to show are left out.
 * @param tile null for all; the use of domains, which is no event, goes with what is counted as other
 */
export function domainRows(report: Told, tile: Tile | null, range: TimeRange): Row[] {
  const domains = report.markets.flatMap((market) => market.domains);
  const row = (id: string, label: string, matched: boolean, lines: Line[]): Row[] => {
    const events = report.history.filter(
      (event) => isOwn(event) === matched && isLife(event, report) && (!tile || tileOf(event) === tile),
    );
    const marks = [
      ...(tile && tile !== 'other'
        ? []
        : domains.filter((domain) => domain.matched === matched).flatMap((domain) => useMarks(domain, report))),
      ...events.map((event) => ({
        at: position(event.date),
        shape: shapeOfEvent(event),
        caption: eventCaption(event, report),
      })),
    ]
      .filter(({ at }) => at >= range.from)
      .sort((a, b) => a.at - b.at);
    return marks.length ? [{ id, label, cells: [], marks, lines }] : [];
  };
  const own = domains.filter(({ matched }) => matched);
  return [
    ...row('this-domain', own.length > 1 ? 'These domains' : 'This domain', true, lifeLine(own, report, range)),
    ...row('other-domains', 'Other domains', false, []),
  ];
}

/** An act about a seizure belongs to it, whoever made it. */
export const isLife = (event: HistoryEvent, { library }: Pick<Told, 'library'>): boolean =>
  LIFE.has(event.kind) || library.series[seriesOf(event, library)]!.evidence === 'seizure';

function useMarks(domain: Domain, report: Told): Mark[] {
  const { from, until, changedHands, changedBy } = domain;
  return [
    ...(from ? [{ at: position(from), shape: 'move' as const, caption: useCaption(domain, 'from', report) }] : []),
    ...(until ? [{ at: position(until), shape: 'stop' as const, caption: useCaption(domain, 'until', report) }] : []),
    ...(changedHands && changedBy
      ? [{ at: position(changedBy), shape: 'hands' as const, caption: handsCaption(domain, report) }]
      : []),
  ];
}

/** Solid between the known days of use, dashed where use is not known; to the last known use or the change of hands. */
function lifeLine(domains: readonly Domain[], { result, asOf }: Told, { from: first }: TimeRange): Line[] {
  return domains.flatMap(({ from, until, changedBy }): Line[] => {
    const last = until ?? result.closed ?? changedBy;
    const start = from ? Math.max(first, position(from)) : first;
    const end = last ? position(last) : position(asOf);
    if (end <= start) return [];
    return [{ kind: from && until ? 'used' : 'use-not-known', from: start, to: end }];
  });
}
