import { describe, expect, it } from 'vitest';
import { authorize, type Sender } from '../../src/background/authorize.ts';

const OURSELVES = { id: 'listmark', base: 'chrome-extension://listmark/' };
const page = {
  id: 'listmark',
  url: 'chrome-extension://listmark/src/popup/index.html?url=http://x.example/',
  origin: 'chrome-extension://listmark',
};
const content = {
  id: 'listmark',
  url: 'https://market.example/',
  origin: 'https://market.example',
  frameId: 0,
  tab: { id: 7 },
};
const ask = (question: unknown, about: unknown, sender: Sender) =>
  authorize({ question, ask: about }, sender, OURSELVES);

describe('A page of ours', () => {
  it('may ask everything', () => {
    for (const question of ['list', 'refresh', 'badge'])
      expect(ask(question, null, page)).toEqual({ question, ask: null });
    expect(ask('site', { url: 'http://x.example/' }, page)).toEqual({
      question: 'site',
      ask: { url: 'http://x.example/' },
    });
  });
  it('gets an error for wrong parameters', () => {
    expect(ask('site', { url: 5 }, page)).toEqual({
      error: expect.stringContaining('"site" has wrong parameters') as string,
    });
    expect(ask('site', { url: 'http://x.example/', more: 1 }, page)).toHaveProperty('error');
    expect(ask('site', { url: 'x'.repeat(70_000) }, page)).toHaveProperty('error');
    expect(ask('list', {}, page)).toHaveProperty('error');
  });
});

describe('A content script', () => {
  it('may ask about its own page, and cannot name another', () => {
    expect(ask('badge', null, content)).toEqual({ question: 'badge', ask: null });
    expect(ask('badge', { url: 'https://other.example/' }, content)).toHaveProperty('error');
  });
  it('may not ask the questions of extension pages', () => {
    for (const [question, about] of [
      ['list', null],
      ['refresh', null],
      ['site', { url: 'https://other.example/' }],
    ] as const)
      expect(ask(question, about, content)).toEqual({
        error: `"${question}" may only be asked by pages of the extension`,
      });
  });
  it('may not ask from a frame, without a tab, or from a page that is not http or https', () => {
    expect(ask('badge', null, { ...content, frameId: 3 })).toHaveProperty('error');
    expect(ask('badge', null, { ...content, tab: undefined })).toHaveProperty('error');
    expect(ask('badge', null, { ...content, url: 'about:blank' })).toHaveProperty('error');
    expect(ask('badge', null, { ...content, url: undefined })).toHaveProperty('error');
  });
  it('does not pass as an extension page with a similar address', () => {
    for (const url of [
      'https://chrome-extension://listmark/',
      'chrome-extension://listmark.evil.example/',
      'https://x.example/chrome-extension://listmark/',
    ])
      expect(ask('list', null, { ...content, url })).toHaveProperty('error');
    expect(ask('list', null, { ...content, url: page.url })).toHaveProperty('error');
  });
});

describe('Nobody else', () => {
  it('is answered: other extensions, unknown questions, malformed messages', () => {
    expect(ask('list', null, { ...page, id: 'other' })).toEqual({ error: 'the sender is another extension' });
    expect(ask('list', null, { ...page, id: undefined })).toHaveProperty('error');
    for (const question of ['toString', '__proto__', 'constructor', '', null, 5, ['list']])
      expect(ask(question, null, page)).toEqual({ error: 'the message is not a question of the protocol' });
    for (const message of [
      null,
      undefined,
      'list',
      5,
      [],
      { question: 'list' },
      { question: 'list', ask: null, more: 1 },
    ])
      expect(authorize(message, page, OURSELVES)).toHaveProperty('error');
  });
});
