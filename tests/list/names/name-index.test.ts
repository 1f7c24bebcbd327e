import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { covers } from '../../../src/list/names/host.ts';
import { hashOf } from './whole-hash.ts';
import { buildNameIndex, NameIndexBuilder, wrapNameIndex } from '../../../src/list/names/name-index.ts';

/** The index, and the names in its order as the store keeps them. */
function indexOf(names: readonly string[]) {
  const { bytes, order } = buildNameIndex(names);
  const index = wrapNameIndex(bytes.buffer);
  const stored = Array.from(order, (n) => names[n]!);
  const candidates = (host: string): string[] => {
    const out: number[] = [];
    const count = index.find(host, 0, host.length, out);
    return out.slice(0, count).map((position) => stored[position]!);
  };
  const listed = (host: string): string[] => candidates(host).filter((name) => covers(name, host));
  return { index, bytes, order, stored, candidates, listed };
}

/** The expected result by brute force. Most specific first. */
const bruteForce = (names: readonly string[], host: string): string[] =>
  names.filter((name) => covers(name, host)).sort((a, b) => b.length - a.length);

/** Generated names that look real; the same in every run. */
const numbered = (count: number, from = 0): string[] =>
  Array.from(
    { length: count },
    (_, n) =>
      `${(((n + from) * 2654435761) % 4294967296).toString(36)}${n % 7 === 0 ? '.co' : ''}.${['com', 'net', 'ru', 'to'][n % 4]}`,
  );

const label = fc.stringMatching(/^[a-c]{1,2}$/);
const name = fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => labels.join('.'));

describe('the index finds', () => {
  it('exactly the listed names that cover a host, most specific first, as brute force does', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(name, { maxLength: 60 }),
        fc.array(name, { minLength: 1, maxLength: 60 }),
        (names, hosts) => {
          const { listed } = indexOf(names);
          for (const host of [...hosts, ...names]) expect(listed(host)).toEqual(bruteForce(names, host));
        },
      ),
      { seed: 1, numRuns: 500 },
    );
  });

  it('every one of 30 thousand names, alone and below', () => {
    const names = numbered(30_000);
    const { listed } = indexOf(names);
    const wrong = names.filter(
      (each) =>
        !listed(each).includes(each) ||
        !listed(`cdn-7.www.${each}`).includes(each) ||
        listed(`x${each}`).includes(each),
    );
    expect(wrong).toEqual([]);
  });

  it('nothing among 100 thousand hosts that are not listed, and hardly ever a candidate', () => {
    const { candidates, listed } = indexOf(numbered(30_000));
    const hosts = numbered(100_000, 1_000_000).map((host) => `www.${host}`);
    expect(hosts.filter((host) => listed(host).length > 0)).toEqual([]);
    // On paper one host in 25 thousand meets the kept bits of another name, which costs a read of its block.
    expect(hosts.filter((host) => candidates(host).length > 0).length).toBeLessThan(20);
  });

  it('the host inside an address, in capitals too, and never reads past its ends', () => {
    const { index, stored } = indexOf(['example.org', 'org.example']);
    const out: number[] = [];
    const address = 'https://WWW.Example.ORG.example/';
    expect(index.find(address, 8, 23, out)).toBe(1);
    expect(stored[out[0]!]).toBe('example.org');
    expect(index.find(address, 8, 22, out)).toBe(0);
    expect(index.find(address, 13, 23, out)).toBe(0);
    expect(index.find(address, 20, 31, out)).toBe(1);
    expect(stored[out[0]!]).toBe('org.example');
  });

  it('names of one label only if such are listed', () => {
    expect(indexOf(['example.org']).listed('org')).toEqual([]);
    const { listed } = indexOf(['example.org', 'onion', 'localhost']);
    expect(listed('a.b.onion')).toEqual(['onion']);
    expect(listed('localhost')).toEqual(['localhost']);
    expect(listed('www.example.org')).toEqual(['example.org']);
    expect(listed('org')).toEqual([]);
  });

  it('nothing for addresses without a name', () => {
    const { candidates } = indexOf(['example.org', 'a.example.org']);
    for (const host of [
      '',
      '.',
      '..',
      '[::1]',
      '[2001:db8::1]',
      '192.0.2.1',
      'localhost',
      'org',
      'example',
      '.org',
      'example.org.',
    ])
      expect(candidates(host)).toEqual([]);
  });

  it('nothing in an empty list', () => {
    const { index, candidates } = indexOf([]);
    expect(index.size).toBe(0);
    expect(candidates('example.org')).toEqual([]);
  });

  it('a name as deep and as long as names can be', () => {
    const deep = `${'a.'.repeat(126)}b`;
    const long = `${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(61)}`;
    const { listed } = indexOf([deep, long, 'a.b']);
    expect(listed(deep)).toEqual([deep, 'a.b']);
    expect(listed(long)).toEqual([long]);
  });
});

describe('a collision', () => {
  /** Pairs of names with the same hash, which the index cannot distinguish. */
  function collidingPairs(): [string, string][] {
    const seen = new Map<number, string>();
    const pairs: [string, string][] = [];
    for (const candidate of numbered(400_000)) {
      const hash = hashOf(candidate);
      const other = seen.get(hash);
      if (other !== undefined) pairs.push([other, candidate]);
      seen.set(hash, candidate);
    }
    return pairs;
  }
  const pairs = collidingPairs();

  it('can be crafted', () => {
    expect(pairs.length).toBeGreaterThan(5);
  });

  it('never flags the other name, although the index gives a candidate', () => {
    let met = 0;
    for (const [first, second] of pairs) {
      // The children set more filter bits, until the second name's is among them: a crafted list.
      const names = [first, ...Array.from({ length: 16 }, (_, n) => `child${n}.${n % 2 ? first : `p${n}.${first}`}`)];
      for (const [list, host] of [
        [names, second],
        [names, `www.${second}`],
      ] as const) {
        const { candidates, listed } = indexOf(list);
        if (candidates(host).includes(first)) met++;
        expect(listed(host)).toEqual([]);
      }
    }
    expect(met).toBeGreaterThan(0);
  });

  it('of two listed names gives both as candidates, and each is found', () => {
    for (const [first, second] of pairs) {
      const { candidates, listed } = indexOf([first, second, 'example.org']);
      expect(candidates(first).toSorted()).toEqual([first, second].toSorted());
      expect(listed(first)).toEqual([first]);
      expect(listed(second)).toEqual([second]);
    }
  });
});

describe('the stored bytes', () => {
  it('take 3.34 bytes a name from 10 thousand names up', () => {
    for (const count of [10_000, 30_000, 100_000])
      expect(buildNameIndex(numbered(count)).bytes.length / count).toBeLessThan(3.34);
  });

  it('are the same for the same names in any order, and the order says where each stands', () => {
    const names = numbered(5_000);
    const { bytes, stored } = indexOf(names);
    const reversed = indexOf(names.toReversed());
    expect(Buffer.from(reversed.bytes).equals(bytes)).toBe(true);
    expect(reversed.stored).toEqual(stored);
    expect(stored.toSorted()).toEqual(names.toSorted());
  });

  it('are little-endian words that begin with LMNI', () => {
    const { bytes } = indexOf(['example.org', 'example.net']);
    expect(Buffer.from(bytes.subarray(0, 4)).toString()).toBe('LMNI');
    expect([...bytes.subarray(4, 12)]).toEqual([2, 0, 0, 0, 2, 0, 0, 0]);
  });

  it('are wrapped without a copy, or copied if they are not aligned', () => {
    const { bytes } = indexOf(['example.org', 'example.net']);
    for (const offset of [0, 1, 2, 3, 4]) {
      const shifted = new Uint8Array(bytes.length + 8);
      shifted.set(bytes, offset);
      const index = wrapNameIndex(shifted.subarray(offset, offset + bytes.length));
      expect(index.find('www.example.org', 0, 15, [])).toBe(1);
    }
  });

  it('are refused with the reason when they are something else', () => {
    const { bytes } = indexOf(['example.org', 'example.net']);
    const changed = (at: number, value: number) => {
      const copy = bytes.slice();
      copy[at] = value;
      return copy;
    };
    expect(() => wrapNameIndex(new ArrayBuffer(0))).toThrow('Not a name index: 0 bytes');
    expect(() => wrapNameIndex(bytes.slice(0, -1))).toThrow('Not a name index');
    expect(() => wrapNameIndex(bytes.slice(0, -4))).toThrow('its header says');
    expect(() => wrapNameIndex(changed(0, 0))).toThrow('LMNI');
    expect(() => wrapNameIndex(changed(4, 9))).toThrow('version 9');
    expect(() => wrapNameIndex(changed(8, 3))).toThrow('its header says');
    expect(() => wrapNameIndex(changed(15, 255))).toThrow('its header says');
    expect(() => wrapNameIndex(changed(16, 7))).toThrow('contradicts');
    expect(() => wrapNameIndex(new Uint8Array(64))).toThrow('LMNI');
  });

  it('cannot be made with another number of names than given', () => {
    const builder = new NameIndexBuilder(1);
    expect(() => builder.finish()).toThrow('0 were added, it was made for 1');
    builder.add('example.org');
    expect(() => builder.add('example.net')).toThrow('Too many names for the index: it was made for 1');
  });

  it('cannot be made of an empty name, which would cover every host', () => {
    expect(() => buildNameIndex(['example.org', ''])).toThrow('empty name');
  });
});
