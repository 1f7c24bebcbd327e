/**
 * The popup's sentences that a researcher needs, on the real records: who named the site, how it is known, in which
 * act, where to read it, and how to cite and copy it.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS, world, type World } from './browsers.ts';
import { allNodes, until, type Page, type View } from '../../tools/drivers/driver.ts';

const LISTED = 'thepiratebay.org';
interface Copied {
  copied: string;
}

describe.each(BROWSERS)('%s', (name) => {
  let around: World;
  beforeAll(async () => {
    around = await world(name, [LISTED, 'unlisted.example']);
  });
  afterAll(() => around?.end());

  const says = (view: View, words: RegExp) =>
    until(
      () => view.text(),
      (text) => words.test(text),
      15_000,
    );
  const popup = async (host: string): Promise<Page> => {
    const view = await around.browser.extensionPage(
      `src/popup/index.html?url=${encodeURIComponent(`http://${host}/`)}`,
    );
    await says(view, /signature verified/);
    return view;
  };
  const openAll = (view: View) =>
    view.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
  const opening = (view: View) => view.evaluate(() => document.querySelector('header')!.innerText);
  /** Waits, because Firefox adds newly opened content to the accessibility tree a moment later. */
  const names = (view: View, role: string, sought: RegExp) =>
    until(
      async () =>
        allNodes(await view.accessibilityTree()).flatMap((node) =>
          node.role === role && sought.test(node.name) ? [node.name] : [],
        ),
      (found) => found.length > 0,
    );

  it('the popup shows without scrolling: who, in how many countries, how it is known, which list and which day', async () => {
    const page = await around.browser.open(`http://${LISTED}/`);
    const view = await around.browser.popup(page);
    await says(view, /signature verified/);
    const text = await opening(view);
    expect(text).toMatch(/The Pirate Bay is named in the \d{4} US piracy and counterfeit list; /);
    expect(text).toMatch(
      /Review of Notorious Markets for Counterfeiting and Piracy, Office of the United States Trade Representative/,
    );
    expect(text).toMatch(/A listing is not a finding of law\./);
    expect(text).toMatch(/Orders\s+\d+\s+\d+ countries/);
    const whole = await view.text();
    expect(whole).toMatch(
      /Named in USTR’s lists of \d{4}–\d{4}, .* and \d{4}; our record of those of \d{4}, .* is not complete\./,
    );
    expect(whole).toMatch(/The \d{4} list, as reported, names The Pirate Bay and prints no domain\./);
    expect(whole).toMatch(
      /Ordered blocked in \d+ countries (by \d+ orders )?\(\d{4}–\d{4}\); (whether the orders still stand|shown to be in force)/,
    );
    expect(text).toMatch(
      /Of \d+ dated facts, .*\d+ (was|were) read in .* and \d+ in reports only\. By Listmark’s list of \d+ \w+ \d{4}, read on \d+ \w+ \d{4}\./,
    );
    // So that a screenshot of the popup includes it.
    expect(
      await view.evaluate(() => document.querySelector('.known')!.getBoundingClientRect().bottom <= innerHeight),
    ).toBe(true);
    await view.close();
    await page.close();
  });

  it('a seizure known from reports is worded as reported, and events of one day have a fixed order', async () => {
    const view = await popup('megaupload.com');
    expect(await opening(view)).toMatch(
      /^.*\n.*\n+Domain reported seized by United States authorities \(United States District Court, Eastern District of Virginia\) on 19 January 2012, according to torrentfreak\.com\./,
    );
    expect(await opening(view)).toMatch(/All \d+ dated facts were read in reports, not in the original documents\./);
    expect(
      await view.evaluate(() =>
        [...document.querySelectorAll('.events tbody p')].slice(0, 2).map((each) => each.textContent),
      ),
    ).toEqual([
      'Domain reported seized by United States authorities (United States District Court, Eastern District of Virginia)',
      'Reported closed',
    ]);
    await view.close();
  });

  it('shows for orders the court, the case, the method and the term', async () => {
    const view = await popup(LISTED);
    await view.click('.more');
    expect(await says(view, /case 11\/41552, H 11\/20937 · DNS, IP/)).toMatch(/Helsinki District Court/);
    await view.close();
    const ended = await popup('livetv822.me');
    expect(await ended.text()).toMatch(
      /Formerly ordered blocked by the court of first instance of Paris .*; its stated term ran to 7 December 2025; no extension is in our record\./,
    );
    await ended.close();
  });

  it('filters by country', async () => {
    const view = await popup(LISTED);
    await view.evaluate(() => {
      const select = document.querySelector<HTMLSelectElement>('.heading select')!;
      select.value = 'FI';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    const shown = await until(
      () => view.evaluate(() => [...document.querySelectorAll('#events tbody p')].map((each) => each.textContent)),
      (events) => events.length < 8,
    );
    expect(shown.filter((words) => !words?.includes('Helsinki'))).toEqual([]);
    await view.close();
  });

  it('shows for every source the date, the locator, the verification and links by host', async () => {
    const view = await popup(LISTED);
    await openAll(view);
    const items = await view.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.sources li')].map((each) => each.innerText),
    );
    expect(items.length).toBeGreaterThan(20);
    for (const item of items)
      expect(item).toMatch(
        /(published|decided|observed) (\d+ )?(\w+ )?\d{4} · [^]*where: \S[^]*(the list itself|copy of the list|report), read \(/,
      );
    await names(view, 'link', /^the list itself, not read: 2024 Review of Notorious Markets/);
    await names(view, 'link', /^report, read \(torrentfreak\.com\): /);
    await view.close();
  });

  it('shows related sites as the source describes them, and warns if a domain changed hands', async () => {
    for (const [host, words] of [
      ['torrentz.eu', /Not to be confused with Torrentz2, by .* \(paragraph on unofficial clones\)/],
      ['labaia.net', /Mirror of The Pirate Bay, by .* \(opening paragraph\)/],
      ['rarbg.to', /△ This domain changed hands: Sold at auction/],
    ] as const) {
      const view = await popup(host);
      expect(await view.text()).toMatch(words);
      await view.close();
    }
  });

  it('explains for each series what it does not mean and how to challenge it', async () => {
    const view = await popup(LISTED);
    await openAll(view);
    const parts = await view.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.says')].map((each) => each.innerText),
    );
    expect(parts.length).toBeGreaterThan(5);
    for (const part of parts) expect(part).toMatch(/What it does not mean: \S[^]*To challenge it: \S/);
    await names(view, 'heading', /whether the orders still stand is not in our record/);
    await names(view, 'heading', /what industry bodies asked for, not decisions/);
    await view.close();
  });

  it('copies a citation in two clicks, a legal citation, and everything as text', async () => {
    const view = await popup(LISTED);
    // Writes to the real clipboard, and keeps a copy of what was written for the test.
    await view.evaluate(() => {
      const write = navigator.clipboard.writeText.bind(navigator.clipboard);
      navigator.clipboard.writeText = (text) =>
        write(text).then(() => void ((globalThis as unknown as Copied).copied = text));
    });
    const copied = () => view.evaluate(() => (globalThis as unknown as Copied).copied ?? '');
    await view.clickNamed('button', 'Cite');
    await view.click('.cite .btn');
    await says(view, /Copied/);
    expect(await copied()).toMatch(/^\S.* Retrieved \w+ \d+, \d{4}, from https:\/\/\S+$/m);
    await view.evaluate(() => {
      const select = [...document.querySelectorAll<HTMLSelectElement>('.cite select')].at(-1)!;
      select.value = 'oscola';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await view.click('.cite .btn');
    await until(copied, (text) =>
      /^STEF v Vodafone .* \(Reykjavik District Court, 14 October 2014\) \(as cited in /m.test(text),
    );
    await view.clickNamed('button', 'Export');
    await view.click('.export .btn');
    const text = await until(copied, (each) => each.startsWith(`${LISTED}\nNamed in USTR’s lists`));
    expect(text).toMatch(/\nOf \d+ dated facts, .* in reports only\.\n/);
    expect(text).toMatch(/ {2}Named in USTR’s 2024 list[,;] .*no domain.* \(a report was read\)\. https:/);
    expect(text).toMatch(/By Listmark’s list of .*, read on .* \(release \d+, SHA-256 [0-9a-f]{64}\)\.\n/);
    await view.close();
  });

  it('the list line shows the release, its age, the signature and the last sync', async () => {
    const view = await popup('unlisted.example');
    expect(await view.evaluate(() => document.querySelector('footer')!.innerText)).toMatch(
      /Release \d+, \d+ \w+ \d{4} \((today|yesterday|\d+ days old)\).*✓ signature verified\s+(Checked, up to date|Updated), \d+ \w+ \d{4} at \d\d:\d\d/,
    );
    await view.close();
  });
});
