/** Which module answers each question, in which order things are done, and how errors are reported. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Refusal } from '../../src/list/release/refusal.ts';
import { exampleSeries } from '../fixtures.ts';

/** The calls made, oldest first. */
const done = vi.hoisted(() => [] as unknown[][]);
const part = vi.hoisted(() => (name: string) => async (...args: unknown[]) => {
  done.push([name, ...args]);
  return `${name} answers`;
});
const list = vi.hoisted((): { held: unknown } => ({ held: null }));

vi.mock('webextension-polyfill', () => ({
  default: { runtime: { id: 'listmark', getURL: (path: string) => `chrome-extension://listmark/${path}` } },
}));
vi.mock('../../src/background/page/badge-answer.ts', () => ({
  badgeFor: part('badgeFor'),
  hideBadge: part('hideBadge'),
  hidingsOn: part('hidingsOn'),
  showAgain: part('showAgain'),
}));
vi.mock('../../src/background/page/open-details.ts', () => ({ openDetails: part('openDetails') }));
vi.mock('../../src/background/list/list-report.ts', () => ({ listReport: part('listReport') }));
vi.mock('../../src/background/list/records-part.ts', () => ({ recordsPart: part('recordsPart') }));
vi.mock('../../src/background/list/update.ts', () => ({ syncNow: part('syncNow') }));
vi.mock('../../src/background/list/open-list.ts', () => ({
  withList: async (read: (list: unknown) => unknown) => list.held && read(list.held),
}));
vi.mock('../../src/background/register/registers.ts', () => ({
  addRegister: part('addRegister'),
  registerReports: part('registerReports'),
  removeRegister: part('removeRegister'),
}));
vi.mock('../../src/background/register/look-up.ts', () => ({ inRegisters: part('inRegisters') }));
vi.mock('../../src/background/page/site-report.ts', () => ({ siteReport: part('siteReport') }));
vi.mock('../../src/background/page/toolbar.ts', () => ({ refreshTabs: part('refreshTabs') }));
const { answer } = await import('../../src/background/answers.ts');

const page = { id: 'listmark', url: 'chrome-extension://listmark/src/popup/index.html' };
const script = { id: 'listmark', url: 'https://a.example/', frameId: 0, tab: { id: 7 } } as never;
const asked = (question: string, ask: unknown, sender: object = page) => answer({ question, ask }, sender);

beforeEach(() => {
  done.length = 0;
  list.held = null;
});

describe('A question is answered', () => {
  it('by the right module, which gets the parameters', async () => {
    expect(await asked('site', { url: 'https://a.example/', asOf: '2021-02-03' })).toEqual({
      value: 'siteReport answers',
    });
    expect(await asked('list', null)).toEqual({ value: 'listReport answers' });
    expect(await asked('records', { part: 2 })).toEqual({ value: 'recordsPart answers' });
    expect(await asked('registers', null)).toEqual({ value: 'registerReports answers' });
    expect(await asked('inRegisters', { host: 'a.example' })).toEqual({ value: 'inRegisters answers' });
    expect(done).toEqual([
      ['siteReport', 'https://a.example/', '2021-02-03'],
      ['listReport'],
      ['recordsPart', 2],
      ['registerReports'],
      ['inRegisters', 'a.example'],
    ]);
  });
  it('for the sender’s own page, never for an address in the message', async () => {
    expect(await asked('badge', null, script)).toEqual({ value: 'badgeFor answers' });
    expect(await asked('hideBadge', { how: 'site' }, script)).toEqual({ value: null });
    expect(await asked('openDetails', null, script)).toEqual({ value: null });
    expect(done).toEqual([
      ['badgeFor', script],
      ['hideBadge', 'site', script],
      ['openDetails', script],
    ]);
  });
  it('on what is hidden of a page, to our own pages alone, which name it', async () => {
    const ask = { url: 'https://a.example/', isPrivate: true };
    expect(await asked('hidings', ask)).toEqual({ value: 'hidingsOn answers' });
    expect(await asked('showAgain', ask)).toEqual({ value: null });
    expect(done).toEqual([
      ['hidingsOn', ask],
      ['showAgain', ask],
    ]);
    done.length = 0;
    for (const question of ['hidings', 'showAgain'])
      expect(await asked(question, ask, script)).toEqual({
        error: `"${question}" may only be asked by pages of the extension`,
      });
    expect(done).toEqual([]);
  });
  it('after a refresh is finished: first sync, then update the tabs, then report', async () => {
    expect(await asked('refresh', null)).toEqual({ value: 'listReport answers' });
    expect(done).toEqual([['syncNow'], ['refreshTabs'], ['listReport']]);
  });
  it('with the new state of the registers after one is added or removed', async () => {
    expect(await asked('addRegister', { address: 'https://a.example/v1' })).toEqual({
      value: 'registerReports answers',
    });
    expect(await asked('removeRegister', { list: 'xx-register' })).toEqual({ value: 'registerReports answers' });
    expect(done).toEqual([
      ['addRegister', 'https://a.example/v1/'],
      ['registerReports'],
      ['removeRegister', 'xx-register'],
      ['registerReports'],
    ]);
  });
  it('series: all but statutes; none while there is no list', async () => {
    const statute = { ...exampleSeries, id: 'xx-law', evidence: 'statute' };
    expect(await asked('series', null)).toEqual({ value: [] });
    list.held = {
      library: async () => ({ series: { [exampleSeries.id]: exampleSeries, [statute.id]: statute }, sources: {} }),
    };
    expect(await asked('series', null)).toEqual({ value: [exampleSeries] });
  });
});

describe('Nothing is done', () => {
  it('for a question that the sender may not ask, or with wrong parameters', async () => {
    expect(await asked('removeRegister', { list: 'xx-register' }, script)).toEqual({
      error: '"removeRegister" may only be asked by pages of the extension',
    });
    expect(await asked('refresh', null, { ...page, id: 'other' })).toEqual({
      error: 'the sender is another extension',
    });
    expect(await asked('addRegister', { address: 'http://a.example/' })).toHaveProperty('error');
    expect(done).toEqual([]);
  });
});

describe('An error is answered in words', () => {
  it('with its own message, for any kind of error', async () => {
    list.held = { library: () => Promise.reject(new Refusal('store', 'the list could not be read')) };
    expect(await asked('series', null)).toEqual({ error: 'the list could not be read' });
    list.held = { library: () => Promise.reject(new TypeError('x is undefined')) };
    expect(await asked('series', null)).toEqual({ error: 'x is undefined' });
  });
});
