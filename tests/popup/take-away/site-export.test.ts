import { expect, test } from 'vitest';
import { cell } from '../../../src/popup/take-away/site-export.ts';

test.each([
  ['plain', 'plain'],
  ['a,b', '"a,b"'],
  ['say "x"', '"say ""x"""'],
  ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
  ['-1', "'-1"],
  ['@x', "'@x"],
])('the cell %s is written as %s', (value, written) => expect(cell(value)).toBe(written));
