/**
 * The headline of popup, card and text export: the statuses of a site in a few sentences, and how they are known.
 * Attributes, as terms.ts does; never adds up accusations.
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

const READ_IN: Record<Verification, { one: string; all: string; part: string }> = {
  act: {
    one: 'in the original document',
    all: 'in the original documents',
    part: 'in the original document',
  },
  'copy-of-act': {
    one: 'in a copy of the original document',
    all: 'in copies of the original documents',
    part: 'in a copy of the original document',
  },
  report: {
    one: 'in a report, not in the original document',
    all: 'in reports, not in the original documents',
    part: 'in reports only',
  },
};

/** One sentence on how the facts are known, so that readers see at once if the originals were read. Empty for none. */
export function knownWords(events: readonly { verification: Verification }[]): string {
  const kinds = (Object.keys(READ_IN) as Verification[]).filter((how) =>
    events.some((event) => event.verification === how),
  );
  const [only] = kinds;
  if (!only) return '';
  if (kinds.length === 1) {
    if (events.length === 1) return `The one dated fact was read ${READ_IN[only].one}.`;
    return `${events.length === 2 ? 'Both' : `All ${events.length}`} dated facts were read ${READ_IN[only].all}.`;
  }
  const parts = kinds.map((how, n) => {
    const count = events.filter((event) => event.verification === how).length;
    return `${count} ${n > 0 ? '' : count === 1 ? 'was read ' : 'were read '}${READ_IN[how].part}`;
  });
  return `Of ${events.length} dated facts, ${listOf(parts)}.`;
}
