/**
 * The opening of popup, card and text export: what stands about a site in a few sentences, and how it is known.
 * Attributes like words.ts; never counts up blame.
 */
import { gapWords, lists } from './naming-words.ts';
import { onRecordWords } from './on-record-words.ts';
import { ordersSentence } from './order-words.ts';
import type { Verification } from './records.ts';
import { seriesSentence } from './sentences.ts';
import type { Library, SeriesStatus } from './status.ts';
import type { LookUpResult } from './look-up.ts';
import { listOf, onDate } from './words.ts';

/**
 * Lists first as they stand in `series`, orders counted by country, submissions last; why nothing counts, where the
 * status is `on-record`. Empty where the record holds nothing. @param today whether the day asked about is the day of
 * reading
 */
export function headline(
  { series, record, closed }: Pick<LookUpResult, 'series' | 'record' | 'closed'>,
  library: Library,
  today = true,
): string[] {
  if (record) return onRecordWords(record, library, today);
  const said = statusSentences(series, library);
  return closed ? [...said, `Reported closed ${onDate(closed)}.`] : said;
}

const ORDERS: ReadonlySet<string> = new Set(['blocked', 'block-ordered', 'formerly-blocked']);

function statusSentences(statuses: readonly SeriesStatus[], library: Library): string[] {
  const named = statuses.filter((s) => s.status === 'named');
  if (named.length > 1 && named.length === statuses.length) return [onlyAsked(named, library)];
  // Who agrees to block orders nothing: agreements stand apart.
  const orders = statuses.filter(
    (s) => ORDERS.has(s.status) && library.series[s.series]!.evidence !== 'voluntary-agreement',
  );
  const said: string[] = [];
  for (const status of statuses) {
    if (status === orders[0]) said.push(ordersSentence(orders, library));
    else if (!orders.includes(status) && (status.status !== 'named' || statuses.length === 1))
      said.push(seriesSentence(status, library));
  }
  if (named.length && named.length < statuses.length)
    said.push(
      `Also named by ${listOf([...new Set(named.map((s) => library.series[s.series]!.issuedBy))])} in submissions.`,
    );
  return said;
}

/** What a submission is stands once, however many there are. */
function onlyAsked(named: readonly SeriesStatus[], library: Library): string {
  const submissions = named.map(
    (s) => `in ${lists(library.series[s.series]!, s.editions)}${s.gaps?.length ? ` (${gapWords(s.gaps)})` : ''}`,
  );
  return `Named ${submissions.join('; ')}: what industry bodies asked for, not decisions.`;
}

const KNOWN_FROM: Record<Verification, { one: string; all: string; part: string }> = {
  act: { one: 'the act itself', all: 'the acts themselves', part: 'the act itself' },
  'copy-of-act': { one: 'a copy of the act', all: 'copies of the acts', part: 'a copy of the act' },
  report: {
    one: 'a report; the act itself was not read',
    all: 'reports; none of the acts was read',
    part: 'reports only',
  },
};

/**
 * How the events are known, in one sentence: whoever relies on the headline sees at once whether the acts were read. ''
 * for no events.
 */
export function knownWords(events: readonly { verification: Verification }[]): string {
  const hows = (Object.keys(KNOWN_FROM) as Verification[]).filter((how) =>
    events.some((event) => event.verification === how),
  );
  const [only] = hows;
  if (!only) return '';
  if (hows.length === 1)
    return events.length === 1
      ? `The one event is known from ${KNOWN_FROM[only].one}.`
      : `All ${events.length} events are known from ${KNOWN_FROM[only].all}.`;
  const parts = hows.map((how, n) => {
    const count = events.filter((event) => event.verification === how).length;
    return `${count} ${n > 0 ? '' : count === 1 ? 'is known ' : 'are known '}from ${KNOWN_FROM[how].part}`;
  });
  return `Of ${events.length} events, ${listOf(parts)}.`;
}
