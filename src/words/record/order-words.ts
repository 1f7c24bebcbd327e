/** The words for orders: who ordered, what shows that they are in force, and what ended them. */
import { hinderedWords, lastShownWords } from './order-force-words.ts';
import type { OneOrder } from '../../list/order-standing.ts';
import type { Series } from '../../list/records.ts';
import { severalOrders, severalWords } from './several-orders.ts';
import type { Library, SeriesStatus } from '../../list/status.ts';
import { countryInText } from '../countries.ts';
import { countWords, listOf } from '../lists.ts';
import { dateWords, onDate } from '../dates.ts';
import { decider, deciderWithPlace } from './deciders.ts';
import { ordered, orderWord } from './events.ts';

/** One sentence for the orders of one series. */
export function orderSentence(status: SeriesStatus, library: Library): string {
  const series = library.series[status.series]!;
  const several = severalOrders(status, series);
  const [first] = status.orders ?? [];
  const year = `${first?.observed ? 'or before ' : ''}${(first?.date ?? status.first).slice(0, 4)}`;
  const by = `by ${deciderWithPlace(series, status.authority)} in ${several || year}`;
  const known = several ? severalWords(status, series, library) : oneOrderWords(status, series, library);
  return status.status === 'formerly-blocked'
    ? `${formerly(series)} ${by}; ${known}.`
    : `${ordered(series)} ${by}; ${known}.`;
}

const formerly = (series: Series): string =>
  series.evidence === 'voluntary-agreement' ? 'Blocking was agreed' : 'Formerly ordered blocked';

function oneOrderWords(status: SeriesStatus, series: Series, library: Library): string {
  if (status.status === 'blocked') return standingWords(status, series);
  return status.status === 'block-ordered'
    ? unknownWords(status, series, library)
    : endedWords(status, series, library);
}

/** "permanent by article 15.6 of law 149-FZ; last seen in the register on 5 May 2018" */
export function standingWords({ standing, lastShown }: SeriesStatus, series: Series): string {
  const act = orderWord(series);
  if (!standing) return `the ${act} is shown to be in force`;
  const { how, date, statute, verification } = standing;
  const reported = verification === 'report' ? ', according to a report' : '';
  const seen = lastShown ? `; ${lastShownWords(lastShown)}` : '';
  switch (how) {
    case 'permanent':
      return `the ${act} is permanent by its own terms${reported}`;
    case 'statute':
      return `permanent by ${statute!}${seen}`;
    case 'term':
      return `in force: its term runs to ${dateWords(date!)}${reported}`;
    case 'later-act':
      return `in force then, as an act of ${dateWords(date!)} shows${reported}`;
  }
}

function unknownWords({ atMost, lastShown, orders }: SeriesStatus, series: Series, library: Library): string {
  const act = orderWord(series);
  const hindered = orders?.find((order) => order.hindered);
  if (hindered) {
    const seen = lastShown ? `; ${lastShownWords(lastShown)}` : '';
    return `${hinderedWords(hindered, `the ${act}`, library)}${seen}`;
  }
  if (atMost)
    return `by ${atMost.statute} it can run to ${dateWords(atMost.date)} at most; its own end is not in our record`;
  const seen = lastShown ? `${lastShownWords(lastShown)}; ` : '';
  return `${seen}whether the ${act} still stands is not in our record`;
}

/**
 * Says what ended the order. A term that ran out is not called lifted: an extension may exist that the record does not
 * hold.
 */
export function endedWords({ ended }: SeriesStatus, series: Series, library: Library): string {
  const act = orderWord(series);
  if (!ended) return `the ${act} has ended`;
  const source = library.sources[ended.source];
  const by = source && decider(library.series[source.series]!, source.authority);
  switch (ended.how) {
    case 'term':
      return `its stated term ran to ${dateWords(ended.date)}; no extension is in our record`;
    case 'statute':
      return `by ${ended.statute!} it could run to ${dateWords(ended.date)} at most; no further ${act} is in our record`;
    case 'lifted':
      // These acts lift or end the order; all of them end the blocking.
      if (ended.observed)
        return `blocking under the ${act} was seen to have ended ${onDate(ended.date)}; when it did is not in our record`;
      return ended.reported
        ? `blocking under the ${act} was reported ended ${onDate(ended.date)}`
        : `blocking under the ${act} ended ${onDate(ended.date)} by a later act`;
    case 'annulled':
      if (ended.observed)
        return `the ${act} was seen to be set aside ${onDate(ended.date)}; when it was is not in our record`;
      return ended.reported
        ? `the ${act} was set aside${by ? ` by ${by}` : ''}, as reported ${onDate(ended.date)}`
        : `the ${act} was set aside ${onDate(ended.date)}${by ? ` by ${by}` : ''}`;
  }
}

/** If there are more countries than this, gives their number instead of their names. */
const NAMED_COUNTRIES = 3;

/** Orders of several series, by country. Ended orders get their own sentence. */
export function ordersSentence(orders: readonly SeriesStatus[], library: Library): string {
  const open = orders.filter((s) => s.status !== 'formerly-blocked');
  const countries = codes(open, library);
  const ended = orders.filter(
    (s) => !open.includes(s) && !countries.includes(library.series[s.series]!.jurisdiction ?? ''),
  );
  return [openSentence(open, library), endedSentence(ended, library)].filter(Boolean).join(' ');
}

const codes = (statuses: readonly SeriesStatus[], library: Library): string[] => [
  ...new Set(statuses.flatMap((s) => library.series[s.series]!.jurisdiction ?? [])),
];
const places = (countries: readonly string[]): string =>
  countries.length > NAMED_COUNTRIES ? `${countries.length} countries` : listOf(countries.map(countryInText));

function openSentence(open: readonly SeriesStatus[], library: Library): string {
  if (!open.length) return '';
  if (open.length === 1) return orderSentence(open[0]!, library);
  const countries = codes(open, library);
  const orders = open.flatMap((s) => s.orders?.filter(({ inForce }) => inForce !== false) ?? []);
  const suspended = codes(
    open.filter((s) => s.orders?.some(({ hindered }) => hindered?.how === 'suspended')),
    library,
  );
  const more = suspended.length ? `; enforcement in ${places(suspended)} was suspended` : '';
  const said = `Ordered blocked in ${places(countries)}${byMany(orders, countries)} (${yearsOf(open)})${more}`;
  const inForce = codes(
    open.filter((s) => s.status === 'blocked'),
    library,
  );
  if (!inForce.length) return `${said}; whether the orders still stand is not in our record.`;
  if (inForce.length === countries.length) return `${said}; shown to be in force.`;
  const rest = countries.length - inForce.length === 1 ? 'the other still stands' : 'the others still stand';
  const where = inForce.length > NAMED_COUNTRIES ? `${inForce.length} of them` : listOf(inForce.map(countryInText));
  return `${said}; shown to be in force in ${where}; whether ${rest} is not in our record.`;
}

/** " by three orders", where they are more than the countries. */
const byMany = (orders: readonly OneOrder[], countries: readonly string[]): string =>
  orders.length > countries.length
    ? ` by ${countries.length > NAMED_COUNTRIES ? orders.length : countWords(orders.length)} orders`
    : '';

/** The years of the orders: "2008–2019". */
function yearsOf(statuses: readonly SeriesStatus[]): string {
  const dates = statuses.flatMap(({ orders, first }) => orders?.map(({ date }) => date) ?? [first]);
  const years = dates.map((date) => date.slice(0, 4)).sort();
  return years[0] === years.at(-1) ? years[0]! : `${years[0]!}–${years.at(-1)!}`;
}

function endedSentence(ended: readonly SeriesStatus[], library: Library): string {
  if (!ended.length) return '';
  if (ended.length === 1) return orderSentence(ended[0]!, library);
  const terms = ended.filter((s) => s.ended?.how === 'term' || s.ended?.how === 'statute').length;
  const why =
    terms === ended.length
      ? 'the stated terms have run out; no extension is in our record'
      : terms
        ? `orders were ended by later acts or set aside, or their stated term has run out`
        : `the orders were ended by later acts or set aside`;
  const countries = codes(ended, library);
  const orders = ended.flatMap((s) => s.orders ?? []);
  return `Formerly ordered blocked in ${places(countries)}${byMany(orders, countries)}; ${why}.`;
}
