/**
 * The sentences about a site that is not listed, and about the list and the day, as all faces and exports show them.
 */
import { describe, expect, it } from 'vitest';
import { ADDRESS_UNKNOWN, NOT_CLEARANCE } from '../../../src/words/record/terms.ts';
import type { SiteFound } from '../../../src/messages.ts';
import { listDayWords, releaseLine, silenceWords, siteSentences } from '../../../src/popup/take-away/site-words.ts';

const SEARCHED = { lists: 3, orders: 1, seizures: 0, submissions: 1, editions: { held: 7, complete: 2 } };
const notListed = (more: object = {}) =>
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

describe('For a site that is not listed', () => {
  it('the text lists what was searched, with singular and plural, and states that this is no clearance', () =>
    expect(siteSentences(notListed())).toEqual([
      'Not named by this address in what was searched: 3 watch lists of governments, blocking orders of 1 country and submissions of 1 industry body.',
      NOT_CLEARANCE,
    ]));
  it('the text never says “not named” if the list is out of date', () => {
    const words = siteSentences(notListed({ status: 'unknown' })).join(' ');
    expect(words).toBe('The list is out of date: whether this site is named now is not known.');
  });
  it('the text says of an IP address that no list can say anything of it', () =>
    expect(siteSentences(notListed({ host: '192.0.2.1', status: 'unknown', searched: null, beside: null }))).toEqual([
      ADDRESS_UNKNOWN,
    ]));
  it('the text says how many editions are complete, and is empty if the record holds no edition', () => {
    expect(silenceWords(notListed())).toBe(
      'Our record holds 2 of the 7 editions of these watch lists in full; the silence of the others proves nothing.',
    );
    expect(silenceWords(notListed({ searched: { ...SEARCHED, editions: { held: 7, complete: 0 } } }))).toMatch(
      /^Our record holds none of the 7/,
    );
    expect(silenceWords(notListed({ searched: { ...SEARCHED, editions: { held: 0, complete: 0 } } }))).toBe('');
    expect(silenceWords(notListed({ searched: null }))).toBe('');
  });
});

describe('The words for the list and the day', () => {
  it.each([
    [{}, 'By Listmark’s list of 22 November 2026, read on 27 November 2026'],
    [{ asOf: '2020-01-02' }, 'As of 2 January 2020, by Listmark’s list of 22 November 2026, read on 27 November 2026'],
    [{ list: { state: 'none' } }, 'read on 27 November 2026'],
    [{ list: { state: 'none' }, asOf: '2020-01-02' }, 'As of 2 January 2020, read on 27 November 2026'],
  ])('%j', (more, words) => expect(listDayWords(notListed(more))).toBe(words));
  it('include the release number and its hash if there is a list', () => {
    expect(releaseLine(notListed())).toMatch(/ \(release 4, SHA-256 ab12\)\.$/);
    expect(releaseLine(notListed({ list: { state: 'none' } }))).toBe('read on 27 November 2026.');
  });
});
