import { expect, it, test } from 'vitest';
import { cell } from '../../src/ui/site-export.ts';
import { addressOf } from '../../src/popup/address.ts';

test.each([
  ['plain', 'plain'],
  ['a,b', '"a,b"'],
  ['say "x"', '"say ""x"""'],
  ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
  ['-1', "'-1"],
  ['@x', "'@x"],
])('the cell %s is written as %s', (value, written) => expect(cell(value)).toBe(written));

it.each([
  ['site.example', 'http://site.example/'],
  ['  Site.Example/path?q ', 'http://site.example/path?q'],
  ['https://site.example:8080/', 'https://site.example:8080/'],
  ['испытание.рф', 'http://xn--80akhbyknj4f.xn--p1ai/'],
  ['localhost', null],
  ['two words', null],
  ['', null],
  ['ftp://site.example', null],
])('what is typed as "%s" is looked up as %s', (typed, address) => expect(addressOf(typed)).toBe(address));
