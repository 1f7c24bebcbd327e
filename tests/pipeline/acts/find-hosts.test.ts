/** Difficult cases of real acts, with made-up hosts: which hosts are found, where, and which of them are in doubt. */
import { describe, expect, it } from 'vitest';
import type { Act } from '../../../src/pipeline/acts/act.ts';
import { findHosts } from '../../../src/pipeline/acts/find-hosts.ts';
import { findNames } from '../../../src/pipeline/acts/find-names.ts';
import { readAct } from '../../../src/pipeline/acts/read-act.ts';
import { lines, makePdf, type Printed } from './make-pdf.ts';

const text = (content: string): Promise<Act> => readAct(Buffer.from(content), 'act.txt');
const html = (content: string): Promise<Act> => readAct(Buffer.from(`<!doctype html><body>${content}`), 'act.html');
const pdf = async (...pages: Parameters<typeof makePdf>[0][number][]): Promise<Act> =>
  readAct(await makePdf(pages), 'act.pdf');

/** One text per finding: the host, the place and, if there is one, the kind of doubt. */
const hosts = (act: Act, ...sought: string[]) =>
  findHosts(act, new Set(sought)).map(({ host, where, doubt }) => `${host} ${where}${doubt ? ` ${doubt}` : ''}`);
const names = (act: Act, ...sought: string[]) =>
  findNames(act, sought).map(({ name, where, doubt }) => `${name} ${where}${doubt ? ` ${doubt}` : ''}`);

describe('A host is found', () => {
  it.each([
    ['site.example', 'site.example'],
    ['(see site.example).', 'site.example'],
    ['“site.example”, ‘other.example’; third.example!', 'site.example other.example third.example'],
    ['The service at Site.Example.', 'site.example'],
    ['SITE.EXAMPLE', 'site.example'],
    [
      'site[.]example and site(.)example and site[dot]example and site (dot) example',
      'site.example site.example site.example site.example',
    ],
    ['hxxp://site.example/x, hxxps://site.example, http[:]//site.example', 'site.example site.example site.example'],
    ['*.site.example and .site.example', 'site.example site.example'],
    ['-site.example', 'site.example'],
    ['www.kick-site.example:8080/path.', 'www.kick-site.example'],
    ['сайт.рф', 'xn--80aswg.xn--p1ai'],
    ['site.example/one;other.example/two', 'site.example other.example'],
    ['<site.example>|other.example|', 'site.example other.example'],
    ['ｓｉｔｅ．example', 'site.example'],
    ['si\u200Bte.example', 'site.example'],
  ])('in “%s”', async (line, found) =>
    expect(hosts(await text(line)).join(' ')).toBe(
      found
        .split(' ')
        .map((host) => `${host} line 1`)
        .join(' '),
    ),
  );

  it.each([
    'write to someone@site.example or first.last@mail.site.example',
    'write to someone [at] site.example',
    'pp. 3.14, e.g. the report.pdf of 23.april, No.5, S.p.A., i.e. B.V.',
    '…ebay.example and ...ebay.example are cut short',
    'one.of.these',
  ])('not in “%s”', async (line) => expect(hosts(await text(line))).toEqual([]));

  it('with doubt if it may contain the end of a sentence, or if the mark of a footnote may follow', async () => {
    expect(hosts(await text('subject to the order.It is so ordered'))).toEqual(['order.it line 1 sentence']);
    expect(hosts(await text('the site rapid.example12 was'))).toEqual(['rapid.example line 1 digits']);
  });
});

describe('A host that is split over two lines', () => {
  it('is found if the record expects it, and its parts are not found as hosts', async () => {
    const act = await pdf(
      lines(['blocked were longname', 'site.example and others, also second.exa', 'mple on the same day']),
    );
    expect(hosts(act, 'longnamesite.example', 'second.example')).toEqual([
      'longnamesite.example p. 1',
      'second.example p. 1',
    ]);
    expect(hosts(act)).toEqual(['site.example p. 1']);
  });
  it('at a hyphen has two readings, both with doubt', async () => {
    const act = await pdf(lines(['blocked was kick-', 'site.example on that day']));
    expect(hosts(act, 'kicksite.example')).toEqual([
      'site.example p. 1 fragment',
      'kick-site.example p. 1 hyphen',
      'kicksite.example p. 1 hyphen',
    ]);
  });
  it('at a soft hyphen is found without doubt', async () =>
    expect(hosts(await text('was kick\u00AD\nsite.example today'))).toEqual(['kicksite.example line 1']));
  it('at its dot, or in an address, is found with doubt unless the record expects it', async () => {
    expect(hosts(await pdf(lines(['the site kick.', 'example was'])))).toEqual(['kick.example p. 1 broken']);
    expect(hosts(await pdf(lines(['the site kick', '.example was'])), 'kick.example')).toEqual(['kick.example p. 1']);
    expect(hosts(await pdf(lines(['at http://www.kick.exa', 'mple/ was'])))).toEqual(['www.kick.example p. 1 broken']);
  });
  it('is not joined over the end of a sentence', async () =>
    expect(hosts(await pdf(lines(['It was granted.', 'Example follows'])))).toEqual([]));
});

describe('Two columns and tables', () => {
  const beside = (left: readonly string[], right: readonly string[], x = 320): Printed[] =>
    // Row by row, the order in which some programs write them.
    left.flatMap((text, n) => [
      { text, x: 70, y: 120 + n * 14 },
      { text: right[n]!, x, y: 120 + n * 14 },
    ]);
  it('are not joined across columns', async () => {
    const act = await pdf(beside(['Popcorn', 'Hour.', 'See kick'], ['was once', 'site.example', 'and more']));
    expect(hosts(act, 'kicksite.example')).toEqual(['site.example p. 1']);
    expect(names(act, 'Popcorn Hour', 'Popcorn was')).toEqual(['Popcorn Hour p. 1']);
  });
  it('join a host that is split inside a cell', async () => {
    const act = await pdf(beside(['1', '', '2'], ['a-very-long-na', 'me.example', 'short.example'], 110));
    expect(hosts(act, 'a-very-long-name.example')).toEqual(['short.example p. 1', 'a-very-long-name.example p. 1']);
  });
  it('are recognized in text that was extracted from a PDF', async () => {
    const act = await text('See kick          was one.\nand then            site.example\n\fsecond.example\n');
    expect(hosts(act, 'kicksite.example')).toEqual(['site.example p. 1', 'second.example p. 2']);
  });
  it('are not seen in a list with one name per line', async () => {
    const act = await text('one.example\nTwo Towers\nthree.example\n');
    expect(hosts(act)).toEqual(['one.example line 1', 'three.example line 3']);
    expect(names(act, 'Two Towers')).toEqual(['Two Towers line 2']);
  });
  it('are recognized in HTML: a <br> ends a line and a cell ends a block', async () => {
    const act = await html(
      '<table><tr><td>kick<td>site.example<tr><td>one.exa<br>mple</table><p>sp<b>lit</b>.example<sup>12</sup> and<script>no.example</script>',
    );
    expect(hosts(act, 'kicksite.example', 'one.example')).toEqual([
      'site.example passage 2',
      'one.example passage 3',
      'split.example passage 4',
    ]);
  });
});

describe('Page headers, footers and footnotes', () => {
  const paged = Array.from({ length: 200 }, (_, n) => [
    { text: 'Studio v. Rapid.example', x: 200, y: 40 },
    {
      text: n === 149 ? 'The site deep.example is named.' : `Nothing of note on this page, which is one of many.`,
      x: 70,
      y: 300,
    },
    { text: `- ${n - 1} -`, x: 290, y: 815 },
  ]);
  it('a repeated page header counts once, and locators use the printed page numbers', async () => {
    const act = await pdf(...paged);
    expect(act.pages).toHaveLength(200);
    expect(hosts(act)).toEqual(['rapid.example p. 1 of the file', 'deep.example p. 148']);
    expect(act.notes.join('\n')).toMatch(/page 1 is the 3rd of the file\n“Studio v. Rapid.example” stands at the head/);
  }, 60_000);
  it('the mark of a footnote is not part of a host, and the footnote is read', async () => {
    const act = await pdf([
      ...lines(['The site kick.example']),
      { text: '12', x: 70 + 104, y: 116, size: 6 },
      { text: '12 See also foot.example.', x: 70, y: 780, size: 8 },
    ]);
    expect(hosts(act)).toEqual(['kick.example p. 1', 'foot.example p. 1']);
  });
  it('text that is printed twice to look bold is read once', async () => {
    const act = await pdf([
      { text: 'kick.example', x: 70, y: 100 },
      { text: 'kick.example', x: 70.3, y: 100 },
    ]);
    expect(hosts(act)).toEqual(['kick.example p. 1']);
  });
});
