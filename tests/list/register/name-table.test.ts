import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reverseLabels, sortNames } from '../../../src/list/names/name-order.ts';
import { countNames, decodeNames, encodeNames } from '../../../src/list/register/name-table.ts';
import { makeNames } from '../../bench/names.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const label = fc.stringMatching(/^[a-c0_-]{1,3}$/);
const names = fc.array(
  fc.array(label, { minLength: 1, maxLength: 5 }).map((labels) => labels.join('.')),
  { maxLength: 80 },
);

/** A table from hand-written parts: the numbers of shared characters and the rests of the names. */
const table = (count: number, shared: number[], rests: string): Bytes =>
  Uint8Array.from([...Buffer.from('LMNT'), 1, count, ...shared, ...Buffer.from(rests)]);

const labelsReversed = (name: string) => name.split('.').reverse().join('.');

describe('the order of names', () => {
  it('keeps names below one parent together, and has each name once', () => {
    expect(sortNames(['www.example.org', 'example.net', 'example.org', 'b.example.net', 'example.org'])).toEqual([
      'example.net',
      'b.example.net',
      'example.org',
      'www.example.org',
    ]);
  });

  it('is the order of the labels from right to left', () => {
    fc.assert(
      fc.property(names, (some) => {
        const sorted = sortNames(some);
        expect(sorted.map(labelsReversed)).toEqual([...new Set(some)].map(labelsReversed).sort());
        for (const name of some) expect(reverseLabels(reverseLabels(name))).toBe(name);
      }),
      { seed: 2 },
    );
  });
});

describe('a table of names', () => {
  it('decodes to the names that were encoded, with their number', () => {
    fc.assert(
      fc.property(names, (some) => {
        const sorted = sortNames(some);
        const bytes = encodeNames(sorted);
        expect(decodeNames(bytes)).toEqual(sorted);
        expect(countNames(bytes)).toBe(sorted.length);
      }),
      { seed: 3, numRuns: 500 },
    );
  });

  it('encodes names of the maximum length', () => {
    const long = `${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(61)}`;
    expect(decodeNames(encodeNames([long]))).toEqual([long]);
    expect(() => encodeNames([`a${long}`])).toThrow('Not a host name');
  });

  it('takes at most 6.0 bytes per name for 100,000 names, gzipped', () => {
    const sorted = sortNames(makeNames(100_000));
    expect(gzipSync(encodeNames(sorted), { level: 9 }).length / sorted.length).toBeLessThanOrEqual(6.0);
  }, 30_000);

  it.each([
    ['names out of order', ['b.example', 'a.example'], 'not sorted'],
    ['a name twice', ['a.example', 'a.example'], 'not unique'],
    ['capitals', ['A.example'], 'Not a host name'],
    ['other alphabets', ['bücher.example'], 'Not a host name'],
    ['an empty name', [''], 'Not a host name'],
    ['an empty label', ['a..example'], 'Not a host name'],
    ['a trailing dot', ['a.example.'], 'Not a host name'],
    ['a line feed', ['a\nb.example'], 'Not a host name'],
  ])('cannot be made of %s', (_, wrong, reason) => {
    expect(() => encodeNames(wrong)).toThrow(reason);
  });
});

describe('a damaged table of names', () => {
  it.each([
    ['nothing', new Uint8Array(), 'does not begin with "LMNT"'],
    ['something else', new TextEncoder().encode('<!doctype html>'), 'does not begin with "LMNT"'],
    ['a newer version', Uint8Array.from([...Buffer.from('LMNT'), 2, 0]), 'version 2, expected 1'],
    ['no count', Uint8Array.from([...Buffer.from('LMNT'), 1]), 'ends too early'],
    ['an endless count', Uint8Array.from([...Buffer.from('LMNT'), 1, ...Array<number>(40).fill(255)]), 'too large'],
    [
      'a count that is too large for the number of bytes',
      Uint8Array.from([...Buffer.from('LMNT'), 1, 255, 255, 255, 255, 15]),
      'cannot fit',
    ],
    ['a first name with shared characters', table(1, [1], 'a\n'), 'shares more'],
    ['a name that shares more characters than the name before has', table(2, [0, 4], 'a.b\n.c\n'), 'shares more'],
    ['names out of order', table(2, [0, 2], 'a.b\na\n'), 'out of order'],
    ['a name twice', table(2, [0, 3], 'a.b\n\nab'), 'adds nothing'],
    ['a name that shares fewer characters than it could', table(2, [0, 1], 'a.b\n.c\n'), 'out of order'],
    ['an unterminated name', table(1, [0], 'a.b'), 'no end'],
    ['names missing', table(2, [0, 0], 'a.b\n\u0000'), 'out of order'],
    ['capitals', table(1, [0], 'A.b\n'), 'holds a character'],
    ['an empty label', table(1, [0], 'a..b\n'), 'empty label'],
    ['a dot at the beginning', table(1, [0], '.ab\n'), 'empty label'],
    ['a dot at the end', table(1, [0], 'ab.\n'), 'empty label'],
    ['a name of 254 characters', table(1, [0], `${'a'.repeat(254)}\n`), 'too long'],
    ['bytes after the last name', table(1, [0], 'a.b\nc'), '1 bytes after the last name'],
  ])('is refused with the reason: %s', (_, bytes, reason) => {
    expect(() => decodeNames(bytes)).toThrow(reason);
  });

  it('never hangs and never gives an invalid name with a changed or missing byte', () => {
    const sorted = sortNames(makeNames(200));
    const bytes = encodeNames(sorted);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), fc.nat(bytes.length), (at, value, length) => {
        const changed = bytes.slice(0, length);
        if (at < length) changed[at] = value;
        let decoded: string[];
        try {
          decoded = decodeNames(changed);
        } catch (error) {
          expect((error as Error).message).toMatch(
            /^(Damaged name table at byte|Not a name table|The name table has version)/,
          );
          return;
        }
        expect(encodeNames(decoded)).toEqual(changed);
      }),
      { seed: 4, numRuns: 3_000 },
    );
  });
});
