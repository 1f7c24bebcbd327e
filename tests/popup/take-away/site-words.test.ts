/** What every face and export says of a site of which the lists say nothing, and by which list on which day. */
import { describe, expect, it } from 'vitest';
import { NOT_CLEARANCE } from '../../../src/list/words.ts';
import type { SiteFound } from '../../../src/messages.ts';
import { listDayWords, releaseLine, silenceWords, siteSentences } from '../../../src/popup/take-away/site-words.ts';

const SEARCHED = { lists: 3, orders: 1, seizures: 0, submissions: 1, editions: { held: 7, complete: 2 } };
const silent = (more: object = {}) =>
  ({
    host: 'a.example',
    status: 'not-listed',
    result: { series: [], record: null, matches: [], closed: null, status: 'not-listed' },
    library: { series: {}, sources: {} },
    searched: SEARCHED,
    asOf: '2026-11-27',
    readOn: '2026-11-27',
    list: { state: 'ready', sequence: 4, published: '2026-11-22', hash: 'ab12' },
    ...more,
  }) as unknown as SiteFound;

describe('Of a site that nothing names', () => {
  it('it is said what was searched, one and many, and that silence is no clearance', () =>
    expect(siteSentences(silent())).toEqual([
      'Not named by this address in what was searched: 3 watch lists of governments, blocking orders of 1 country and submissions of 1 industry body.',
      NOT_CLEARANCE,
    ]));
  it('it is never said “not named” by a list that is out of date', () => {
    const words = siteSentences(silent({ status: 'unknown' })).join(' ');
    expect(words).toBe('The list is out of date: whether this site is named now is not known.');
  });
  it('it is said how far silence can be relied on, and nothing where no edition is held', () => {
    expect(silenceWords(silent())).toBe(
      'Our record holds 2 of the 7 editions of these watch lists in full; the silence of the others proves nothing.',
    );
    expect(silenceWords(silent({ searched: { ...SEARCHED, editions: { held: 7, complete: 0 } } }))).toMatch(
      /^Our record holds none of the 7/,
    );
    expect(silenceWords(silent({ searched: { ...SEARCHED, editions: { held: 0, complete: 0 } } }))).toBe('');
    expect(silenceWords(silent({ searched: null }))).toBe('');
  });
});

describe('The list and the day', () => {
  it.each([
    [{}, 'By the list of 22 November 2026, read on 27 November 2026'],
    [{ asOf: '2020-01-02' }, 'As of 2 January 2020, by the list of 22 November 2026, read on 27 November 2026'],
    [{ list: { state: 'none' } }, 'read on 27 November 2026'],
    [{ list: { state: 'none' }, asOf: '2020-01-02' }, 'As of 2 January 2020, read on 27 November 2026'],
  ])('%j', (more, words) => expect(listDayWords(silent(more))).toBe(words));
  it('are proved by the release and its hash, where there is a list', () => {
    expect(releaseLine(silent())).toMatch(/ \(Listmark release 4, SHA-256 ab12\)\.$/);
    expect(releaseLine(silent({ list: { state: 'none' } }))).toBe('read on 27 November 2026.');
  });
});
