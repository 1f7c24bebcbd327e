/**
 * Citations as text, in the styles that courts and journals ask for. Written here, because citation-js with the
 * styles' CSL files takes 212 kB, a third of the package's size limit; docs/citations.md compares the two.
 */
import { apa, chicago } from './author-date.ts';
import { bibtex } from './bibtex.ts';
import type { Cited } from './cited.ts';
import { cslItems } from './csl-item.ts';
import { bluebook, oscola } from './footnotes.ts';
import { ris } from './ris.ts';

export const FORMATS = {
  apa: 'APA 7',
  chicago: 'Chicago (author-date)',
  oscola: 'OSCOLA',
  bluebook: 'Bluebook',
  bibtex: 'BibTeX',
  ris: 'RIS',
  csl: 'CSL-JSON',
} as const;
export type Format = keyof typeof FORMATS;

/** @param accessed the day on which the reader opens the addresses, YYYY-MM-DD */
export function cite(cited: readonly Cited[], format: Format, accessed: string): string {
  switch (format) {
    case 'apa':
      return apa(cited, accessed);
    case 'chicago':
      return chicago(cited, accessed);
    case 'oscola':
      return oscola(cited, accessed);
    case 'bluebook':
      return bluebook(cited, accessed);
    case 'bibtex':
      return cslItems(cited, accessed).map(bibtex).join('\n\n');
    case 'ris':
      return cslItems(cited, accessed).map(ris).join('\n\n');
    case 'csl':
      return JSON.stringify(cslItems(cited, accessed), null, 2);
  }
}
