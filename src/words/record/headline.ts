/**
 * The headline of popup, card and text export: the statuses of a site in a few sentences, and how they are known.
 * Attributes, as words.ts does; never adds up accusations.
 */
import { gapWords, lists } from './naming-words.ts';
import { onRecordWords } from './on-record-words.ts';
import { ordersSentence } from './order-words.ts';
import type { Verification } from '../../list/records.ts';
import { seriesSentence } from './sentences.ts';
import type { Library, SeriesStatus } from '../../list/status.ts';
import type { LookUpResult } from '../../list/look-up.ts';
import { listOf } from '../lists.ts';
import { onDate } from '../dates.ts';

/**
 * Sentences in this order: lists, orders by country, submissions. For the status `on-record`: the causes. Empty if the
 * record holds nothing.
 * @param today false if the look-up is for an earlier day
 */
export function headline(
  { series, record, closed }: Pick<LookUpResult, 'series' | 'record' | 'closed'>,
  library: Library,
  today = true,
): string[] {
  if (record) return onRecordWords(record, library, today);
  const sentences = statusSentences(series, library);
  return closed ? [...sentences, `Reported closed ${onDate(closed)}.`] : sentences;
}

const ORDERS: ReadonlySet<string> = new Set(['blocked', 'block-ordered', 'formerly-blocked']);

function statusSentences(statuses: readonly SeriesStatus[], library: Library): string[] {
  const named = statuses.filter((s) => s.status === 'named');
  if (named.length > 1 && named.length === statuses.length) return [onlyAsked(named, library)];
  // A voluntary agreement is not an order, so it gets its own sentence.
  const orders = statuses.filter(
    (s) => ORDERS.has(s.status) && library.series[s.series]!.evidence !== 'voluntary-agreement',
  );
  const sentences: string[] = [];
  for (const status of statuses) {
    if (status === orders[0]) sentences.push(ordersSentence(orders, library));
    else if (!orders.includes(status) && (status.status !== 'named' || statuses.length === 1))
      sentences.push(seriesSentence(status, library));
  }
  if (named.length && named.length < statuses.length)
    sentences.push(
      `Also named by ${listOf([...new Set(named.map((s) => library.series[s.series]!.issuedBy))])} in submissions.`,
    );
  return sentences;
}

/** Explains once what a submission is, for any number of them. */
function onlyAsked(named: readonly SeriesStatus[], library: Library): string {
  const submissions = named.map(
    (s) => `in ${lists(library.series[s.series]!, s.editions)}${s.gaps?.length ? ` (${gapWords(s.gaps)})` : ''}`,
  );
  return `Named ${submissions.join('; ')}: what industry bodies asked for, not decisions.`;
}

const KNOWN_FROM: Record<Verification, { one: string; both: string; all: string; part: string }> = {
  act: { one: 'the act itself', both: 'the acts themselves', all: 'the acts themselves', part: 'the act itself' },
  'copy-of-act': {
    one: 'a copy of the act',
    both: 'copies of the acts',
    all: 'copies of the acts',
    part: 'a copy of the act',
  },
  report: {
    one: 'a report; the act itself was not read',
    both: 'reports; neither of the acts was read',
    all: 'reports; none of the acts was read',
    part: 'reports only',
  },
};

/** One sentence on how the events are known, so that readers see at once if the acts were read. Empty for no events. */
export function knownWords(events: readonly { verification: Verification }[]): string {
  const kinds = (Object.keys(KNOWN_FROM) as Verification[]).filter((how) =>
    events.some((event) => event.verification === how),
  );
  const [only] = kinds;
  if (!only) return '';
  if (kinds.length === 1) {
    if (events.length === 1) return `The one event is known from ${KNOWN_FROM[only].one}.`;
    return events.length === 2
      ? `Both events are known from ${KNOWN_FROM[only].both}.`
      : `All ${events.length} events are known from ${KNOWN_FROM[only].all}.`;
  }
  const parts = kinds.map((how, n) => {
    const count = events.filter((event) => event.verification === how).length;
    return `${count} ${n > 0 ? '' : count === 1 ? 'is known ' : 'are known '}from ${KNOWN_FROM[how].part}`;
  });
  return `Of ${events.length} events, ${listOf(parts)}.`;
}
