/**
 * OSCOLA (4th edition) and Bluebook: one footnote for each fact, with the place in what was read; acts before reports,
 * and each part in alphabetical order.
 * Rules and their public sources: docs/citations.md.
 */
import { countryName } from '../../words/countries.ts';
import { dateWords } from '../../words/dates.ts';
import { rankOf, type Cited, type Work } from './cited.ts';
import { bluebookDate, yearOf } from './dates.ts';
import { hasNeutralCitation, placeOf } from './text.ts';

export const oscola = (cited: readonly Cited[], accessed: string): string =>
  notes(cited, (each) => oscolaNote(each, accessed));
export const bluebook = (cited: readonly Cited[], accessed: string): string =>
  notes(cited, (each) => bluebookNote(each, accessed));

function notes(cited: readonly Cited[], write: (each: Cited) => string): string {
  const written = cited.map((each) => ({ text: write(each), rank: rankOf(each) }));
  written.sort((a, b) => a.rank - b.rank || plain(a.text).localeCompare(plain(b.text), 'en'));
  return [...new Set(written.map(({ text }) => text))].join('\n\n');
}
const plain = (text: string): string => text.replace(/^\W+/, '');

function oscolaNote({ work, citedIn, locators }: Cited, accessed: string): string {
  const at = (url: string) => `${oscolaPlace(locators)} <${url}> accessed ${dateWords(accessed)}`;
  if (!citedIn) return `${oscolaWork(work)}${at(work.url)}.`;
  const day = citedIn.date ? ` (${dateWords(citedIn.date)})` : '';
  return `${oscolaWork(work)} (as cited in ${citedIn.authors.join(' and ')}${day}${at(citedIn.url)}).`;
}

function oscolaWork({ type, title, authors, date, number, jurisdiction }: Work): string {
  const who = authors.join(' and ');
  const day = date ? dateWords(date) : '';
  if (type === 'legal_case') {
    const named = number && !hasNeutralCitation(title) ? `${title} ${number}` : title;
    return hasNeutralCitation(named) ? named : `${named} (${who}, ${day})`;
  }
  if (type === 'legislation') return `${title}${jurisdiction ? ` (${countryName(jurisdiction)})` : ''}`;
  return `${who}, ${title}${day && ` (${day})`}`;
}

/** A page or a numbered paragraph follows without a comma, words after one. */
function oscolaPlace(locators: readonly string[]): string {
  const places = locators.map(placeOf);
  const numbers = places.flatMap(({ page, paragraph }) => page || paragraph || []);
  const words = places.flatMap(({ words }) => words || []);
  return `${numbers.length ? ` ${numbers.join(', ')}` : ''}${words.map((each) => `, ${each}`).join('')}`;
}

function bluebookNote({ work, citedIn, locators }: Cited, accessed: string): string {
  const places = locators.map(placeOf);
  const page = places.flatMap(({ page }) => page || []).join(', ');
  const words = places.flatMap(({ paragraph, words }) => [paragraph && `para. ${paragraph.slice(1, -1)}`, words]);
  const where = words.some(Boolean) ? ` (${words.filter(Boolean).join('; ')})` : '';
  if (!citedIn) return `${bluebookWork(work, page)}${bluebookAddress(work, accessed)}${where}.`;
  const report = `${citedIn.authors.join(' & ')}${citedIn.date ? ` (${bluebookDate(citedIn.date)})` : ''}`;
  const at = page && `, at ${page}`;
  return `${bluebookWork(work, '')}, cited in ${report}${at}${bluebookAddress(citedIn, accessed)}${where}.`;
}

function bluebookWork({ type, title, authors, date, number, jurisdiction }: Work, page: string): string {
  const who = authors.join(' & ');
  const at = page && `, at ${page}`;
  const country = bluebookCountry(type === 'legal_case' ? who : '', jurisdiction);
  if (type === 'legal_case') {
    const docket = number ? `, ${/No\.|^\[/.test(number) ? '' : 'No. '}${number}` : '';
    return `${title}${docket}${at} (${who} ${bluebookDate(date!)})${country}`;
  }
  if (type === 'legislation') return `${title}${at} (${yearOf(date!)})${country}`;
  if (type === 'webpage') return `${title}, ${who}${date ? ` (${bluebookDate(date)})` : ''}`;
  return `${who}, ${title}${page && ` ${page}`} (${bluebookDate(date!)})`;
}

/** The country of a foreign act, unless the name of the court says it. */
function bluebookCountry(who: string, jurisdiction: string | undefined): string {
  if (!jurisdiction || jurisdiction === 'US') return '';
  const country = countryName(jurisdiction);
  return who.includes(country) ? '' : ` (${country})`;
}

/** The day of the last visit stands only where the work itself has no date. */
function bluebookAddress({ url, date }: Work, accessed: string): string {
  return `, ${url}${date ? '' : ` (last visited ${bluebookDate(accessed)})`}`;
}
