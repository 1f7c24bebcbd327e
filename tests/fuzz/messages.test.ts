/**
 * Random messages from random senders: `authorize` must allow exactly those that this test's own copy of the rules
 * allows.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authorize, type Sender } from '../../src/background/authorize.ts';
import type { Question } from '../../src/messages.ts';
import { TIMEOUT, RUNS } from './runs.ts';

const OURSELVES = { id: 'listmark', base: 'chrome-extension://listmark/' };
const host = fc.domain();

/** For each question, allowed parameters and similar forbidden ones. */
const ASKS: Record<Question, { good: fc.Arbitrary<unknown>; bad: fc.Arbitrary<unknown>; forPages: boolean }> = {
  badge: { good: fc.constant(null), bad: fc.constantFrom({}, undefined, 'https://other.example/'), forPages: true },
  hideBadge: {
    good: fc.record({ how: fc.constantFrom('until-change', 'site', 'market') }),
    bad: fc.constantFrom(null, {}, { how: 'always' }, { how: 'site', host: 'other.example' }),
    forPages: true,
  },
  openDetails: { good: fc.constant(null), bad: fc.constantFrom({}, { url: 'https://other.example/' }), forPages: true },
  ...(Object.fromEntries(
    (['hidings', 'showAgain'] as const).map((question) => [
      question,
      {
        good: fc.record({ url: fc.webUrl(), isPrivate: fc.boolean() }),
        bad: fc.constantFrom(
          null,
          {},
          { url: 'https://a.example/' },
          { url: 5, isPrivate: true },
          { url: '', isPrivate: false, more: 1 },
        ),
        forPages: false,
      },
    ]),
  ) as Record<'hidings' | 'showAgain', { good: fc.Arbitrary<unknown>; bad: fc.Arbitrary<unknown>; forPages: boolean }>),
  site: {
    good: fc.record({ url: fc.webUrl(), asOf: fc.constant('2021-02-03') }, { requiredKeys: ['url'] }),
    bad: fc.constantFrom(
      null,
      {},
      { url: 5 },
      { url: 'x'.repeat(65_537) },
      { url: 'https://a.example/', asOf: '3 February 2021' },
      { url: '', more: 1 },
    ),
    forPages: false,
  },
  series: { good: fc.constant(null), bad: fc.constantFrom({}, 0, false), forPages: false },
  list: { good: fc.constant(null), bad: fc.constantFrom({}, 0, false), forPages: false },
  records: {
    good: fc.record({ part: fc.nat() }),
    bad: fc.constantFrom(null, {}, { part: -1 }, { part: 0.5 }, { part: '0' }, { part: 0, more: 1 }),
    forPages: false,
  },
  refresh: { good: fc.constant(null), bad: fc.constantFrom({}, 0, ''), forPages: false },
  registers: { good: fc.constant(null), bad: fc.constantFrom({}, 0, []), forPages: false },
  inRegisters: {
    good: fc.record({ host }),
    bad: fc.constantFrom(
      null,
      {},
      { host: '' },
      { host: 'x'.repeat(254) },
      { host: 7 },
      { host: 'a.example', more: 1 },
    ),
    forPages: false,
  },
  addRegister: {
    good: host.map((name) => ({ address: `https://${name}/` })),
    bad: fc.constantFrom(
      null,
      {},
      { address: '' },
      { address: 'http://a.example/' },
      { address: 'javascript:0' },
      { address: 'file:///etc/' },
    ),
    forPages: false,
  },
  removeRegister: {
    good: fc.record({ list: fc.stringMatching(/^[a-z0-9-]{1,64}$/) }),
    bad: fc.constantFrom(
      null,
      {},
      { list: '' },
      { list: 'A' },
      { list: '../x' },
      { list: 'x'.repeat(65) },
      { list: 'a', more: 1 },
    ),
    forPages: false,
  },
};

const asked = fc
  .constantFrom(...(Object.keys(ASKS) as Question[]))
  .chain((question) =>
    fc.tuple(
      fc.constant(question),
      fc.oneof(
        ASKS[question].good.map((ask) => ({ ask, isGood: true })),
        ASKS[question].bad.map((ask) => ({ ask, isGood: false })),
      ),
    ),
  )
  .map(([question, { ask, isGood }]) => ({ question, ask, isGood }));

const tab = { id: 1 };
const OUR_PAGES: Sender[] = [
  { id: 'listmark', url: 'chrome-extension://listmark/popup.html', origin: 'chrome-extension://listmark' },
  { id: 'listmark', url: 'chrome-extension://listmark/options.html', frameId: 0, tab },
  { id: 'listmark', url: 'chrome-extension://listmark/popup.html', origin: 'null' },
];
const WEB_PAGES: Sender[] = [
  { id: 'listmark', url: 'https://market.example/', origin: 'https://market.example', frameId: 0, tab },
  { id: 'listmark', url: 'http://market.example/chrome-extension://listmark/', frameId: 0, tab },
];
/** Each differs from an allowed sender in one property. */
const NOBODY: Sender[] = [
  { ...OUR_PAGES[0]!, id: 'other' },
  { ...OUR_PAGES[0]!, id: undefined },
  { ...OUR_PAGES[0]!, origin: 'https://market.example' },
  { ...OUR_PAGES[0]!, url: undefined },
  { ...OUR_PAGES[0]!, url: 'chrome-extension://listmark.evil.example/' },
  { ...WEB_PAGES[0]!, id: 'other' },
  { ...WEB_PAGES[0]!, frameId: 1 },
  { ...WEB_PAGES[0]!, frameId: undefined },
  { ...WEB_PAGES[0]!, tab: undefined },
  { ...WEB_PAGES[0]!, url: 'about:blank' },
  { ...WEB_PAGES[0]!, url: 'file:///home/' },
];
const from = fc.oneof(
  fc.constantFrom(...OUR_PAGES).map((sender) => ({ sender, who: 'ours' as const })),
  fc.constantFrom(...WEB_PAGES).map((sender) => ({ sender, who: 'page' as const })),
  fc.constantFrom(...NOBODY).map((sender) => ({ sender, who: 'nobody' as const })),
);

describe('Messages', { timeout: TIMEOUT }, () => {
  it('are authorized from extension pages, from web pages only about themselves, and from nobody else', () => {
    const seen = { admitted: 0, refused: 0 };
    fc.assert(
      fc.property(asked, from, ({ question, ask, isGood }, { sender, who }) => {
        const admitted = authorize({ question, ask }, sender, OURSELVES);
        const allowed = isGood && (who === 'ours' || (who === 'page' && ASKS[question].forPages));
        expect(!('error' in admitted)).toBe(allowed);
        if (!('error' in admitted)) expect(admitted.question).toBe(question);
        seen[allowed ? 'admitted' : 'refused']++;
      }),
      RUNS,
    );
    // Both results must occur, or the property proves nothing.
    expect(seen.admitted).toBeGreaterThan(RUNS.numRuns / 20);
    expect(seen.refused).toBeGreaterThan(RUNS.numRuns / 20);
  });

  it('of an unknown shape are refused from every sender', () =>
    fc.assert(
      fc.property(fc.anything(), from, (message, { sender }) => {
        fc.pre(!(typeof message === 'object' && message !== null && 'question' in message));
        expect(authorize(message, sender, OURSELVES)).toHaveProperty('error');
      }),
      RUNS,
    ));
});
