/** The quick way of the bulk check says exactly what the one reader of typed hosts says. */
import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { readEntryText } from '../../src/bulk/plain-entry.ts';
import { readTypedHost } from '../../src/list/names/typed-host.ts';
import { TYPED_CASES } from '../typed-hosts.ts';

test.each(TYPED_CASES.map(([typed]) => [typed]))('%j', (typed) => {
  expect(readEntryText(typed)).toEqual(readTypedHost(typed));
});

const label = fc.string({ unit: fc.constantFrom(...'ab0x9-_'), minLength: 1, maxLength: 5 });
const host = fc.array(label, { minLength: 1, maxLength: 5 }).map((labels) => labels.join('.'));
const rest = fc.string({ unit: fc.constantFrom(...'aZ0/.-_?=&+%#:@,;) '), maxLength: 10 });

it('for made-up hosts, paths and queries', () => {
  fc.assert(
    fc.property(fc.constantFrom('', 'http://', 'https://', 'HTTP://'), host, rest, (scheme, name, more) => {
      expect(readEntryText(scheme + name + more)).toEqual(readTypedHost(scheme + name + more));
    }),
    { numRuns: 5000 },
  );
});

it('for names about as long as names can be, and for punycode', () => {
  for (const length of [62, 63, 64])
    for (const text of [`${'a'.repeat(length)}.example`, `x.${'a'.repeat(length)}`])
      expect(readEntryText(text)).toEqual(readTypedHost(text));
  for (const count of [121, 122, 123, 124])
    expect(readEntryText(`${'a.'.repeat(count)}example`)).toEqual(readTypedHost(`${'a.'.repeat(count)}example`));
  for (const text of ['xn--a.example', 'xn--bcher-kva.example', 'a.xn--p1ai'])
    expect(readEntryText(text)).toEqual(readTypedHost(text));
});
