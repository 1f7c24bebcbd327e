/**
 * RIS. It has no corporate authors: readers take what stands after the first comma for the first name, and EndNote takes
 * the last word of a name without a comma for the family name. So each name ends with a comma, and a comma inside it
 * becomes brackets: "U.S. District Court (District of Maryland),". The court and the docket of a decision also have
 * fields of their own, in which commas stay.
 */
import type { CslItem } from './csl-item.ts';

const TYPE: Record<CslItem['type'], string> = {
  report: 'RPRT',
  legal_case: 'CASE',
  legislation: 'STAT',
  webpage: 'ELEC',
};

export function ris(item: CslItem): string {
  const [year, month, day] = item.issued?.['date-parts'][0] ?? [];
  const docket = item.number;
  const names = item.authority ? item.authority.split('; ') : (item.author ?? []).map(({ literal }) => literal);
  const fields: [string, string | undefined][] = [
    ['TY', TYPE[item.type]],
    ['ID', item.id],
    ['TI', item.title],
    ...names.map((name): [string, string] => ['AU', corporate(name)]),
    ['PB', names.join('; ')],
    ['PY', year && String(year)],
    ['DA', year && [year, month ? pad(month) : '', day ? pad(day) : '', ''].join('/')],
    // The docket number to Zotero and EndNote. Other readers have no field for it, so it also begins the note.
    ['SV', docket],
    ['UR', item.URL],
    ['Y2', isoDate(item.accessed).replaceAll('-', '/')],
    ['N1', [docket && `Docket: ${docket}.`, item.note].filter(Boolean).join(' ')],
  ].map(([tag, value]): [string, string | undefined] => [String(tag), value ? String(value) : undefined]);
  const lines = fields.flatMap(([tag, value]) => (value ? [`${tag}  - ${value.replace(/\s+/g, ' ')}`] : []));
  return [...lines, 'ER  - '].join('\n');
}

/** The name as an author of RIS that no reader splits. */
export function corporate(name: string): string {
  const [first, ...rest] = name.split(', ');
  return rest.length ? `${first!} (${rest.join('; ')}),` : `${name},`;
}

const pad = (number: number): string => String(number).padStart(2, '0');
export const isoDate = (date: CslItem['accessed']): string => date['date-parts'][0].map((part) => pad(part!)).join('-');
