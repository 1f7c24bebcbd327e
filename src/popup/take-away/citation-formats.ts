/**
 * Citations as text. Written here for the three item types of `cslItem`, because citation-js takes 212 kB, a third of
 * the package's size limit. tests/popup/take-away/citation-formats.test.ts compares the results with citation-js.
 */
import { countryName, dateWords } from '../../list/words.ts';
import type { CslItem } from './source-item.ts';

export const FORMATS = {
  apa: 'APA',
  legal: 'Legal order line',
  bibtex: 'BibTeX',
  ris: 'RIS',
  csl: 'CSL-JSON',
} as const;
export type Format = keyof typeof FORMATS;

export function cite(items: readonly CslItem[], format: Format): string {
  switch (format) {
    case 'apa':
      return items.map(apa).join('\n');
    case 'legal':
      return items.map(legal).join('\n');
    case 'bibtex':
      return items.map(bibtex).join('\n\n');
    case 'ris':
      return items.map(ris).join('\n');
    case 'csl':
      return JSON.stringify(items, null, 2);
  }
}

type Parts = [number, number?, number?];
const partsOf = (item: CslItem): Parts => item.issued['date-parts'][0];
const pad = (number: number) => String(number).padStart(2, '0');
const isoDate = (item: CslItem): string =>
  partsOf(item)
    .map((part) => pad(part!))
    .join('-');
const issuerOf = ({ author, authority, publisher }: CslItem): string =>
  author?.[0].literal ?? authority ?? publisher ?? '';
const end = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`);

function apaDate(item: CslItem): string {
  const [year, month, day] = partsOf(item);
  if (!month) return String(year);
  const name = dateWords(`${year}-${pad(month)}`).split(' ')[0]!;
  return `${year}, ${name}${day ? ` ${day}` : ''}`;
}

/** APA, 7th edition: reports and web pages by author, court decisions as "Title, number (court date)". */
function apa(item: CslItem): string {
  if (item.type === 'legal_case') {
    const [year, month, day] = partsOf(item);
    const date = month
      ? `${dateWords(`${year}-${pad(month)}`).split(' ')[0]}${day ? ` ${day}` : ''}, ${year}`
      : String(year);
    return `${item.title}${item.number ? `, ${item.number}` : ''} (${[item.authority, date].filter(Boolean).join(' ')}). ${item.URL}`;
  }
  const date = item.type === 'report' ? String(partsOf(item)[0]) : apaDate(item);
  return `${end(issuerOf(item))} (${date}). ${end(item.title)} ${item.URL}`;
}

/** As court filings cite orders: body, country, case number, date, title, address. */
function legal(item: CslItem): string {
  const place = item.jurisdiction && item.jurisdiction !== 'EU' ? ` (${countryName(item.jurisdiction)})` : '';
  const number = item.number ? `, ${item.number}` : '';
  return `${issuerOf(item)}${place}${number}, ${dateWords(isoDate(item))}, ${item.title}, ${item.URL}`;
}

const TEX: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};
const tex = (text: string): string => text.replace(/[\\{}$&%#_~^]/g, (sign) => TEX[sign]!);

function bibtex(item: CslItem): string {
  const [year, month, day] = partsOf(item);
  // Double braces, because BibTeX would read an institution as a first and a last name.
  const fields: [string, string | undefined][] = [
    ['title', `{${tex(item.title)}}`],
    ['author', `{${tex(issuerOf(item))}}`],
    [item.type === 'report' ? 'institution' : 'publisher', tex(issuerOf(item))],
    ['number', item.number && tex(item.number)],
    ['year', String(year)],
    ['month', month ? String(month) : undefined],
    ['day', day ? String(day) : undefined],
    ['url', item.URL],
    ['note', item.note && tex(item.note)],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}}`] : []));
  return `@${item.type === 'report' ? 'techreport' : 'misc'}{${item.id},\n${lines.join(',\n')}\n}`;
}

const RIS_TYPE: Record<CslItem['type'], string> = { report: 'RPRT', legal_case: 'CASE', webpage: 'ELEC' };

function ris(item: CslItem): string {
  const [year, month, day] = partsOf(item);
  const fields: [string, string | undefined][] = [
    ['TY', RIS_TYPE[item.type]],
    ['ID', item.id],
    ['TI', item.title],
    ['AU', issuerOf(item)],
    ['PB', issuerOf(item)],
    ['PY', String(year)],
    ['DA', [year, month && pad(month), day && pad(day)].filter(Boolean).join('/')],
    ['M1', item.number],
    ['UR', item.URL],
    ['N1', item.note],
  ];
  return [
    ...fields.flatMap(([tag, value]) => (value ? [`${tag}  - ${value.replaceAll('\n', ' ')}`] : [])),
    'ER  - ',
  ].join('\n');
}
