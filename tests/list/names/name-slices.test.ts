import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildNameIndex, NameIndexBuilder, wrapNameIndex } from '../../../src/list/names/name-index.ts';
import { SlicedNameIndex } from '../../../src/list/names/name-slices.ts';

const numbered = (count: number): string[] =>
  Array.from(
    { length: count },
    (_, n) => `${(n * 2654435761) % 4294967296}${n % 5 === 0 ? '.sub' : ''}.${['com', 'net', 'co.uk'][n % 3]}`,
  );

function sliced(names: readonly string[]) {
  const builder = new NameIndexBuilder(names.length);
  for (const each of names) builder.add(each);
  const plan = builder.plan();
  const index = new SlicedNameIndex(plan);
  const read: number[] = [];
  const find = (host: string): number[] => {
    for (const slice of index.missing(host)) {
      read.push(slice);
      index.put(slice, builder.slice(slice, plan).index);
    }
    return index.find(host);
  };
  const whole = wrapNameIndex(buildNameIndex(names).bytes);
  const findWhole = (host: string): number[] => {
    const out: number[] = [];
    whole.find(host, 0, host.length, out);
    return out;
  };
  return { plan, index, find, findWhole, read };
}

const label = fc.stringMatching(/^[a-c]{1,2}$/);
const name = fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => labels.join('.'));

describe('An index in slices', () => {
  it('gives the same results as the whole index, for hosts in any order', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(name, { maxLength: 60 }),
        fc.array(name, { minLength: 1, maxLength: 60 }),
        (names, hosts) => {
          const { find, findWhole } = sliced(names);
          for (const host of [...hosts, ...names, ...hosts]) expect(find(host)).toEqual(findWhole(host));
        },
      ),
      { seed: 1, numRuns: 300 },
    );
  });

  it('gives the same results across many slices', () => {
    const names = numbered(20_000);
    const { plan, find, findWhole, read } = sliced(names);
    expect(plan.starts.length).toBe(10);
    for (const host of [
      ...names.slice(0, 3_000),
      ...names.slice(-500).map((each) => `a.www.${each}`),
      'unlisted.example',
      'a.b.c.d.unlisted.example',
    ])
      expect(find(host)).toEqual(findWhole(host));
    expect([...read].sort((a, b) => a - b)).toEqual([...Array(9).keys()]);
  });

  it('reads at most one slice per parent, and none twice', () => {
    const { find, read } = sliced(numbered(20_000));
    find('www.unlisted.example');
    expect(read.length).toBeLessThanOrEqual(2);
    const before = read.length;
    find('www.unlisted.example');
    expect(read.length).toBe(before);
  });

  it('throws instead of answering while a slice is missing', () => {
    const { index } = sliced(numbered(5_000));
    expect(() => index.find('unlisted.example')).toThrow('are not loaded');
  });

  it('refuses a slice of the wrong length', () => {
    const { index } = sliced(numbered(5_000));
    expect(() => index.put(1, new ArrayBuffer(12))).toThrow('Slice 1 of the index is damaged');
  });

  it('finds the slice of each position, also with empty slices', () => {
    const index = new SlicedNameIndex({
      header: sliced(numbered(9_000)).plan.header,
      starts: Uint32Array.of(0, 0, 3, 3, 9_000),
    });
    expect([0, 2, 3, 8_999].map((position) => index.locate(position))).toEqual([
      { slice: 1, at: 0 },
      { slice: 1, at: 2 },
      { slice: 3, at: 0 },
      { slice: 3, at: 8_996 },
    ]);
  });
});
