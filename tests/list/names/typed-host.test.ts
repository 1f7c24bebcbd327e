/** The one reader of hosts that people and files supply: against the table, the browser's own `URL`, and noise. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endingHint, isSharedByMany } from '../../../src/list/names/ending.ts';
import { leftOutWords, readTypedHost, readTypedName } from '../../../src/list/names/typed-host.ts';
import { browsersHost, TYPED_CASES } from '../../typed-hosts.ts';

describe('What a person typed', () => {
  it('has many shapes, each once', () => {
    expect(TYPED_CASES.length).toBeGreaterThanOrEqual(150);
    expect(new Set(TYPED_CASES.map(([typed]) => typed)).size).toBe(TYPED_CASES.length);
  });

  const cases = TYPED_CASES.map(([typed, browser, read, leftOut = null]) => ({
    shown: JSON.stringify(typed),
    typed,
    browser,
    read,
    leftOut,
  }));
  it.each(cases)('$shown is $browser to a browser, and to us $read', ({ typed, browser, read, leftOut }) => {
    expect(browsersHost(typed)).toBe(browser);
    const result = readTypedHost(typed);
    if (typeof read === 'object') {
      expect(result).toEqual({ reason: expect.stringContaining(read.reason) as string });
      return;
    }
    if ('reason' in result) return expect.fail(result.reason);
    expect(result.host + result.path).toBe(read);
    expect(leftOutWords(result.leftOut)).toBe(leftOut);
    // A browser that is given what we read changes nothing in it.
    const { hostname, pathname } = new URL(`http://${read}`);
    expect([hostname, pathname]).toEqual([result.host, result.path]);
    // Where nothing around the name was left out, a browser comes to the same host, if it takes the text at all.
    if (browser !== null && !result.leftOut.some(({ kind }) => ['punctuation', 'wildcard', 'cut'].includes(kind)))
      expect(browser.replace(/\.$/, '')).toBe(result.host);
  });

  const noise = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'aA1.-_:/\\@?#%[]()"\t\n\u00AD\u200B…“”,;* '), maxLength: 24 }),
    fc.domain(),
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc
      .tuple(fc.constantFrom(...TYPED_CASES), fc.string({ maxLength: 3 }))
      .map(([[typed], more]) => more + typed + more),
  );

  it('is never an error, and what is read is read again as itself, with nothing to leave out', () => {
    let read = 0;
    fc.assert(
      fc.property(noise, (text) => {
        const result = readTypedHost(text);
        if ('reason' in result) {
          expect(result.reason).toMatch(/\S/);
          return;
        }
        read++;
        expect(readTypedHost(result.host)).toEqual({ host: result.host, path: '/', leftOut: [] });
      }),
      { seed: 11, numRuns: 20_000 },
    );
    expect(read).toBeGreaterThan(2_000);
  });

  it('never becomes a host that joins what a blank of any kind had kept apart', () => {
    fc.assert(
      fc.property(
        fc.domain(),
        fc.constantFrom('\t', '\n', '\r', '\r\n', ' ', '\u00A0', '\u00AD', '\u200B', '\u2028', '\u2060', '\uFEFF'),
        fc.domain(),
        (a, gap, b) => {
          expect(readTypedHost(a + gap + b)).toHaveProperty('reason');
        },
      ),
    );
  });
});

describe('A name that is kept, in a register or in the settings', () => {
  it.each([
    ['site.example', 'site.example'],
    ['https://site.example/', 'site.example'],
    ['“Site.Example”,', 'site.example'],
    ['*.site.example', 'site.example'],
    ['site.example.', 'site.example'],
    ['bücher.example', 'xn--bcher-kva.example'],
  ])('%j is %s', (typed, host) => expect(readTypedName(typed)).toMatchObject({ host }));

  it.each([
    ['https://video.example/watch?v=1', 'is the address of a page. Here a name stands for all of video.example'],
    ['site.example/path', 'is the address of a page'],
    ['https://www.search.example?q=film', 'is the address of a page'],
    ['https://site.example/#part', 'is the address of a page'],
    ['site.example:8080', 'holds a port'],
    ['https://me:secret@site.example/', 'a user name'],
    ['site.example…', 'seems to be cut short'],
    ['...site.example', 'seems to be cut short'],
    ['192.0.2.1', 'is an IP address'],
    ['[2001:db8::1]', 'is an IP address'],
    ['lan', 'is one word'],
    ['one.example\ttwo.example', 'holds a tab'],
  ])('%j is refused, and why', (typed, reason) =>
    expect(readTypedName(typed)).toEqual({ reason: expect.stringContaining(reason) as string }),
  );
});

describe('The end of a name', () => {
  it.each([
    'site.com',
    'site.co.uk',
    'a.github.io',
    'site.example',
    'site.test',
    'site.invalid',
    'printer.local',
    'x.onion',
    'xn--90aasoobcqkjk.xn--p1ai',
    // The answer itself says that nothing is known of an address.
    '192.0.2.1',
    '[2001:db8::1]',
  ])('of %s needs no hint', (host) => expect(endingHint(host)).toBeNull());
  it.each([
    ['thepiratebay.ogr', 'No public name ends in “.ogr”'],
    ['names.txt', 'No public name ends in “.txt”'],
    ['router.lan', 'No public name ends in “.lan”'],
  ])('of %s gives a hint', (host, hint) => expect(endingHint(host)).toContain(hint));
  it('separates a suffix that many share from a name with one owner', () => {
    expect(['co.uk', 'github.io', 'com'].map(isSharedByMany)).toEqual([true, true, true]);
    expect(['site.co.uk', 'a.github.io', 'site.example', 'router.lan'].map(isSharedByMany)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});
