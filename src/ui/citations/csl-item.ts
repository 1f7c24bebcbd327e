/** CSL-JSON: the item that reference managers and citeproc read. One for each document that was read. */
import type { Cited, Work } from './cited.ts';
import { worksRead } from './author-date.ts';

export interface CslItem {
  id: string;
  type: Work['type'];
  title: string;
  author?: { literal: string }[];
  authority?: string;
  issued?: CslDate;
  accessed: CslDate;
  number?: string;
  jurisdiction?: string;
  URL: string;
  note?: string;
}
interface CslDate {
  'date-parts': [[number, number?, number?]];
}

export const cslDate = (date: string): CslDate => ({
  'date-parts': [date.split('-').map(Number) as [number, number?, number?]],
});

/** @param accessed day of the visit, YYYY-MM-DD */
export const cslItems = (cited: readonly Cited[], accessed: string): CslItem[] =>
  worksRead(cited).map((work) => cslItem(work, cited, accessed));

function cslItem(work: Work, cited: readonly Cited[], accessed: string): CslItem {
  const from = cited.filter((each) => (each.citedIn ?? each.work).url === work.url && fits(each, work));
  const { title, type, authors, date, number, jurisdiction, url } = work;
  const note = [...new Set(from.map(noteOf))].filter(Boolean).join(' ');
  return {
    id: from[0]!.id,
    type,
    title,
    // A decision has no author in CSL: the court is its authority.
    ...(type === 'legal_case'
      ? { authority: authors.join('; ') }
      : { author: authors.map((literal) => ({ literal })) }),
    ...(date && { issued: cslDate(date) }),
    accessed: cslDate(accessed),
    ...(number && { number }),
    ...(jurisdiction && { jurisdiction }),
    URL: url,
    ...(note && { note }),
  };
}

/** Two acts can be read at one address, as two lines of a register; a report is one document. */
const fits = ({ work, citedIn }: Cited, read: Work): boolean =>
  read.type === 'webpage' || (!citedIn && work.title === read.title);

/** What reference managers have no field for: the act of which a report tells, and the place. */
function noteOf({ work, citedIn, locators, note }: Cited): string {
  const { authors, title, number, date } = work;
  const act = [authors.join('; '), title, number, date].filter(Boolean).join(', ');
  return [citedIn ? `Tells of: ${act}. The act itself was not read.` : '', `Place: ${locators.join('; ')}.`, note]
    .filter(Boolean)
    .join(' ');
}
