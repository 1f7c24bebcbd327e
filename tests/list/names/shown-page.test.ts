/** The page shown in a reader view or a source view. */
import { expect, it } from 'vitest';
import { hostOfUrl } from '../../../src/list/names/host.ts';
import { shownPage } from '../../../src/list/names/shown-page.ts';

const ARTICLE = 'https://site.example/a?b=c&d=%20e';
const HASH = '00000000-0000-0000-0000-000000000000_07036109224c60335e35e3b4c22dd02cf775f69d4430245c4c454aff570d6787';

it.each([
  [`about:reader?url=${encodeURIComponent(ARTICLE)}`, ARTICLE],
  // As the reader view writes it where the article was opened at a place of it.
  [`about:reader?url=${encodeURIComponent(ARTICLE)}#part`, ARTICLE],
  [`chrome-distiller://${HASH}/?time=1&title=x&url=${encodeURIComponent(ARTICLE)}`, ARTICLE],
  [`chrome-distiller://${HASH}?url=${encodeURIComponent(ARTICLE)}`, ARTICLE],
  [`view-source:${ARTICLE}`, ARTICLE],
  ['about:reader?url=HTTP%3A%2F%2FSite.Example', 'http://site.example/'],
])('%s shows %s', (url, page) => {
  expect(shownPage(url).replace(/#.*/, '')).toBe(page);
  expect(hostOfUrl(shownPage(url))).toBe('site.example');
});

it.each([
  ARTICLE,
  'http://other.example/about:reader?url=https%3A%2F%2Fsite.example%2F',
  'https://other.example/?url=https%3A%2F%2Fsite.example%2F',
  '',
  'about:blank',
  'about:reader',
  'about:reader?url=',
  'about:reader?url=file%3A%2F%2F%2Fetc%2Fpasswd',
  'about:reader?url=about%3Aconfig',
  'about:reader?url=http%3A%2F%2F',
  'about:neterror?url=https%3A%2F%2Fsite.example%2F',
  'about:readers?url=https%3A%2F%2Fsite.example%2F',
  'view-source:file:///etc/passwd',
  'view-source:about:reader?url=x',
  'view-source:about:reader?url=https%3A%2F%2Fsite.example%2F',
  'moz-extension://some/page.html?url=https%3A%2F%2Fsite.example%2F',
  `chrome-distiller://${HASH}/`,
])('%s is left as it is', (url) => {
  expect(shownPage(url)).toBe(url);
});
