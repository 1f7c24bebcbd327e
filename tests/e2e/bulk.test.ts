/** The explorer's bulk check and comparison on the full record, with the same table as the command line makes. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bulkCsv } from '../../src/bulk/bulk-export.ts';
import { readInput } from '../../src/bulk/read-input.ts';
import { tableOf } from '../../src/pipeline/check-input.ts';
import { readDataset } from '../../src/pipeline/dataset.ts';
import { today } from '../../src/today.ts';
import { until, type Page } from '../../tools/drivers/driver.ts';
import { accessibilityProblems } from './accessibility.ts';
import { BROWSERS, world, type World } from './browsers.ts';

interface Saving {
  saved: Promise<string>;
}

const { dataset } = readDataset('data');
const listed = [...new Set(dataset.markets.flatMap(({ domains }) => domains.map(({ name }) => name)))].sort();
/** Two hundred entries: some on record, most not, and some that are no hosts. */
const MINE = [
  ...listed.filter((_, n) => n % Math.ceil(listed.length / 20) === 0),
  ...Array.from({ length: 175 }, (_, n) => `https://shop-${n}.example/goods?id=${n}`),
  'thepiratebay.org',
  'THEPIRATEBAY.org',
  'not a host',
  'github.io',
  '=HYPERLINK("https://site.example")',
];
const TEXT = MINE.join('\n');

describe.each(BROWSERS)('%s', (name) => {
  let around: World;
  let view: Page;
  beforeAll(async () => {
    around = await world(name, []);
    view = await around.browser.extensionPage('src/explorer/index.html');
    await shows(/[\d,]+ of [\d,]+ entries/);
  });
  afterAll(() => around?.end());

  const shows = (words: RegExp) =>
    until(
      () => view.text(),
      (text) => words.test(text),
      60_000,
    );
  const goTo = (hash: string) => view.evaluate((to) => void (location.hash = to), hash);
  const press = (words: string) =>
    view.evaluate((label) => {
      const found = [...document.querySelectorAll('button')].find((each) => each.innerText.startsWith(label));
      if (!found) throw new Error(`no button "${label}"`);
      found.click();
    }, words);
  const paste = (text: string) =>
    view.evaluate((value) => void (document.querySelector<HTMLTextAreaElement>('#bulk')!.value = value), text);
  const linkedHosts = () =>
    view.evaluate(
      () =>
        [...document.querySelectorAll('main a')].filter((a) => /^https?:/.test((a as HTMLAnchorElement).href)).length,
    );

  it('which of my 200 domains are listed? Paste, one click; the export is what the command line writes', async () => {
    await goTo('#bulk');
    await shows(/Check many sites at once/);
    await paste(TEXT);
    await press('Check');
    const text = await shows(/Something on record/);
    expect(text).toMatch(/Duplicate\. 1\b/);
    expect(text).toMatch(/Not a host\. 2\b/);
    expect(text).toMatch(/Public suffix\. 1\b/);
    expect(text).toMatch(/All 200\b/);
    await press('Duplicate.');
    await shows(/The same as line/);
    await view.evaluate(() => {
      URL.createObjectURL = (blob) => {
        (globalThis as unknown as Saving).saved = (blob as Blob).text();
        return 'about:blank#saved';
      };
      HTMLAnchorElement.prototype.click = () => undefined;
    });
    await press('Export as CSV');
    const saved = await until(
      () => view.evaluate(async () => (await (globalThis as unknown as Saving).saved) ?? ''),
      (csv) => csv.length > 0,
    );
    const days = { asOf: today(), readOn: today() };
    const expected = bulkCsv(await tableOf(dataset, readInput(TEXT), days));
    expect(saved.replace(/^\uFEFF/, '')).toBe(expected.replace(/^\uFEFF/, ''));
    expect(await linkedHosts()).toBe(0);
    expect(await accessibilityProblems(view)).toEqual([]);
    // Neither in the address, nor kept for the next time.
    expect(await view.evaluate(() => location.href)).not.toContain('shop-');
    await goTo('#search');
    await shows(/Search the list/);
    await goTo('#bulk');
    await shows(/Check many sites at once/);
    expect(await view.text()).not.toContain('Something on record');
  });

  it('bad input gets a reason and a place, and the page goes on', async () => {
    await paste('url,note\na.example,"x\nb.example,y\n');
    await press('Check');
    await shows(/Line 2: a quote opens here and nothing closes it/);
    await paste(Array.from({ length: 200_001 }, (_, n) => `a${n}.example`).join('\n'));
    await press('Check');
    await shows(/200,001 entries are more than the 200,000.*before line 200001/);
    await paste('thepiratebay.org');
    await press('Check');
    await shows(/1 entry in 1 line, read as lines/);
  });

  it('compare USTR 2022 with 2024: what was added, removed, kept, and what is not known', async () => {
    await goTo('#compare?in=ustr-nml&a=ustr-nml-2022&b=ustr-nml-2024');
    const text = await shows(/2022 against 2024/);
    expect(text).toMatch(/2022 \(.*\): 39 found of 39 stated; complete in our record/);
    for (const heading of [/Added: .*\(\d+\)/, /Removed: .*\(\d+\)/, /Kept: named in both \([1-9]\d*\)/])
      expect(text).toMatch(heading);
    expect(await linkedHosts()).toBe(0);
    expect(await accessibilityProblems(view)).toEqual([]);
  });
});
