/** The words for several orders of one series: how many, of which days, and what is known of each. */
import type { OneOrder } from '../../list/order-standing.ts';
import { hinderedWords, lastShownWords } from './order-force-words.ts';
import type { Series } from '../../list/records.ts';
import type { Library, SeriesStatus } from '../../list/status.ts';
import { countWords, listOf } from '../lists.ts';
import { dateWords } from '../dates.ts';
import { orderWord } from './events.ts';

/** More days than these are told by the first and the last. */
const FEW_DAYS = 5;

/** "two orders, of 9 December 2015 and 28 December 2015"; '' for one order. */
export function severalOrders({ orders = [] }: SeriesStatus, series: Series): string {
  return orders.length < 2 ? '' : `${countWords(orders.length)} ${orderWord(series)}s, ${daysOf(orders)}`;
}

/** "of 5 December 2024 (three) and 15 May 2025", "from 1 May 2015 to 3 June 2018" */
function daysOf(orders: readonly OneOrder[]): string {
  const days = [...new Set(orders.map(({ date }) => date))];
  if (days.length > FEW_DAYS) return `from ${dateWords(days[0]!)} to ${dateWords(days.at(-1)!)}`;
  const told = days.map((day) => {
    const then = orders.filter(({ date }) => date === day);
    const notes = [
      then.length > 1 && days.length > 1 && countWords(then.length),
      then.some(({ reported }) => reported) && 'as reported',
      then.some(({ observed }) => observed) && 'as seen',
    ];
    const noted = notes.filter(Boolean).join(', ');
    return `${dateWords(day)}${noted && ` (${noted})`}`;
  });
  const together = days.length > 1 || orders.length < 2 ? '' : orders.length === 2 ? 'both ' : 'all ';
  return `${together}of ${listOf(told)}`;
}

/** What is known of several orders, to end a sentence that has named them. */
export function severalWords(status: SeriesStatus, series: Series, library: Library): string {
  const orders = status.orders!;
  const { inForce, open, hindered, ended } = sorted(orders);
  if (status.ended) return allEnded(status.ended, orders, series);
  const clauses = [
    ...(status.standing ? inForceWords(status, inForce, orders) : []),
    ...(open.length ? [openWords(status, open, orders)] : []),
    ...hindered.map((order) => hinderedWords(order, subject([order], orders), library)),
    ...endedWords(ended, orders),
  ];
  return clauses.join('; ');
}

const sorted = (orders: readonly OneOrder[]) => ({
  inForce: orders.filter((order) => order.inForce),
  open: orders.filter((order) => order.inForce === null && !order.hindered),
  hindered: orders.filter((order) => order.hindered),
  ended: orders.filter((order) => order.inForce === false),
});

/** "both", "that of 9 December 2015", "two of them": which of all the orders. */
function subject(some: readonly OneOrder[], all: readonly OneOrder[]): string {
  if (some.length === all.length) return all.length === 2 ? 'both' : `all ${countWords(all.length)}`;
  const days = new Set(some.map(({ date }) => date));
  const apart = all.every((order) => some.includes(order) || !days.has(order.date));
  if (!apart || days.size > FEW_DAYS) return `${countWords(some.length)} of them`;
  return `${some.length === 1 ? 'that' : 'those'} ${daysOf(some)}`;
}

const are = (some: readonly OneOrder[]): string => (some.length === 1 ? 'is' : 'are');

function inForceWords(status: SeriesStatus, inForce: readonly OneOrder[], all: readonly OneOrder[]): string[] {
  const { how, date, statute, verification } = status.standing!;
  const alike = inForce.filter((order) =>
    how === 'permanent' || how === 'statute' ? order.how === how : order.decides,
  );
  const others = inForce.filter((order) => !alike.includes(order));
  const reported = verification === 'report' ? ', according to a report' : '';
  const who = `${subject(alike, all)} ${are(alike)}`;
  const said = {
    permanent: `${who} permanent by ${alike.length === 1 ? 'its' : 'their'} own terms${reported}`,
    statute: `${who} permanent by ${statute ?? ''}`,
    term: `${who} in force: its term runs to ${dateWords(date ?? '')}${reported}`,
    'later-act': `${subject(alike, all)} was in force then, as an act of ${dateWords(date ?? '')} shows${reported}`,
  }[how];
  const seen = how === 'statute' && status.lastShown ? [lastShownWords(status.lastShown)] : [];
  return [
    said,
    ...seen,
    ...(others.length ? [`${subject(others, all)} ${are(others)} shown to be in force, too`] : []),
  ];
}

function openWords(
  { atMost, lastShown, standing }: SeriesStatus,
  open: readonly OneOrder[],
  all: readonly OneOrder[],
): string {
  if (atMost) {
    const who = open.length === 1 ? subject(open, all) : 'the last of them';
    return `by ${atMost.statute} ${who} can run to ${dateWords(atMost.date)} at most; ${open.length === 1 ? 'its own end is' : 'their own ends are'} not in our record`;
  }
  const who =
    open.length < all.length
      ? subject(open, all)
      : all.length === 2
        ? 'either of them'
        : `any of the ${countWords(all.length)}`;
  const seen = lastShown && !standing ? `${lastShownWords(lastShown, 'one of them ')}; ` : '';
  const stands = open.length < all.length && open.length > 1 ? 'still stand' : 'still stands';
  return `${seen}whether ${who} ${stands} is not in our record`;
}

/** Ended orders beside others. A term that ran out is not called lifted. */
function endedWords(ended: readonly OneOrder[], all: readonly OneOrder[]): string[] {
  const ranOut = ended.filter(({ how }) => how === 'term' || how === 'statute');
  const aside = ended.filter((order) => !ranOut.includes(order));
  return [
    ...(ranOut.length ? [`${subject(ranOut, all)} ${ranOut.length === 1 ? 'has' : 'have'} run out`] : []),
    ...(aside.length ? [`${subject(aside, all)} ${aside.length === 1 ? 'was' : 'were'} lifted or set aside`] : []),
  ];
}

function allEnded(ended: NonNullable<SeriesStatus['ended']>, orders: readonly OneOrder[], series: Series): string {
  if (!orders.every(({ how }) => how === 'term' || how === 'statute'))
    return [...endedWords(orders, orders), `the last end is of ${dateWords(ended.date)}`].join('; ');
  if (ended.how === 'term')
    return `the last of their stated terms ran to ${dateWords(ended.date)}; no extension is in our record`;
  const last = orders.filter(({ decides }) => decides);
  const before = orders.filter(({ decides }) => !decides);
  return [
    `by ${ended.statute!} ${subject(last, orders)} could run to ${dateWords(ended.date)} at most`,
    ...endedWords(before, orders),
    `no further ${orderWord(series)} is in our record`,
  ].join('; ');
}
