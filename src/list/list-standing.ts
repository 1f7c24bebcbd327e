/** The status that the editions of a list, or of submissions, give to a domain. */
import { compareDates, earliest } from './dates.ts';
import { editionsOf, gapsBetween, publishedAfter, saidBy } from './editions.ts';
import { isByName, ownEvents, type HistoryEvent } from './history.ts';
import type { Question, Status } from './standing.ts';

export interface Naming {
  /**
   * Editions since the first naming whose silence proves nothing, because the record holds them in part or not at all.
   */
  gaps: readonly string[];
  /**
   * There are editions newer than the last one that names the domain or its market, but none of them ends the listing.
   */
  laterEditions?: true;
  /**
   * At least two editions were published since the newest naming, whether our record holds them complete, in part or
   * not at all. The listing stands, but its mark is weaker (see `markOf`).
   */
  notInNewest?: true;
  /** The market's name, if the newest naming printed no address. */
  nameOnly?: string;
  /** That naming is known from a report: the missing address may be the report's, and not the list's. */
  nameReported?: true;
  /**
   * Later editions that name the market on other domains, or by name on a day when it is not recorded to have used this
   * domain (then `domains` is empty). Their silence about this domain proves nothing.
   */
  elsewhere?: readonly { edition: string; name: string; domains: readonly string[] }[];
  /** The first complete edition that does not name the market, which makes it formerly listed. */
  absentFrom?: string;
  /** The edition that reports its removal, else the day of the report. */
  removed?: { edition?: string; date: string };
}

/** A listing in one of this many newest editions is recent: the newest edition itself is often known only in part. */
const NEWEST = 2;

export function listStanding(question: Question): ({ status: Status } & Naming) | null {
  const { series, library, asOf } = question;
  const past = question.events.filter((event) => earliest(event.date) <= asOf);
  const own = ownEvents(past);
  const namings = own.filter((event) => event.kind === 'listed');
  const newest = namings.at(-1);
  if (!newest) return null;
  const named = new Set(
    past.filter(({ kind }) => kind === 'listed' || kind === 'delisted').map(({ source }) => source),
  );
  const editions = editionsOf(series, library, asOf);
  const later = editions.filter(({ date }) => compareDates(date, newest.date) > 0);
  const removal = own.find((event) => event.kind === 'delisted' && compareDates(event.date, newest.date) >= 0);
  const silent = later.find((edition) => saidBy(edition, named) === 'silent');
  const gaps = gapsBetween(editions, named, { after: namings[0]!.date, before: removal?.date ?? silent?.date });
  const naming: Naming = { gaps, ...nameOnly(newest, question), ...elsewhere(past, namings[0]!.date, question) };
  const edition = removal && library.sources[removal.source]!.edition;
  if (removal)
    return { status: 'formerly-listed', ...naming, removed: { date: removal.date, ...(edition && { edition }) } };
  if (silent) return { status: 'formerly-listed', ...naming, absentFrom: silent.edition };
  return {
    status: 'listed',
    ...naming,
    ...(later.length > 0 && { laterEditions: true }),
    ...(publishedAfter(editions, newest.date).length >= NEWEST && { notInNewest: true }),
  };
}

/**
 * Submissions are requests, not lists: a later one without the market ends nothing. So only gaps between two namings
 * matter.
 */
export function submissionStanding(question: Question): ({ status: Status } & Naming) | null {
  const { series, library, asOf } = question;
  const namings = question.events.filter((event) => event.kind === 'named' && earliest(event.date) <= asOf);
  const newest = namings.at(-1);
  if (!newest) return null;
  const named = new Set(namings.map(({ source }) => source));
  const gaps = gapsBetween(editionsOf(series, library, asOf), named, { after: namings[0]!.date, before: newest.date });
  return { status: 'named', gaps, ...nameOnly(newest, question) };
}

function nameOnly(newest: HistoryEvent, { namesOf }: Question): Pick<Naming, 'nameOnly' | 'nameReported'> {
  if (!isByName(newest)) return {};
  const name = newest.printedName ?? namesOf.get(newest.market)!;
  return { nameOnly: name, ...(newest.verification === 'report' && { nameReported: true }) };
}

function elsewhere(
  past: readonly HistoryEvent[],
  since: string,
  { library, namesOf }: Question,
): Pick<Naming, 'elsewhere'> {
  const here = new Set(ownEvents(past).map(({ source }) => source));
  const found = past.flatMap(({ kind, date, source, market, domains }) => {
    if (kind !== 'listed' || here.has(source) || compareDates(date, since) < 0) return [];
    return [
      {
        edition: library.sources[source]!.edition ?? '',
        name: namesOf.get(market)!,
        domains: domains === 'market-only' ? [] : domains,
      },
    ];
  });
  return found.length ? { elsewhere: found } : {};
}
