import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayName } from '../../../src/list/names/display-name.ts';
import { covers, hostOfUrl, hostSpan } from '../../../src/list/names/host.ts';

/** What hostOfUrl must return, computed with `URL`. */
function hostByUrl(address: string): string | null {
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  return url.hostname.replace(/\.$/, '') || null;
}

const normalised = (address: string): string | null => (URL.canParse(address) ? new URL(address).href : null);

const label = fc.oneof(
  fc.stringMatching(/^[a-z0-9_-]{1,12}$/),
  fc.constantFrom(
    'www',
    'com',
    'co',
    'uk',
    'xn--80akhbyknj4f',
    'bücher',
    '例え',
    'ПРИМЕР',
    'A-B',
    '127',
    '0x7f',
    '',
    '%41',
    '~',
    "'",
    '!$&()*+,;=',
    '"`{}',
  ),
);
const host = fc.oneof(
  { weight: 6, arbitrary: fc.array(label, { minLength: 1, maxLength: 6 }).map((labels) => labels.join('.')) },
  { weight: 1, arbitrary: fc.ipV4() },
  { weight: 1, arbitrary: fc.ipV6().map((ip) => `[${ip}]`) },
  { weight: 1, arbitrary: fc.string({ maxLength: 20, unit: 'binary' }) },
);
const address = fc
  .record({
    scheme: fc.constantFrom(
      'http',
      'https',
      'HTTP',
      'hTTps',
      'ftp',
      'ws',
      'file',
      'blob:https',
      'view-source:http',
      'chrome',
      'data',
      'httpx',
      'https+x',
    ),
    slashes: fc.constantFrom('://', '://', '://', ':/', ':', ':///', ':\\\\'),
    user: fc.constantFrom(
      '',
      '',
      '',
      'user@',
      'user:pass@',
      'a@b@',
      'www.example.org:80@',
      '%40%2F@',
      '[@',
      ':@',
      'ü:@',
    ),
    host,
    dot: fc.constantFrom('', '', '', '.', '..'),
    port: fc.constantFrom('', '', ':', ':80', ':443', ':8080', ':65535'),
    rest: fc.constantFrom(
      '',
      '/',
      '/a/b',
      '?q=http://other.example/',
      '#@x.example',
      '/@x.example:1',
      '\\x.example',
      '/[::1]',
      '?@',
      '#a:b@c',
    ),
  })
  .map((p) => p.scheme + p.slashes + p.user + p.host + p.dot + p.port + p.rest);

describe('the host of an address that a browser hands over', () => {
  it('is the same as URL gives, for every normalized address', () => {
    let checked = 0;
    fc.assert(
      fc.property(fc.oneof(address, fc.webUrl({ withQueryParameters: true, withFragments: true })), (text) => {
        const href = normalised(text);
        if (href === null) return;
        checked++;
        expect(hostOfUrl(href)).toBe(hostByUrl(href));
      }),
      { seed: 20261122, numRuns: 20_000 },
    );
    expect(checked).toBeGreaterThan(5_000);
  });

  it('is the same as URL gives, or null, for other printable ASCII addresses', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^https?:\/\/[a-zA-Z_.@:[\]?#\\ -]{0,12}[/a-z.:@]{0,8}$/), (text) => {
        const found = hostOfUrl(text);
        // URL cannot parse it, so no browser hands it over, or it skips extra slashes: both may be null here.
        if (found !== null && URL.canParse(text)) expect(found).toBe(hostByUrl(text));
      }),
      { seed: 7, numRuns: 20_000 },
    );
  });

  it.each([
    ['https://www.example.org/a?b#c', 'www.example.org'],
    ['http://example.org', 'example.org'],
    ['https://user:pa%40ss@example.org:8443/', 'example.org'],
    ['https://listed.example:80@innocent.example/', 'innocent.example'],
    ['https://innocent.example/@listed.example', 'innocent.example'],
    ['https://innocent.example?@listed.example', 'innocent.example'],
    ['https://example.org./', 'example.org'],
    ['https://EXAMPLE.org/', 'example.org'],
    ['http://[2001:db8::1]:8080/', '[2001:db8::1]'],
    ['http://192.0.2.1/', '192.0.2.1'],
    ['http://localhost:3000/', 'localhost'],
    ['https://xn--80akhbyknj4f.xn--p1ai/', 'xn--80akhbyknj4f.xn--p1ai'],
  ])('of %s is %s', (text, expected) => {
    expect(hostOfUrl(text)).toBe(expected);
    const span = hostSpan(text)!;
    expect(text.slice(span.start, span.end).toLowerCase()).toBe(expected);
  });

  it.each([
    'about:blank',
    'chrome://extensions/',
    'file:///etc/passwd',
    'data:text/html,https://example.org/',
    'blob:https://example.org/1-2',
    'ftp://example.org/',
    'view-source:https://example.org/',
    'moz-extension://a/b',
    'javascript:1',
    '',
    'h',
    'http',
    'http:',
    'http:/',
    'http://',
    'https:///',
    'http://user@',
    'http://./',
    'http://[::1',
    'http://:80/',
    'https://exa%6Dple.org/',
    'https://exam ple.org/',
    'https://bücher.example/',
    'https://a\u0000b.example/',
    ' https://example.org/',
  ])('cannot be read from %j', (text) => {
    expect(hostOfUrl(text)).toBeNull();
  });
});

describe('a name covers', () => {
  it('itself and what is below it, and nothing else', () => {
    expect(covers('example.org', 'example.org')).toBe(true);
    expect(covers('example.org', 'a.b.example.org')).toBe(true);
    expect(covers('example.org', 'badexample.org')).toBe(false);
    expect(covers('a.example.org', 'example.org')).toBe(false);
    expect(covers('example.org', 'example.org.evil.example')).toBe(false);
    expect(covers('', 'example.org')).toBe(false);
  });
});

describe('a host as it is shown', () => {
  it('is in its own alphabet', () => {
    expect(displayName('xn--90aasoobcqkjk.xn--p1ai')).toBe('футболобзор.рф');
    expect(displayName('www.xn--bcher-kva.example')).toBe('www.bücher.example');
    expect(displayName('example.org')).toBe('example.org');
  });

  it('stays in punycode if the text would not convert back to the same host', () => {
    for (const odd of ['xn--a', 'xn--', 'xn--example-.org', 'xn--abc-5q7a.example', 'a.xn--0.example']) {
      const shown = displayName(odd);
      if (shown !== odd) expect(new URL(`http://${shown}`).hostname).toBe(odd);
    }
    expect(displayName('xn--a')).toBe('xn--a');
  });
});
