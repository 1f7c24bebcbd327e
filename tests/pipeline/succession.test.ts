/** The checks of the next release against the one in the folder: same list, higher number, no great loss. */
import { describe, expect, it } from 'vitest';
import type { Head } from '../../src/list/release/release.ts';
import { UsageError } from '../../src/pipeline/arguments.ts';
import { checkLoss, checkSuccession } from '../../src/pipeline/succession.ts';

const BEFORE: Head = {
  format: 1,
  list: 'curated',
  sequence: 5,
  issued: '2026-11-20T00:00:00.000Z',
  expires: '2026-12-20T00:00:00.000Z',
  manifest: { hash: 'a'.repeat(64), size: 9 },
};
const complaint = (task: () => void): unknown => {
  try {
    task();
  } catch (error) {
    return error;
  }
  return null;
};

describe('The next release', () => {
  const next = (more: object, before: Head | null = BEFORE) =>
    complaint(() =>
      checkSuccession(
        'v1',
        before,
        { list: 'curated', sequence: 6, manifestHash: 'b'.repeat(64), ...more },
        'raise the number',
      ),
    );
  it('may be any if there is no previous one', () => expect(next({ list: 'other', sequence: 1 }, null)).toBe(null));
  it('must have a higher number, or the same number and the same records', () => {
    expect(next({})).toBe(null);
    expect(next({ sequence: 5, manifestHash: 'a'.repeat(64) })).toBe(null);
    expect(next({ sequence: 5 })).toEqual(
      new Error(
        'v1 holds release 5 already, with other records: raise the number (to renew its dates only, use "sign")',
      ),
    );
    for (const manifestHash of ['a'.repeat(64), 'b'.repeat(64)])
      expect(next({ sequence: 4, manifestHash })).toEqual(
        new Error('v1 holds release 5 already: raise the number above it'),
      );
  });
  it('must be of the same list; another list is a usage error', () => {
    for (const sequence of [4, 6]) {
      const error = next({ list: 'other', sequence });
      expect(error).toBeInstanceOf(UsageError);
      expect(error).toMatchObject({ message: 'v1 holds the list "curated", not "other": name another folder' });
    }
  });
});

describe('A loss of names', () => {
  const names = (count: number) => Array.from({ length: count }, (_, n) => `n${n}`);
  const loss = (before: number, after: number) =>
    complaint(() => checkLoss('names', names(before), new Set(names(after)))) as Error | null;
  it('of a tenth is allowed, of more is refused', () => {
    expect(loss(20, 18)).toBe(null);
    expect(loss(20, 17)).toBeInstanceOf(Error);
    expect(loss(9, 8)).toBeInstanceOf(Error);
    expect(loss(10, 9)).toBe(null);
    expect(loss(0, 0)).toBe(null);
    expect(loss(3, 30)).toBe(null);
  });
  it('counts the names that are missing, not the difference of the totals', () =>
    expect(complaint(() => checkLoss('names', ['a', 'b'], new Set(['b', 'c', 'd'])))).toBeInstanceOf(Error));
  it('is reported with up to three examples and a remedy', () => {
    expect(loss(4, 0)?.message).toBe(
      '4 of the 4 names of the release before are gone (n0, n1, n2…), more than a tenth: look whether the input was cut short; if the loss is meant, say so with --allow-loss. Nothing was written',
    );
    expect(loss(4, 1)?.message).toContain('3 of the 4 names of the release before are gone (n1, n2, n3), ');
  });
});
