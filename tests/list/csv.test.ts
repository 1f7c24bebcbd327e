/** CSV: fields are quoted where needed, and no spreadsheet runs one as a formula. */
import { expect, it } from 'vitest';
import { cell, csvText } from '../../src/list/csv.ts';

it.each([
  ['plain', 'plain'],
  ['a,b', '"a,b"'],
  ['say "x"', '"say ""x"""'],
  ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
  ['-1', "'-1"],
  ['@x', "'@x"],
  ['\n=1', `"'\n=1"`],
  ['＝1', "'＝1"],
])('the cell %s is written as %s', (value, written) => expect(cell(value)).toBe(written));

it('a table begins with a byte order mark, and its lines end as RFC 4180 says', () =>
  expect(
    csvText([
      ['a', 'b'],
      ['1,5', ''],
    ]),
  ).toBe('\uFEFFa,b\r\n"1,5",\r\n'));
