/** How the last check went, in the popup's words: a failure is never told as a success, nor silence as a check. */
import { describe, expect, it } from 'vitest';
import type { ListReport, SyncResult } from '../../src/messages.ts';
import { syncWords } from '../../src/popup/sync-words.ts';

const AT = '2026-11-27T10:00:00.000Z';
const report = (lastSync: SyncResult | null, more: object = {}) =>
  ({ state: 'ready', origin: 'network', hasAddress: true, lastSync, ...more }) as ListReport;

describe('The last check', () => {
  it.each<[SyncResult | null, RegExp]>([
    [null, /^Not yet checked for a newer release$/],
    [{ at: AT, outcome: 'no-address' }, /^Not yet checked for a newer release$/],
    [{ at: AT, outcome: 'updated' }, /^Updated, 27 November 2026/],
    [{ at: AT, outcome: 'current' }, /^Checked, up to date, 27 November 2026/],
    [
      { at: AT, outcome: 'refused', code: 'expired', reason: 'its host is out of date' },
      /^Last check failed, the list above is kept: its host is out of date \(27 November 2026/,
    ],
    [{ at: AT, outcome: 'refused' }, /: no reason known \(/],
  ])('%j', (lastSync, words) => expect(syncWords(report(lastSync))).toMatch(words));
  it('that failed keeps no list where there is none', () =>
    expect(
      syncWords(report({ at: AT, outcome: 'refused', code: 'unreachable', reason: 'no host' }, { state: 'none' })),
    ).toMatch(/^Last check failed: no host \(/));
});

describe('A copy without an address says which list it uses', () => {
  it.each([
    [{ state: 'none' }, 'nothing is fetched'],
    [{ origin: 'bundled' }, 'the list in the package is used'],
    [{ origin: 'network' }, 'the list that was fetched last is used'],
  ])('%j', (more, words) =>
    expect(syncWords(report(null, { hasAddress: false, ...more }))).toBe(`This copy has no list address; ${words}.`),
  );
});
