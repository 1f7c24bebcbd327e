/**
 * APA (7th edition) and Chicago (author-date): a list of what was read, acts before reports and each part in
 * alphabetical order, and for each fact the citation in the text, which carries the page. Rules and their public sources: docs/citations.md.
 */
import { compareDates } from '../../list/dates.ts';
import { rankOf, type Cited, type Work } from './cited.ts';
import { americanDate, monthDay, yearOf } from './dates.ts';
import { placeOf } from './text.ts';
import { sentence } from '../../words/lists.ts';

interface Entry {
  work: Work;
  /** "a", "b" … for several works of one author and year; else ''. */
  letter: string;
}

interface Style {
  entry(entry: Entry, accessed: string): string;
  /** Author and year: "EDRi, 2008". */
  brief(entry: Entry): string;
  /** What comes between the works in "as cited in". */
  citedIn: string;
  pinpoint(locator: string): string;
  /** The order of letters among works of one author and year. */
  compare(a: Work, b: Work): number;
}

export const apa = (cited: readonly Cited[], accessed: string): string => write(cited, accessed, APA);
export const chicago = (cited: readonly Cited[], accessed: string): string => write(cited, accessed, CHICAGO);

function write(cited: readonly Cited[], accessed: string, style: Style): string {
  const entries = lettered(worksRead(cited), style);
  const rank = new Map(cited.map((each) => [(each.citedIn ?? each.work).url, rankOf(each)] as const).reverse());
  const listed = entries
    .map((entry) => ({ text: style.entry(entry, accessed), rank: rank.get(entry.work.url)! }))
    .sort((a, b) => a.rank - b.rank || byAlphabet(a.text, b.text))
    .map(({ text }) => text);
  const briefOf = (work: Work) => style.brief(entries.find((each) => each.work.url === work.url)!);
  const inText = cited.map(({ work, citedIn, locators }) => {
    const read = citedIn ? `${style.brief({ work, letter: '' })}, ${style.citedIn} ${briefOf(citedIn)}` : briefOf(work);
    return `(${[read, locators.map(style.pinpoint).join('; ')].filter(Boolean).join(', ')})`;
  });
  return [...listed, 'In the text:', ...new Set(inText)].join('\n\n');
}

const byAlphabet = (a: string, b: string): number => a.replace(/^\W+/, '').localeCompare(b.replace(/^\W+/, ''), 'en');

/** Each document that was read, once: a report may tell of several acts. */
export function worksRead(cited: readonly Cited[]): Work[] {
  const byAddress = new Map<string, Work[]>();
  for (const { work, citedIn } of cited) {
    const read = citedIn ?? work;
    const same = byAddress.get(read.url);
    if (!same) byAddress.set(read.url, [read]);
    else if (!same.some(({ title }) => title === read.title)) same.push(read);
  }
  return [...byAddress.values()].flatMap((works) => (works[0]!.type === 'webpage' ? merged(works) : works));
}

/** One report that tells of several acts. */
function merged(works: readonly Work[]): Work {
  const [first, ...more] = works as [Work, ...Work[]];
  const own = works.find(({ title }) => !title.startsWith('[Report on '));
  if (own || !more.length) return own ?? first;
  const others = more.length === 1 ? 'another act' : `${more.length} other acts`;
  return { ...first, title: `${first.title.slice(0, -1)} and ${others}]` };
}

/** Works without an author, that is decisions and statutes, are cited by title and take no letter. */
function lettered(works: readonly Work[], style: Style): Entry[] {
  const key = (work: Work) => `${work.authors.join()} ${work.date ? yearOf(work.date) : ''}`;
  return works.map((work) => {
    if (byTitle(work)) return { work, letter: '' };
    const same = works.filter((each) => !byTitle(each) && key(each) === key(work)).sort(style.compare);
    return { work, letter: same.length > 1 ? letterOf(same.indexOf(work)) : '' };
  });
}

const byTitle = ({ type }: Work): boolean => type === 'legal_case' || type === 'legislation';

/** a … z, aa, ab … */
const letterOf = (n: number): string =>
  (n < 26 ? '' : letterOf(Math.floor(n / 26) - 1)) + String.fromCharCode(97 + (n % 26));

const titles = (a: Work, b: Work): number => byAlphabet(a.title, b.title);

const APA: Style = {
  citedIn: 'as cited in',
  entry({ work, letter }, accessed) {
    const { title, authors, date, number, url } = work;
    if (work.type === 'legal_case')
      return `${title}${number ? `, ${number}` : ''} (${authors.join(' & ')} ${americanDate(date!)}). ${url}`;
    if (work.type === 'legislation') return `${title} (${yearOf(date!)}). ${url}`;
    const who = sentence(authors.join(' & '));
    if (!date)
      return `${who} (n.d.${letter && `-${letter}`}). ${sentence(title)} Retrieved ${americanDate(accessed)}, from ${url}`;
    const day = work.type === 'webpage' && monthDay(date);
    return `${who} (${yearOf(date)}${letter}${day ? `, ${day}` : ''}). ${sentence(title)} ${url}`;
  },
  brief({ work, letter }) {
    const who = byTitle(work) ? work.title : work.authors.join(' & ');
    return `${who}, ${work.date ? yearOf(work.date) + letter : `n.d.${letter && `-${letter}`}`}`;
  },
  pinpoint: (locator) => locator,
  // Works with only a year first, then by day, then by title.
  compare: (a, b) => compareDates(a.date ?? '0000', b.date ?? '0000') || titles(a, b),
};

const CHICAGO: Style = {
  citedIn: 'cited in',
  entry({ work, letter }, accessed) {
    const { title, authors, date, number, url } = work;
    if (work.type === 'legal_case')
      return `${title}${number ? `, ${number}` : ''} (${authors.join(' and ')}, ${americanDate(date!)}). ${url}.`;
    if (work.type === 'legislation') return `${title} (${americanDate(date!)}). ${url}.`;
    const who = sentence(authors.join(' and '));
    if (!date)
      return `${who} n.d.${letter && `-${letter}.`} ${sentence(title)} Accessed ${americanDate(accessed)}. ${url}.`;
    const day = monthDay(date);
    return `${who} ${yearOf(date)}${letter}. ${sentence(title)}${day ? ` ${americanDate(date)}.` : ''} ${url}.`;
  },
  brief({ work, letter }) {
    const who = byTitle(work) ? work.title : work.authors.join(' and ');
    return `${who} ${work.date ? yearOf(work.date) + letter : `n.d.${letter && `-${letter}`}`}`;
  },
  // The number of a page stands alone.
  pinpoint(locator) {
    const { page, words } = placeOf(locator);
    return page ? [page, words].filter(Boolean).join(', ') : locator;
  },
  compare: titles,
};
