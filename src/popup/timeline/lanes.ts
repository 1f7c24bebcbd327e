/** The timeline as data, without drawing: one lane per series, with marks at dates and spans between dates. Pure. */
import { precision } from '../../list/dates.ts';
import type { HistoryEvent, Library, SeriesStatus } from '../../list/status.ts';
import { runsOf } from '../../list/runs.ts';
import { displayName } from '../../list/names/display-name.ts';
import { dateWords, eventWords, listOf } from '../../list/words.ts';
import { groupOf, GROUPS, shapeOf, type Group, type Shape } from './evidence.ts';

export interface LaneMark {
  /** Position in years: 2012.5 is the middle of 2012. */
  at: number;
  shape: Shape;
  words: string;
}
/**
 * `run`: consecutive editions. `in-force`: an order shown to be in force. `not-known`: an order whose force is not
 * known. `ended`: an order up to its dated end.
 */
export type SpanKind = 'run' | 'in-force' | 'not-known' | 'ended';
export interface Span {
  from: number;
  to: number;
  kind: SpanKind;
  words: string;
}
export interface Lane {
  series: string;
  label: string;
  group: Group;
  marks: LaneMark[];
  spans: Span[];
}
export interface Picture {
  lanes: Lane[];
  /** Whole years; `to` is exclusive. */
  from: number;
  to: number;
}

/**
 * Makes the timeline.
 * @param events the events that bear on the domain
 * @param statuses give the editions that our record does not hold in full; these get a mark, so that an empty place is
 * not read as "not named"
 * @param asOf the day on which the timeline ends, YYYY-MM-DD
 */
export function picture(
  events: readonly HistoryEvent[],
  statuses: readonly SeriesStatus[],
  library: Library,
  asOf: string,
): Picture {
  const bySeries = grouped(events, (event) => event.series);
  const lanes = [...bySeries].map(([series, own]) => {
    const drawn = lane(series, own, library, asOf);
    return { ...drawn, marks: [...drawn.marks, ...gapMarks(statuses.find((status) => status.series === series))] };
  });
  lanes.sort(
    (a, b) =>
      GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group) || start(a) - start(b) || (a.series < b.series ? -1 : 1),
  );
  const starts = lanes.map(start);
  const to = Number(asOf.slice(0, 4)) + 1;
  // Shows at least a few years.
  return { lanes, from: Math.min(to - 4, Math.floor(Math.min(...starts))), to };
}

const start = ({ marks, spans }: Lane) => Math.min(...marks.map((mark) => mark.at), ...spans.map((span) => span.from));

function lane(series: string, events: readonly HistoryEvent[], library: Library, asOf: string): Lane {
  const { label, evidence } = library.series[series]!;
  const group = groupOf(evidence);
  const shape = shapeOf(evidence);
  const mark = (event: HistoryEvent): LaneMark => ({
    at: position(event.date),
    shape: event.kind === 'closed' || event.kind === 'delisted' ? 'tick' : shape,
    words: `${eventWords(event, library)}${event.domains === 'market-only' ? ', no address printed' : ''}, ${dateWords(event.date)}`,
  });
  if (group === 'lists') return { series, label, group, ...editions(events, library, mark) };
  if (group === 'orders') return { series, label, group, marks: events.map(mark), spans: orders(events, asOf) };
  return { series, label, group, marks: events.map(mark), spans: [] };
}

/**
 * Places editions in the year of their label ("2024" in 2024, even if published in January 2025), as the sentences do.
 * Three or more years in a row become one span; gaps stay gaps.
 */
function editions(
  events: readonly HistoryEvent[],
  library: Library,
  mark: (event: HistoryEvent) => LaneMark,
): Pick<Lane, 'marks' | 'spans'> {
  const years = new Map<number, HistoryEvent>();
  const marks: LaneMark[] = [];
  for (const event of events) {
    const label = library.sources[event.source]!.edition ?? '';
    if (event.kind === 'listed' && /^\d{4}$/.test(label)) years.set(Number(label), event);
    else marks.push(mark(event));
  }
  const spans: Span[] = [];
  for (const run of runsOf([...years.keys()].sort((a, b) => a - b))) {
    const [first, last] = [run[0]!, run.at(-1)!];
    if (run.length > 2) spans.push({ from: first, to: last + 1, kind: 'run', words: `Editions ${first}–${last}` });
    else for (const year of run) marks.push({ ...mark(years.get(year)!), at: year + 0.5 });
  }
  return { marks, spans };
}

/** Marks for editions whose silence proves nothing, in the year of their label. */
function gapMarks(status: SeriesStatus | undefined): LaneMark[] {
  const at = (edition: string) => Number(edition.slice(0, 4)) + 0.5;
  const dated = (edition: string) => /^\d{4}/.test(edition);
  const gaps = (status?.gaps ?? []).filter(dated).map((edition): LaneMark => ({
    at: at(edition),
    shape: 'dashed-square',
    words: `Edition ${edition}: not complete in our record`,
  }));
  const other = (status?.elsewhere ?? [])
    .filter(({ edition }) => dated(edition))
    .map(({ edition, name, domains }): LaneMark => ({
      at: at(edition),
      shape: 'open-square',
      words: `Edition ${edition}: names ${name} on ${listOf(domains.map(displayName))}`,
    }));
  return [...gaps, ...other];
}

function orders(events: readonly HistoryEvent[], asOf: string): Span[] {
  return withoutOverlap(
    [...grouped(events, (event) => event.order)].flatMap(([order, acts]): Span[] => {
      if (!order) return [];
      const from = position(acts[0]!.date);
      const { inForce } = acts[0]!;
      if (inForce === true) return [{ from, to: position(asOf), kind: 'in-force', words: 'Shown to be in force' }];
      if (inForce === null)
        return [{ from, to: position(asOf), kind: 'not-known', words: 'Whether it is in force is not known' }];
      const end =
        acts.findLast((act) => act.kind === 'unblocked' || act.kind === 'annulled')?.date ??
        acts.findLast((act) => act.until)?.until ??
        acts.findLast((act) => act.statute?.until)?.statute?.until;
      return end ? [{ from, to: position(end), kind: 'ended', words: `Ended ${dateWords(end)}` }] : [];
    }),
  );
}

/**
 * All open spans of a lane end on the same day. If they overlapped, solid and dashed lines could not be told apart;
 * solid wins.
 */
function withoutOverlap(spans: readonly Span[]): Span[] {
  const oldest = (kind: SpanKind) => spans.filter((span) => span.kind === kind).sort((a, b) => a.from - b.from)[0];
  const solid = oldest('in-force');
  const dashed = oldest('not-known');
  const visible = dashed && { ...dashed, to: Math.min(dashed.to, solid?.from ?? Infinity) };
  return [
    ...spans.filter((span) => span.kind === 'ended'),
    ...(solid ? [solid] : []),
    ...(visible && visible.to > visible.from ? [visible] : []),
  ];
}

/** A date with only a year is placed in the middle of the year, a month in the middle of the month. */
export function position(date: string): number {
  const [year, month, day] = date.split('-').map(Number) as [number, number?, number?];
  const exact = precision(date);
  if (exact === 'year') return year + 0.5;
  return year + (month! - 1 + (exact === 'month' ? 0.5 : (day! - 1) / 31)) / 12;
}

/** The years to label below the timeline, at most `most`. */
export function yearLabels({ from, to }: Picture, most: number): number[] {
  const step = [1, 2, 3, 5, 10, 20].find((each) => (to - from) / each <= most) ?? 50;
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: Math.max(0, Math.ceil((to - first) / step)) }, (_, n) => first + n * step);
}

/** `Map.groupBy`, which Node 20 lacks. */
function grouped<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
