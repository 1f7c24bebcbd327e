/**
 * What the events of a domain rest on, as works to be cited. An act is cited as the act only where it or a copy was
 * read; where only a report was read, the report is what is cited, as the one in which the act is told.
 */
import { capitalize } from '../../words/lists.ts';
import { compareDates } from '../../list/dates.ts';
import { ownEvents, type HistoryEvent, type Library } from '../../list/history.ts';
import type { Evidence, Series, Source, Verification } from '../../list/records.ts';
import { authoritiesOf } from './authority.ts';
import { reportFacts } from './report-facts.ts';

export interface Work {
  type: 'report' | 'legal_case' | 'legislation' | 'webpage';
  /** In square brackets where it is our description, because the record does not hold the work's own title. */
  title: string;
  /** Authorities by name; the publisher of a report. */
  authors: readonly string[];
  /** Partial ISO date; null where the record does not hold it. */
  date: string | null;
  /** Docket or file number, unless the title has it. */
  number?: string;
  jurisdiction?: string;
  /** Where it was read. */
  url: string;
}

export interface Cited {
  id: string;
  source: string;
  work: Work;
  /** The report that was read; null where the work itself or a copy was. */
  citedIn: Work | null;
  /** What was read: a source that is itself a report counts as one. */
  readAs: Verification;
  /** Where in what was read: pages, paragraphs, headings. */
  locators: readonly string[];
  /** What else a reader must know: archived copy, official address, the curator's note. */
  note: string;
}

const NEARNESS: Record<Verification, number> = { act: 0, 'copy-of-act': 1, report: 2 };
/**
 * The order of citations: acts that were read, then copies of acts, then reports; of each, what has a date before what
 * has none. The lower, the earlier; equal numbers stand in the order of the style.
 */
export const rankOf = ({ work, citedIn, readAs }: Pick<Cited, 'work' | 'citedIn' | 'readAs'>): number =>
  2 * NEARNESS[readAs] + ((citedIn ?? work).date ? 0 : 1);

/** What is cited of an event, or of another fact. */
export type CitedFact = Pick<HistoryEvent, 'source' | 'date' | 'bearing' | 'readAt' | 'verification' | 'locator'>;

/** Each source once for each address at which it was read: by what was read, see `rankOf`, then oldest first. */
export function citedBy({ history, library }: { history: readonly CitedFact[]; library: Library }): Cited[] {
  const own = ownEvents(history).length ? ownEvents(history) : history;
  const groups = new Map<string, CitedFact[]>();
  for (const event of own) {
    const key = `${event.source} ${event.readAt}`;
    const group = groups.get(key);
    if (group) group.push(event);
    else groups.set(key, [event]);
  }
  const sorted = [...groups.values()].sort((a, b) => compareDates(a[0]!.date, b[0]!.date));
  const seen = new Map<string, number>();
  const cited = sorted.map((events) => {
    const { source } = events[0]!;
    const times = (seen.get(source) ?? 0) + 1;
    seen.set(source, times);
    return citedFrom(events, library, times === 1 ? source : `${source}-${times}`);
  });
  return cited.sort((a, b) => rankOf(a) - rankOf(b));
}

function citedFrom(events: readonly CitedFact[], { sources, series }: Library, id: string): Cited {
  const [{ source: name, readAt }] = events as [CitedFact];
  const source = sources[name]!;
  const from = series[source.series]!;
  const read = source.read.find(({ url }) => url === readAt) ?? { url: readAt, as: events[0]!.verification };
  const actRead = events.some(({ verification }) => verification !== 'report');
  const isReport = TYPE[from.evidence] === 'webpage';
  const work = isReport ? reportItself(source, read) : actOf(source, from, readAt);
  return {
    id,
    source: name,
    work,
    citedIn: isReport || actRead ? null : reportOf(work, read),
    readAs: isReport || !actRead ? 'report' : isActItself(events) ? 'act' : 'copy-of-act',
    locators: [...new Set(events.map(({ locator }) => locator))].filter(Boolean),
    note: notes(source, readAt, actRead && !isReport),
  };
}

const isActItself = (events: readonly CitedFact[]): boolean =>
  events.some(({ verification }) => verification === 'act');

const TYPE: Record<Evidence, Work['type']> = {
  'court-order': 'legal_case',
  'administrative-order': 'legal_case',
  judgment: 'legal_case',
  seizure: 'report',
  'voluntary-agreement': 'report',
  'government-list': 'report',
  'industry-submission': 'report',
  observed: 'webpage',
  report: 'webpage',
  statute: 'legislation',
};

function actOf(source: Source, series: Series, url: string): Work {
  const number = source.caseNumber && numberBeside(source.title, source.caseNumber);
  return {
    type: TYPE[series.evidence],
    title: source.title,
    authors: authoritiesOf(source, series),
    date: source.date,
    ...(number && { number }),
    ...(series.jurisdiction && { jurisdiction: series.jurisdiction }),
    url,
  };
}

/** The numbers that the title does not print already. */
function numberBeside(title: string, numbers: string): string {
  const printed = plain(title);
  return numbers
    .split(', ')
    .filter((number) => !printed.includes(plain(number)))
    .join(', ');
}
const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

type Read = Pick<Source['read'][number], 'url' | 'title'>;

/** A source that is a report. Its title in the record is our description. */
function reportItself(source: Source, read: Read): Work {
  const { publisher, date } = reportFacts(read);
  const isFirst = read.url === source.read[0]!.url;
  return {
    type: 'webpage',
    title: `[${aboutWords(source.title, publisher)}]`,
    authors: [publisher],
    date: isFirst && source.dateKind !== 'decided' ? source.date : date,
    url: read.url,
  };
}

/** "TorrentFreak on the closing of X" and "The end of X (TorrentFreak)" without the publisher, who is the author. */
function aboutWords(title: string, publisher: string): string {
  const said = title.startsWith(`${publisher} on `)
    ? title.slice(publisher.length + 1)
    : title.replace(` (${publisher})`, '');
  return capitalize(said);
}

/** The report in which an act is told. */
function reportOf(act: Work, read: Read): Work {
  const { publisher, date } = reportFacts(read);
  return { type: 'webpage', title: `[Report on ${act.title}]`, authors: [publisher], date, url: read.url };
}

function notes(source: Source, readAt: string, actRead: boolean): string {
  const asRead = source.read.find(({ url }) => url === readAt)?.as;
  return [
    actRead && asRead === 'copy-of-act' ? 'A copy was read.' : '',
    actRead && source.url && source.url !== readAt ? `Official address: ${source.url}.` : '',
    source.archived ? `Archived: ${source.archived}.` : '',
    source.note ?? '',
  ]
    .filter(Boolean)
    .join(' ');
}
