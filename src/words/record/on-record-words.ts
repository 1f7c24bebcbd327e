/**
 * The words for facts on record without a status. They deny nothing: a sold domain was listed, a returned one was
 * seized.
 */
import { asReported } from './naming-words.ts';
import type { Cause, Decider, OnRecord } from '../../list/on-record.ts';
import type { Library } from '../../list/status.ts';
import { capitalize, counted, listOf, sentence } from '../lists.ts';
import { dateWords, onDate } from '../dates.ts';
import { deciderWithPlace } from './deciders.ts';

/** @param today false if the look-up is for an earlier day */
export function onRecordWords({ facts, byName = 0, causes }: OnRecord, library: Library, today = true): string[] {
  const withheld = causes.find((cause) => cause.why === 'withheld');
  const others = causes.find((cause) => cause.why === 'other-domains');
  const later = causes.find((cause) => cause.why === 'later');
  const notCounted = causes.find((cause) => cause.why === 'not-counted');
  if (later)
    return [
      `The facts that the record holds about this domain and its market are of later days: the first is of ${dateWords(later.date)}.`,
    ];
  if (notCounted)
    return [
      `What ${listOf(notCounted.series.map((id) => library.series[id]!.label))} says of this domain does not count here, by your settings.`,
    ];
  if (withheld)
    return [
      `The record holds ${dated(facts)} that ${facts === 1 ? 'names' : 'name'} this domain or its market; by a decision of ours no status follows for it.`,
      `Why: ${sentence(withheld.reason)}`,
    ];
  if (others) {
    const about = facts === 1 ? 'Its one dated fact is' : `Its ${facts} dated facts are`;
    const passed = causes.find((cause) => cause.why === 'changed-hands');
    const by = `According to “${library.sources[others.source]!.title}”`;
    const words = [
      `${by} this domain ${passed ? 'was' : 'is'} one of ${others.market}.`,
      `${about} about other domains of that market.`,
    ];
    return passed ? [...words, passedWords(passed)] : words;
  }
  // What a judgment orders may well stand.
  const what = causes.some(({ why }) => why === 'judgment')
    ? 'No listing, blocking order or seizure'
    : 'Nothing recorded';
  const about = what.startsWith('No ') ? 'of' : 'about';
  const lead = `${what} ${about} this domain is known to stand ${today ? 'today' : 'on that day'}; the record holds ${heldWords(facts, byName)}.`;
  return [lead, ...causes.map((cause) => causeWords(cause, library)).filter(Boolean)];
}

/** "2 dated facts", "1 dated fact about it, and 2 that only name its market" */
function heldWords(facts: number, byName: number): string {
  const own = facts - byName;
  if (!byName) return dated(own);
  const only = `that only ${byName === 1 ? 'names' : 'name'} its market`;
  return own ? `${dated(own)} about it, and ${byName} ${only}` : `${dated(byName)} ${only}`;
}

const dated = (facts: number): string => counted(facts, 'dated fact');

/** The cause in a few words, for a title or a table: "changed hands in 2024". */
export function causeInShort(cause: Cause, library: Library): string {
  switch (cause.why) {
    case 'withheld':
      return 'never flagged';
    case 'changed-hands':
      return [cause.agreed ? 'was to change hands' : 'changed hands', cause.date && onDate(cause.date)]
        .filter(Boolean)
        .join(' ');
    case 'returned':
      return `given back ${onDate(cause.date)}`;
    case 'lapsed':
      return `reported lapsed ${onDate(cause.date)}`;
    case 'annulled':
      return `set aside ${onDate(cause.date)}`;
    case 'seizure-reported':
      return `seizure reported ${onDate(cause.date)}`;
    case 'closed':
      return `reported closed ${onDate(cause.date)}`;
    case 'judgment':
      return cause.reported
        ? `${aJudgment(cause)} reported ${onDate(cause.date)}`
        : `${aJudgment(cause)} of ${judge(cause.by, library)} ${onDate(cause.date)}`;
    case 'removed':
      return `removal reported ${onDate(cause.date)}`;
    case 'seen-blocked':
      return `seen blocked ${onDate(cause.date)}`;
    case 'name-only':
      return `${cause.market} named without an address`;
    case 'other-domains':
      return `facts about other domains of ${cause.market}`;
    case 'later':
      return 'facts of later days';
    case 'not-counted':
      return 'series that you do not count';
  }
}

const wasSeized = ({ reported }: { reported?: true }): string => `It was ${reported ? 'reported ' : ''}seized`;

function causeWords(cause: Cause, library: Library): string {
  switch (cause.why) {
    case 'changed-hands':
      return passedWords(cause);
    case 'returned':
      return `${wasSeized(cause)}, and ${last(cause)}given back ${onDate(cause.date)}.`;
    case 'lapsed':
      return `${wasSeized(cause)}, and is ${last(cause)}reported to have lapsed ${onDate(cause.date)}.`;
    case 'annulled':
      return `${wasSeized(cause)}, and the seizure was ${last(cause)}set aside ${onDate(cause.date)}.`;
    case 'seizure-reported':
      return cause.market
        ? `A seizure is ${last(cause)}reported ${onDate(cause.date)} that concerns ${cause.market}, by name only; the record holds no act of it.`
        : `Its seizure is ${last(cause)}reported ${onDate(cause.date)}; the record holds no act of it.`;
    case 'closed':
      return `It was ${last(cause)}reported closed ${onDate(cause.date)}.`;
    case 'judgment':
      return judgmentWords(cause, library);
    case 'removed':
      return `Its removal from a list was ${last(cause)}reported ${onDate(cause.date)}.`;
    case 'seen-blocked':
      return `It was ${last(cause)}seen blocked ${onDate(cause.date)}; no order is in the record.`;
    case 'name-only': {
      const all = cause.by.map(({ series, authority }) => ({ series: library.series[series]!, authority }));
      const by = listOf([...new Set(all.map(({ series, authority }) => deciderWithPlace(series, authority)))]);
      const names = `${asReported(cause.reported)} ${all.length === 1 ? 'names' : 'name'} ${cause.market}`;
      // A voluntary agreement is not an order.
      if (all.some(({ series }) => series.evidence === 'voluntary-agreement'))
        return `${capitalize(by)}${names} without an address, which ties to no domain.`;
      return all.length === 1
        ? `An order of ${by}${names} without an address: it ties to no domain.`
        : `Orders of ${by}${names} without an address: they tie to no domain.`;
    }
    // These causes have their own sentences in `onRecordWords`.
    case 'withheld':
    case 'other-domains':
    case 'later':
    case 'not-counted':
      return '';
  }
}

type Of<Why extends Cause['why']> = Extract<Cause, { why: Why }>;

function passedWords({ date, agreed }: Of<'changed-hands'>): string {
  const when = date ? ` ${onDate(date)}` : '; when is not known';
  return agreed
    ? `The domain was to pass to somebody else${when}; that it did is not in our record. Earlier facts are about the earlier owner.`
    : `The domain passed to somebody else${when}: earlier facts are about an earlier owner.`;
}

const judge = ({ series, authority }: Decider, library: Library): string =>
  deciderWithPlace(library.series[series]!, authority);

/** "last reported": there were earlier ones, which the events list. */
const last = ({ days }: { days?: number }): string => (days ? 'last ' : '');
const aJudgment = ({ days }: { days?: number }): string => (days ? `the newest of ${days} judgments,` : 'a judgment');

function judgmentWords(cause: Of<'judgment'>, library: Library): string {
  const { by, date, market, reported, days } = cause;
  const first = capitalize(aJudgment(cause));
  const comma = days ? ',' : '';
  if (reported)
    return `${first} on ${market ?? 'it'}${comma} is reported ${onDate(date)}; the record holds no act of it.`;
  const about = market ? `names ${market} without an address` : 'concerns this domain';
  const stands = days
    ? 'None is an order to access providers; whether what they order stands'
    : 'It is no order to access providers; whether what it orders stands';
  return `${first} of ${judge(by, library)} of ${dateWords(date)}${comma} ${about}. ${stands} is not in our record.`;
}

/** What a reader is cautioned of beside every answer on such a domain. */
export const changedHandsWords = ({ note, agreed }: { note: string; agreed?: true | undefined }): string =>
  `This domain ${agreed ? 'was to change' : 'changed'} hands: ${note}`;
