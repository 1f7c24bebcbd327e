/** Rules for events: possible, not duplicated, and of a kind that fits their series. */
import { compareDates, earliest, latest } from '../../list/dates.ts';
import { recordFile } from '../../list/record-file.ts';
import type { EventKind, Evidence, MarketEvent } from '../../list/records.ts';
import { byId, eachCountry, eachMarket, eachSource, type Rule } from './rule.ts';

export const noFutureDates: Rule = (data, today) => {
  const future = (date: string | undefined): date is string => date !== undefined && earliest(date) > today;
  const message = (date: string) =>
    `${date} lies in the future: records hold what has happened; correct it (the end of an order's term goes into its "until")`;
  return [
    ...eachSource(data, (source, say) => {
      if (future(source.date)) say('date', message(source.date));
    }),
    ...eachMarket(data, (market, say) => {
      market.events.forEach(({ date }, n) => {
        if (future(date)) say(`events.${n}.date`, message(date));
      });
      market.domains.forEach(({ from, until, changedHands }, n) => {
        if (future(from)) say(`domains.${n}.from`, message(from));
        if (future(until)) say(`domains.${n}.until`, message(until));
        if (future(changedHands?.date)) say(`domains.${n}.changedHands.date`, message(changedHands.date));
      });
    }),
    ...eachCountry(data, (country, say) =>
      country.statements?.forEach(({ date }, n) => {
        if (future(date)) say(`statements.${n}.date`, message(date));
      }),
    ),
  ];
};

const ABOUT_ORDERS = [
  'blocked',
  'unblocked',
  'extended',
  'confirmed',
  'annulled',
  'suspended',
  'reinstated',
] as const satisfies readonly EventKind[];

const FITTING: Record<Evidence, readonly EventKind[]> = {
  'government-list': ['listed', 'delisted', 'closed'],
  'court-order': [...ABOUT_ORDERS, 'judgment', 'closed'],
  'administrative-order': [...ABOUT_ORDERS, 'closed'],
  'voluntary-agreement': ['blocked', 'unblocked', 'extended', 'confirmed'],
  seizure: ['seized', 'returned', 'lapsed', 'annulled', 'reinstated', 'closed'],
  'industry-submission': ['named'],
  observed: ['blocked', 'unblocked'],
  judgment: ['judgment', 'annulled', 'suspended', 'reinstated', 'closed'],
  // A report of a seizure is history; only the seizure's own series gives a status. The return of a seized domain may
  // be reported by anyone.
  report: ['closed', 'judgment', 'seized', 'returned', 'lapsed'],
  // A statute sets the term of orders; it names no market.
  statute: [],
};

export const kindsFitTheirSeries: Rule = (data) => {
  const sources = byId(data.sources);
  const series = byId(data.series);
  return eachMarket(data, (market, say) =>
    market.events.forEach((event, n) => {
      const of = series.get(sources.get(event.source)?.series ?? '');
      if (of && !FITTING[of.evidence].includes(event.kind))
        say(
          `events.${n}.kind`,
          `"${event.kind}" does not fit ${of.id}, whose evidence is ${of.evidence}: it can say ${FITTING[of.evidence].join(', ')}; choose one, or cite another source`,
        );
    }),
  );
};

/** Which later kinds of event may refer to which earlier kinds. */
const SPEAKS_OF: Partial<Record<EventKind, readonly EventKind[]>> = {
  extended: ['blocked'],
  confirmed: ['blocked'],
  unblocked: ['blocked'],
  annulled: ['blocked', 'seized'],
  suspended: ['blocked'],
  reinstated: ['blocked', 'seized'],
};

const ENDS_OR_RESTORES: ReadonlySet<EventKind> = new Set(['annulled', 'suspended', 'reinstated']);
const CAN_BE_PARTLY: ReadonlySet<EventKind> = new Set(['annulled', 'suspended']);

export const laterActsNameTheirOrder: Rule = (data) =>
  eachMarket(data, (market, say) => {
    market.events.forEach((event, n) => {
      if (event.partly && !CAN_BE_PARTLY.has(event.kind))
        say(`events.${n}.partly`, `only "annulled" and "suspended" can be in part, not "${event.kind}": take it out`);
      const earlier = SPEAKS_OF[event.kind];
      if (!earlier) {
        if (event.order)
          say(
            `events.${n}.order`,
            `only ${Object.keys(SPEAKS_OF).join(', ')} speak of an earlier order, not "${event.kind}": take it out`,
          );
        return;
      }
      if (!event.order) {
        if (ENDS_OR_RESTORES.has(event.kind))
          say(`events.${n}.order`, `"${event.kind}" speaks of an earlier order or seizure: name its source here`);
      } else if (!market.events.some(({ kind, source }) => source === event.order && earlier.includes(kind)))
        say(
          `events.${n}.order`,
          `no "${earlier.join('" or "')}" event of this market cites ${event.order}: enter it first, or name the one that this speaks of`,
        );
    });
  });

/** "order suspended", "a stay of enforcement was granted", but not "the others stayed blocked". */
const SPEAKS_OF_SUSPENSION = /\bsuspen(?:d(?:ed|s)?|sion)\b|\bstay of\b/i;

/** An order that is only suspended has not ended. */
export const suspensionsAreNotEnds: Rule = (data) => {
  const sources = byId(data.sources);
  return eachMarket(data, (market, say) =>
    market.events.forEach(({ kind, source, note = '' }, n) => {
      if (kind !== 'unblocked' && kind !== 'annulled') return;
      const wording = [sources.get(source)?.title ?? '', note].find((text) => SPEAKS_OF_SUSPENSION.test(text));
      if (wording !== undefined)
        say(
          `events.${n}.kind`,
          `"${kind}" ends the order, and "${wording}" speaks of a suspension: use "suspended", or say it in other words`,
        );
    }),
  );
};

export const termsAgree: Rule = (data) => [
  ...eachSource(data, (source, say) => {
    if (source.permanent && source.until)
      say('until', 'an order is permanent or has an end, not both: keep what the act says');
    if (source.until && latest(source.until) < earliest(source.date))
      say('until', `the term ends (${source.until}) before the order was made (${source.date}): correct one of them`);
  }),
  ...eachMarket(data, (market, say) =>
    market.events.forEach((event, n) => {
      if (event.permanent && event.until)
        say(`events.${n}.until`, 'an order is permanent or has an end, not both: keep what the act says');
    }),
  ),
];

export const listingsBearTheirEditionsDate: Rule = (data) => {
  const sources = byId(data.sources);
  return eachMarket(data, (market, say) =>
    market.events.forEach((event, n) => {
      const source = sources.get(event.source);
      if (!source || (event.kind !== 'listed' && event.kind !== 'named')) return;
      if (event.date && compareDates(event.date, source.date) !== 0)
        say(
          `events.${n}.date`,
          `a listing bears the date of its edition (${source.date}), not ${event.date}: leave the date out, or cite the edition of that date`,
        );
      if (!source.edition)
        say(
          `events.${n}.source`,
          `${recordFile('sources', source)} has no "edition": a list or submission needs one, add it there`,
        );
    }),
  );
};

/** The same act twice about the same domain, or twice about the name only. */
export const eventsAreUnique: Rule = (data) =>
  eachMarket(data, (market, say) => {
    const seen = new Map<string, number>();
    market.events.forEach((event, n) => {
      const keys = eventKeys(event);
      const first = keys.map((key) => seen.get(key)).find((at) => at !== undefined);
      if (first !== undefined)
        say(
          `events.${n}`,
          `says the same as events.${first} (${event.kind}, ${event.source}): keep one, with the domains of both`,
        );
      for (const key of keys) seen.set(key, n);
    });
  });

const eventKeys = ({ kind, source, date, domains, order }: MarketEvent): string[] =>
  (domains === 'market-only' ? [domains] : domains).map((name) => JSON.stringify([kind, source, date, order, name]));
