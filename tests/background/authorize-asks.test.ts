/** For each question: allowed and forbidden parameters and senders, with edge cases and exact messages. */
import { describe, expect, it } from 'vitest';
import { authorize, type Sender } from '../../src/background/authorize.ts';

const OURSELVES = { id: 'listmark', base: 'chrome-extension://listmark/' };
const page = { id: 'listmark', url: 'chrome-extension://listmark/src/options/index.html' };
const script = { id: 'listmark', url: 'https://market.example/', frameId: 0, tab: { id: 7 } };
const ask = (question: string, about: unknown, sender: Sender = page) =>
  authorize({ question, ask: about }, sender, OURSELVES);

describe('What may be asked', () => {
  it.each<[string, unknown, unknown?]>([
    ['hideBadge', { how: 'until-change' }],
    ['hideBadge', { how: 'site' }],
    ['hideBadge', { how: 'market' }],
    ['site', { url: '' }],
    ['site', { url: `https://${'x'.repeat(65_528)}` }],
    ['site', { url: 'https://a.example/', asOf: '2021-02-03' }],
    ['records', { part: 0 }],
    ['records', { part: 1000 }],
    ['inRegisters', { host: 'a' }],
    ['inRegisters', { host: 'x'.repeat(253) }],
    ['addRegister', { address: 'https://a.example/v1' }, { address: 'https://a.example/v1/' }],
    ['removeRegister', { list: 'a' }],
    ['removeRegister', { list: 'xx-office-2' }],
    ['removeRegister', { list: 'x'.repeat(64) }],
    ...['badge', 'openDetails', 'series', 'list', 'refresh', 'registers'].map((question): [string, unknown] => [
      question,
      null,
    ]),
  ])('%s: %j', (question, about, parsed = about) => expect(ask(question, about)).toEqual({ question, ask: parsed }));

  it.each<[string, unknown, RegExp]>([
    ['hideBadge', {}, /"how"/],
    ['hideBadge', { how: 'always' }, /"until-change" \| "site" \| "market"/],
    ['hideBadge', { how: 'site', host: 'b.example' }, /"host"/],
    ['site', {}, /"url"/],
    ['site', { url: 'x'.repeat(65_537) }, /65537/],
    ['site', { url: 'https://a.example/', asOf: 'yesterday' }, /expected a day as YYYY-MM-DD$/],
    ['site', { url: 'https://a.example/', asOf: null }, /null/],
    ['records', {}, /"part"/],
    ['records', { part: -1 }, /-1/],
    ['records', { part: 0.5 }, /0\.5/],
    ['inRegisters', {}, /"host"/],
    ['inRegisters', { host: '' }, /0/],
    ['inRegisters', { host: 'x'.repeat(254) }, /254/],
    ['addRegister', {}, /"address"/],
    ['addRegister', { address: 'http://a.example/' }, /expected an address that begins with https:\/\/$/],
    ['removeRegister', {}, /"list"/],
    ['removeRegister', { list: '' }, /./],
    ['removeRegister', { list: 'Xx' }, /./],
    ['removeRegister', { list: '../xx' }, /./],
    ['removeRegister', { list: 'xx/' }, /./],
    ['removeRegister', { list: 'x'.repeat(65) }, /./],
    ...['badge', 'openDetails', 'series', 'list', 'refresh', 'registers'].map((question): [string, unknown, RegExp] => [
      question,
      {},
      /null/,
    ]),
  ])('is told from what may not: %s %j', (question, about, reason) => {
    const { error } = ask(question, about) as { error: string };
    expect(error.startsWith(`"${question}" has wrong parameters: `)).toBe(true);
    expect(error).toMatch(reason);
  });
});

describe('A content script', () => {
  it.each<[string, unknown]>([
    ['badge', null],
    ['hideBadge', { how: 'site' }],
    ['openDetails', null],
  ])('may ask %s, on http and https alike', (question, about) => {
    for (const url of ['https://market.example/', 'http://market.example/'])
      expect(ask(question, about, { ...script, url })).toEqual({ question, ask: about });
  });
  it.each<[string, unknown]>([
    ['site', { url: 'https://a.example/' }],
    ['series', null],
    ['list', null],
    ['refresh', null],
    ['registers', null],
    ['inRegisters', { host: 'a.example' }],
    ['addRegister', { address: 'https://a.example/' }],
    ['removeRegister', { list: 'xx-office' }],
  ])('may not ask %s', (question, about) =>
    expect(ask(question, about, script)).toEqual({
      error: `"${question}" may only be asked by pages of the extension`,
    }),
  );
  it('is refused with the exact reason: in a frame, without a tab, not on a web page', () => {
    const frame = { error: '"badge" may only be asked from the top frame of a tab' };
    for (const sender of [
      { ...script, frameId: 3 },
      { ...script, frameId: undefined },
      { ...script, tab: undefined },
    ])
      expect(ask('badge', null, sender)).toEqual(frame);
    for (const url of [
      undefined,
      '',
      'about:blank',
      'file:///https://a.example/',
      'blob:https://a.example/1',
      'data:text/html,http://',
      'ftp://a.example/',
    ])
      expect(ask('badge', null, { ...script, url })).toEqual({
        error: '"badge" may only be asked from http and https pages',
      });
  });
});

describe('A page of ours', () => {
  it.each([undefined, 'chrome-extension://listmark', 'null'])(
    'is one with the origin %j: browsers tell it in these ways',
    (origin) => expect(ask('list', null, { ...page, origin })).toEqual({ question: 'list', ask: null }),
  );
  it.each(['https://market.example', 'chrome-extension://other', 'chrome-extension://listmark/', ''])(
    'is none with the origin %j',
    (origin) =>
      expect(ask('list', null, { ...page, origin })).toEqual({
        error: '"list" may only be asked by pages of the extension',
      }),
  );
  it('is not recognized without an address', () =>
    expect(ask('list', null, { ...page, url: undefined })).toEqual({
      error: '"list" may only be asked by pages of the extension',
    }));
});
