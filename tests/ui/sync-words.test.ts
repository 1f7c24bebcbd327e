/** The popup's text about the last sync: a failure is never shown as a success, nor “not yet checked” as checked. */
import { describe, expect, it } from 'vitest';
import type { ListReport, SyncResult } from '../../src/messages.ts';
import { syncWords } from '../../src/ui/sync-words.ts';

const AT = '2026-11-27T10:00:00.000Z';
const report = (lastSync: SyncResult | null, more: object = {}) =>
  ({ state: 'ready', origin: 'network', hasAddress: true, lastSync, ...more }) as ListReport;

describe('The text for the last sync', () => {
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
  it('does not say that the list is kept if there is no list', () =>
    expect(
      syncWords(report({ at: AT, outcome: 'refused', code: 'unreachable', reason: 'no host' }, { state: 'none' })),
    ).toMatch(/^Last check failed: no host \(/));
});

describe('Without a list address the text says which list is used', () => {
  it.each([
    [{ state: 'none' }, 'nothing is fetched'],
    [{ origin: 'bundled' }, 'the list that came with the extension is used'],
    [{ origin: 'network' }, 'the list that was fetched last is used'],
  ])('%j', (more, words) =>
    expect(syncWords(report(null, { hasAddress: false, ...more }))).toBe(`This copy has no list address; ${words}.`),
  );
});
