/**
 * BibTeX. A corporate name stands in two pairs of braces, as one pair lets readers split it at "and" and at commas. It
 * has no type for decisions; only as reports do they keep court and docket number in every reader.
 */
import type { CslItem } from './csl-item.ts';
import { isoDate } from './ris.ts';

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

export function bibtex(item: CslItem): string {
  const [year, month, day] = item.issued?.['date-parts'][0] ?? [];
  const names = item.authority ? [item.authority] : (item.author ?? []).map(({ literal }) => literal);
  const isReport = item.type === 'report' || item.type === 'legal_case';
  const fields: [string, string | undefined][] = [
    ['title', `{${tex(item.title)}}`],
    ['author', names.map((name) => `{${tex(name)}}`).join(' and ')],
    ['institution', isReport ? names.map(tex).join('; ') : undefined],
    ['type', item.type === 'legal_case' ? 'Decision' : undefined],
    ['number', item.number && tex(item.number)],
    ['year', year && String(year)],
    ['month', month && String(month)],
    ['day', day && String(day)],
    ['url', item.URL],
    ['urldate', isoDate(item.accessed)],
    ['note', item.note && tex(item.note)],
  ].filter((field): field is [string, string] => Boolean(field[1]));
  const lines = fields.map(([name, value]) => `  ${name} = {${value!}}`);
  return `@${isReport ? 'techreport' : 'misc'}{${item.id},\n${lines.join(',\n')}\n}`;
}
