/** `read`: compares an act with the records that cite it, and changes the records. */
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Market, Source } from '../../../src/list/records.ts';
import { run, writeData } from '../run-command.ts';
import { soundData } from '../rules-data.ts';
import { lines, lockedPdf, makePdf } from '../acts/make-pdf.ts';

let dir: string;
beforeEach(() => void (dir = mkdtempSync(join(tmpdir(), 'listmark-read-'))));
afterEach(() => rmSync(dir, { recursive: true }));

const FILE = 'https://court.example/order.pdf';
const told = { verification: 'report', locator: 'third paragraph' } as const;

/** The sound records, but the order is known from reports only, and one market's name is an ordinary word. */
function toldData() {
  const data = soundData();
  const [first, second] = data.markets as [Market, Market];
  first.events[1] = { ...first.events[1]!, ...told };
  second.relations = second.relations!.map((relation) => ({ ...relation, ...told }));
  second.name = 'Rapid';
  second.events.push({ kind: 'blocked', source: 'xx-court-1', domains: 'market-only', ...told });
  data.series.find(({ id }) => id === 'xx-court')!.url = 'https://www.court.example/';
  const order = data.sources.find(({ id }) => id === 'xx-court-1')!;
  order.read = [{ url: 'https://paper.example/story', as: 'report' }];
  return data;
}

function setUp(file: Uint8Array | string, name = 'order.pdf', data = toldData()) {
  const at = writeData(join(dir, 'data'), {}, data);
  const path = join(dir, name);
  writeFileSync(path, file);
  const record = <T>(file: string) => JSON.parse(readFileSync(join(at, file), 'utf8')) as T;
  const drafts = join(dir, 'drafts');
  const read = (...more: string[]) => run('read', 'xx-court-1', path, '--data', at, '--drafts', drafts, ...more);
  return { at, path, read, record, drafts };
}

const ORDER = [
  'The Example Court orders that these be blocked:',
  '1. first.example.org',
  '2. new-site.example.net and www.new-site.example.net',
  'as Rapid was before. See www.court.example and www.office.gov.',
];

describe('read', () => {
  it('reports what the act confirms, what it does not, and what the records lack, and writes nothing', async () => {
    const { at, read } = setUp(await makePdf([lines(ORDER)]));
    const before = readFileSync(join(at, 'markets/f/first-market.json'), 'utf8');
    const { status, stdout, stderr } = await read('--as', 'copy-of-act');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/PDF, 1 page, SHA-256 [0-9a-f]{64}/);
    expect(stdout).toMatch(
      /Borne out \(1\)\n {2}first-market: blocked: first\.example\.org, p\. 1 \(report becomes copy-of-act\)/,
    );
    expect(stdout).toMatch(
      /In doubt[^\n]*\(1\)\n {2}second-market: blocked: Rapid, p\. 1 \([^\n]*ordinary word[^\n]*\n {6}“[^\n]*as Rapid was/,
    );
    expect(stdout).toMatch(/lacking in the records \(1\)\n {2}new, as example-net: new-site\.example\.net, p\. 1/);
    expect(stdout).toMatch(/Left aside[^\n]*\(2\)\n {2}court\.example\n {2}office\.gov/);
    expect(readFileSync(join(at, 'markets/f/first-market.json'), 'utf8')).toBe(before);
    expect(existsSync(join(dir, 'drafts'))).toBe(false);
  });

  it('--write records the confirmed facts as read in the act, with page, address and hash, and leaves those in doubt', async () => {
    const bytes = await makePdf([lines(['Nothing here.']), lines(ORDER)]);
    const { read, record, drafts, at } = setUp(bytes);
    const { status, stdout, stderr } = await read('--write', '--as', 'act', '--url', FILE);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/Written: 1 fact known better, 0 locators with a page; 3 files/);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(record<Source>('sources/xx-court/xx-court-1.json').read).toEqual([
      { url: FILE, as: 'act', sha256 },
      { url: 'https://paper.example/story', as: 'report' },
    ]);
    const { events, relations } = record<Market>('markets/f/first-market.json');
    expect(events[1]).toEqual({
      kind: 'blocked',
      source: 'xx-court-1',
      domains: ['first.example.org'],
      verification: 'act',
      locator: 'p. 2',
    });
    // The act is now the first document that was read, so facts from the former first document have to name it.
    const second = record<Market>('markets/s/second-market.json');
    expect(second.events.at(-1)).toMatchObject({ ...told, readAt: 'https://paper.example/story' });
    expect(second.relations).toMatchObject([{ readAt: 'https://paper.example/story' }]);
    expect(relations).toBeUndefined();
    const draft = JSON.parse(readFileSync(join(drafts, 'xx-court-1/markets/e/example-net.json'), 'utf8')) as Market;
    expect(draft.events).toEqual([
      {
        kind: 'blocked',
        domains: ['new-site.example.net'],
        source: 'xx-court-1',
        verification: 'act',
        locator: 'p. 2',
      },
    ]);
    expect((await run('validate', '--data', at)).stderr).toBe('');
    expect(readdirSync(join(at, 'markets')).sort()).toEqual(['f', 's']);
  });

  it('changes nothing for the same file again, and refuses another file with the same address', async () => {
    const { read, record, path, at } = setUp(await makePdf([lines(ORDER)]));
    await read('--write', '--as', 'act', '--url', FILE);
    const first = record<Market>('markets/f/first-market.json');
    expect((await read('--write', '--as', 'act')).stdout).toMatch(/Written: 0 facts known better/);
    expect(record<Market>('markets/f/first-market.json')).toEqual(first);
    writeFileSync(path, await makePdf([lines([...ORDER, 'amended'])]));
    const { status, stderr } = await read('--write', '--as', 'act');
    expect(status).toBe(1);
    expect(stderr).toMatch(/not the file that was read before/);
    expect(record<Source>('sources/xx-court/xx-court-1.json').read[0]!.sha256).toHaveLength(64);
    expect((await run('validate', '--data', at)).status).toBe(0);
  });

  it('never lowers the verification of a fact, and adds a page to a locator without one', async () => {
    const data = toldData();
    data.markets[0]!.events[1] = { ...data.markets[0]!.events[1]!, verification: 'act', locator: 'schedule 2' };
    const { read, record } = setUp(await makePdf([lines(ORDER)]), 'order.pdf', data);
    await read('--write', '--as', 'copy-of-act', '--url', FILE);
    expect(record<Market>('markets/f/first-market.json').events[1]).toMatchObject({
      verification: 'act',
      locator: 'schedule 2',
    });
    await read('--write', '--as', 'act', '--url', 'https://court.example/official.pdf');
    expect(record<Market>('markets/f/first-market.json').events[1]).toMatchObject({
      verification: 'act',
      locator: 'schedule 2, p. 1',
    });
  });

  it('--confirm accepts the named finding in doubt, and no other', async () => {
    const { read, record } = setUp(await makePdf([lines(ORDER)]));
    const wrong = await read('--write', '--as', 'act', '--url', FILE, '--confirm', 'first-market');
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toMatch(/no finding about first-market is in doubt/);
    await read('--write', '--as', 'act', '--url', FILE, '--confirm', 'second-market');
    expect(record<Market>('markets/s/second-market.json').events.at(-1)).toMatchObject({
      verification: 'act',
      locator: 'p. 1',
    });
  });

  it('--except leaves a market unchanged, and the source’s note is printed for a review', async () => {
    const data = toldData();
    data.sources.find(({ id }) => id === 'xx-court-1')!.note = 'Not read in the order itself.';
    const { read, record } = setUp(await makePdf([lines(ORDER)]), 'order.pdf', data);
    const wrong = await read('--write', '--as', 'act', '--url', FILE, '--except', 'no-such-market');
    expect(wrong).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/no fact about no-such-market cites this source/) as string,
    });
    const dry = (await read('--except', 'first-market')).stdout;
    expect(dry).toMatch(/Left out with --except[^\n]*\n {2}first-market: blocked: first\.example\.org, p\. \d+\n/);
    expect(dry).toMatch(/In doubt[^\n]*\(1\)\n {2}second-market/);
    expect(dry).toMatch(/Nothing was written\. --write writes what is borne out\.\n$/);
    const { stdout } = await read('--write', '--as', 'act', '--url', FILE, '--except', 'first-market');
    expect(record<Market>('markets/f/first-market.json').events[1]).toMatchObject({ verification: 'report' });
    expect(stdout).toMatch(
      /Read the note of xx-court-1 again, it may no longer be true: Not read in the order itself\./,
    );
  });

  it('a fact that the act does not confirm gives exit 1, and stays unchanged', async () => {
    const { read, record } = setUp(await makePdf([lines(['This blocks second.example.net, called Rapid.'])]));
    const { status, stdout } = await read('--write', '--as', 'act', '--url', FILE);
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /Not borne out[^\n]*\(1\)\n {2}first-market: blocked: first\.example\.org: not found: first\.example\.org\n/,
    );
    expect(record<Market>('markets/f/first-market.json').events[1]).toMatchObject(told);
    // An ordinary word next to the market's host is the market's name.
    expect(stdout).toMatch(/Borne out \(1\)\n {2}second-market: blocked: Rapid, p\. 1/);
    // The record has only the name; the act has the host too.
    const draft = JSON.parse(
      readFileSync(join(dir, 'drafts/xx-court-1/markets/s/second-market.json'), 'utf8'),
    ) as Market;
    expect(draft.events.at(-1)).toMatchObject({
      kind: 'blocked',
      domains: ['second.example.net'],
      verification: 'act',
    });
  });

  it('a name alone never confirms what a later act decides about an order', async () => {
    const { at, path } = setUp(
      await makePdf([lines(['About Some market: the order on first.example.org is extended.'])]),
    );
    const { status, stdout } = await run('read', 'xx-court-2', path, '--data', at);
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /In doubt[^\n]*\(1\)\n {2}first-market: extended: Some market, p\. 1 \(whether the act says "extended" of it must be read\)/,
    );
  });

  it('does not overwrite a draft that was edited', async () => {
    const { read, drafts } = setUp(await makePdf([lines(ORDER)]));
    await read('--write', '--as', 'act', '--url', FILE);
    const draft = join(drafts, 'xx-court-1/markets/e/example-net.json');
    writeFileSync(draft, 'mine');
    expect((await read('--write', '--as', 'act')).stdout).toMatch(/Drafts: 0 written [^\n]*, 1 kept/);
    expect(readFileSync(draft, 'utf8')).toBe('mine');
  });

  it('reads HTML and text too, with the heading or the line as locator', async () => {
    const page = setUp(
      '<html><head><title>x</title><body><h2>Order</h2><p>To block: first.example.org</p><p>12. Rapid</p>',
      'order.html',
    );
    expect((await page.read()).stdout).toMatch(/first\.example\.org, under "Order"/);
    const text = setUp('The order\n\nfirst.example.org\n', 'order.txt');
    expect((await text.read()).stdout).toMatch(/first\.example\.org, line 3 /);
  });
});

describe('Text in another encoding', () => {
  const bytes = Buffer.concat([
    Buffer.from([0xcc, 0xee, 0xf1, 0xe3, 0xee]),
    Buffer.from(' 1\nfirst.example.org;x\nsee first.example.org'),
  ]);
  it('is refused with a remedy, and read if the encoding is given', async () => {
    const { read } = setUp(bytes, 'register.csv');
    expect((await read()).stderr).toMatch(/line 1 is not UTF-8[^]*--encoding/);
    const { status, stdout } = await read('--encoding', 'windows-1251');
    expect({ status, stdout }).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('first.example.org, lines 2 and 3 ') as string,
    });
    expect(stdout).toContain(createHash('sha256').update(bytes).digest('hex'));
    expect(await read('--encoding', 'klingon')).toMatchObject({ status: 2, stdout: '' });
  });
});

describe('A file that cannot be read is refused:', () => {
  it.each<[string, string, () => Promise<Uint8Array | string> | Uint8Array | string, RegExp]>([
    ['a scan', 'scan.pdf', () => makePdf(['picture', 'picture']), /it is a scan: 2 pages of pictures and no text/],
    ['a PDF without anything', 'empty.pdf', () => makePdf([[]]), /it has 1 page and no text/],
    ['a locked PDF', 'locked.pdf', lockedPdf, /locked with a password/],
    [
      'a PDF that was cut short',
      'cut.pdf',
      async () => (await makePdf([lines(ORDER)])).subarray(0, 300),
      /damaged or cut short|no text/,
    ],
    [
      'a page saved as a PDF',
      'order.pdf',
      () => '<!DOCTYPE html><html><body>404 first.example.org</body></html>',
      /no PDF, though its name says so: it is a web page/,
    ],
    ['text called a PDF', 'order.pdf', () => 'first.example.org', /no PDF, though its name says so/],
    [
      'a document of a word processor',
      'order.docx',
      () => Buffer.from('PK\x03\x04rest'),
      /neither a PDF nor HTML[^]*ZIP/,
    ],
    ['an empty file', 'order.txt', () => '', /it is empty/],
  ])('%s', async (_, name, make, words) => {
    const { read, record } = setUp(await make(), name);
    const { status, stdout, stderr } = await read('--write', '--as', 'act', '--url', FILE);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(words);
    expect(stderr).not.toMatch(/^ +at /m);
    expect(record<Source>('sources/xx-court/xx-court-1.json').read).toHaveLength(1);
  });

  it('a page that is an image is reported, as missing findings may be on it', async () => {
    const { read } = setUp(await makePdf([lines(['This names Rapid.']), 'picture', 'picture', []]));
    const { status, stdout } = await read();
    expect(status).toBe(1);
    expect(stdout).toMatch(/Not read: pages 2-3 of the file: a picture without text\./);
    expect(stdout).toMatch(/not found: first\.example\.org \(the act was not read whole\)/);
  });
});
