/** The opening of popup, card and text export: what stands about a site in a few sentences, and how it is known. Attributes like words.ts; never counts up blame. */
import type { Verification } from './records.ts';
import type { Library, SeriesStatus } from './status.ts';
import { countryName, listOf, lists, seriesSentence } from './words.ts';

/** Lists first as they stand in `statuses`, orders counted by country, submissions last. */
export function headline(statuses: readonly SeriesStatus[], library: Library): string[] {
  const named = statuses.filter((s) => s.status === 'named');
  if (named.length > 1 && named.length === statuses.length) return [onlyAsked(named, library)];
  const orders = statuses.filter((s) => s.status === 'blocked' || s.status === 'block-ordered' || s.status === 'formerly-blocked');
  const said: string[] = [];
  let ordersSaid = false;
  for (const status of statuses) {
    if (!orders.includes(status)) {
      if (status.status !== 'named' || statuses.length === 1) said.push(seriesSentence(status, library));
    } else if (orders.length === 1) said.push(seriesSentence(status, library));
    else if (!ordersSaid) {
      ordersSaid = true;
      said.push(ordersSentence(orders, library));
    }
  }
  if (named.length && named.length < statuses.length)
    said.push(`Also named by ${listOf([...new Set(named.map((s) => library.series[s.series]!.issuedBy))])} in submissions.`);
  return said;
}

/** What a submission is stands once, however many there are. */
function onlyAsked(named: readonly SeriesStatus[], library: Library): string {
  const submissions = named.map((s) => `in ${lists(library.series[s.series]!, s.editions)}`);
  return `Named ${submissions.join('; ')}: what industry bodies asked for, not decisions.`;
}

/** More countries than this are counted, not named. */
const NAMED_COUNTRIES = 3;

function ordersSentence(orders: readonly SeriesStatus[], library: Library): string {
  const countries = (of: readonly SeriesStatus[]) => [...new Set(of.flatMap((s) => library.series[s.series]!.jurisdiction ?? []))].map(countryName);
  const all = countries(orders);
  const places = all.length > NAMED_COUNTRIES ? `${all.length} countries` : listOf(all);
  const inForce = countries(orders.filter((s) => s.status === 'blocked'));
  if (orders.every((s) => s.status === 'formerly-blocked')) return `Formerly ordered blocked in ${places}; the orders have ended.`;
  if (!inForce.length) return `Ordered blocked in ${places}; none of the orders is shown to be in force.`;
  if (orders.every((s) => s.status === 'blocked')) return `Ordered blocked in ${places}; shown to be in force.`;
  return `Ordered blocked in ${places}; shown to be in force in ${inForce.length > NAMED_COUNTRIES ? String(inForce.length) : listOf(inForce)}.`;
}

const KNOWN_FROM: Record<Verification, { one: string; all: string; part: string }> = {
  act: { one: 'the act itself', all: 'the acts themselves', part: 'the act itself' },
  'copy-of-act': { one: 'a copy of the act', all: 'copies of the acts', part: 'a copy of the act' },
  report: { one: 'a report; the act itself was not read', all: 'reports; none of the acts was read', part: 'reports only' },
};

/** How the events are known, in one sentence: whoever relies on the headline sees at once whether the acts were read. '' for no events. */
export function knownWords(events: readonly { verification: Verification }[]): string {
  const hows = (Object.keys(KNOWN_FROM) as Verification[]).filter((how) => events.some((event) => event.verification === how));
  const [only] = hows;
  if (!only) return '';
  if (hows.length === 1)
    return events.length === 1 ? `The one event is known from ${KNOWN_FROM[only].one}.` : `All ${events.length} events are known from ${KNOWN_FROM[only].all}.`;
  const parts = hows.map((how, n) => {
    const count = events.filter((event) => event.verification === how).length;
    return `${count} ${n > 0 ? '' : count === 1 ? 'is known ' : 'are known '}from ${KNOWN_FROM[how].part}`;
  });
  return `Of ${events.length} events, ${listOf(parts)}.`;
}
