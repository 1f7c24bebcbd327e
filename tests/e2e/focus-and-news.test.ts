/** After every press in the popup the focus is at a useful place, and a screen reader announces what has changed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listen } from './announced.ts';
import { BROWSERS, world, type World } from './browsers.ts';
import { until, type Page, type View } from '../../tools/drivers/driver.ts';

const LISTED = 'thepiratebay.org';

describe.each(BROWSERS)('%s', (name) => {
  let around: World;
  beforeAll(async () => {
    around = await world(name, [LISTED]);
  });
  afterAll(() => around?.end());

  const says = (view: View, words: string | RegExp) =>
    until(
      () => view.text(),
      (text) => (typeof words === 'string' ? text.includes(words) : words.test(text)),
      15_000,
    );
  const details = async (host = LISTED) => {
    const view = await around.browser.extensionPage(
      `src/popup/index.html?url=${encodeURIComponent(`http://${host}/`)}`,
    );
    await says(view, 'signature verified');
    return view;
  };
  const type = (view: Page, selector: string, text: string) =>
    view.evaluate(
      (which, value) => {
        const field = document.querySelector<HTMLInputElement>(which)!;
        field.focus();
        field.value = value;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      },
      selector,
      text,
    );
  const hasFocus = (view: Page, selector: string) =>
    view.evaluate((which) => document.activeElement?.matches(which) ?? false, selector);
  const press = (view: Page, words: string) =>
    view.evaluate((label) => {
      const button = [...document.querySelectorAll('button')].find((each) => each.innerText === label)!;
      button.focus();
      button.click();
    }, words);

  it('"Show all" moves the focus to the first new event, and announces how many there are', async () => {
    const view = await details();
    const announced = await listen(view);
    await view.click('.more');
    await until(announced, (heard) => heard.some((words) => /^All \d+ dated facts are shown\.$/.test(words)));
    expect(await view.evaluate(() => document.activeElement === document.querySelectorAll('.events tbody tr')[8])).toBe(
      true,
    );
    await view.close();
  });

  it('"Check now" keeps the focus, and announces each time that it runs and how it ended', async () => {
    const view = await details();
    const announced = await listen(view);
    for (const times of [1, 2]) {
      await view.click('footer button');
      const heard = await until(
        announced,
        (all) => all.filter((words) => /(Checked, up to date|Updated), /.test(words)).length === times,
      );
      expect(heard.filter((words) => words.endsWith('Checking…'))).toHaveLength(times);
      expect(await hasFocus(view, 'footer button:first-child')).toBe(true);
    }
    await view.close();
  });

  it('if the worker is killed during "Check now", the page stays and the failure is announced', async () => {
    const view = await details();
    let release = () => {};
    const hold = new Promise<void>((done) => (release = done));
    around.server.behave = ({ path }) => (path === 'head.jws' ? { hold } : undefined);
    try {
      const announced = await listen(view);
      await view.click('footer button');
      await until(announced, (heard) => heard.some((words) => words.endsWith('Checking…')));
      await around.browser.killWorker();
      const text = await says(view, /The check did not come to its end: .*\. Try again\./);
      expect(text).toMatch(/Named in USTR/);
      expect(text).not.toContain('cannot answer');
      expect(await announced()).toContainEqual(
        expect.stringContaining('The check did not come to its end: the browser stopped Listmark.'),
      );
      expect(await hasFocus(view, 'footer button:first-child')).toBe(true);
    } finally {
      around.server.behave = () => undefined;
      release();
    }
    await press(view, 'Check now');
    await says(view, 'Checked, up to date');
    await view.close();
  });

  it('"Look up" moves the focus to the name and announces the first sentence; invalid input keeps the focus in the field', async () => {
    const view = await details('unlisted.example');
    const announced = await listen(view);
    await press(view, 'Look up');
    expect(await hasFocus(view, '#look-up')).toBe(true);
    await type(view, '#look-up', LISTED);
    await view.press('Enter');
    await until(announced, (heard) => heard.some((words) => words.startsWith('The Pirate Bay is named in the')));
    expect(await hasFocus(view, 'h1')).toBe(true);
    await press(view, 'Look up');
    await type(view, '#look-up', 'x y');
    await view.press('Enter');
    await says(view, 'it holds a blank');
    expect(await hasFocus(view, '#look-up')).toBe(true);
    await view.close();
  });

  it('the as-of field keeps the focus when the date changes, announces the day, and refuses a future day', async () => {
    const view = await details();
    const announced = await listen(view);
    await type(view, '.as-of input', '2014-01-01');
    await until(announced, (heard) => heard.includes('Shown as of 1 January 2014.'));
    expect(await hasFocus(view, '.as-of input')).toBe(true);
    await type(view, '.as-of input', '2030-01-01');
    await until(announced, (heard) => heard.includes('This day has not come yet. Nothing was changed.'));
    expect(await hasFocus(view, '.as-of input')).toBe(true);
    await press(view, 'Today');
    await until(announced, (heard) => heard.at(-1)?.startsWith('Shown as of ') ?? false);
    expect(await hasFocus(view, '.as-of input')).toBe(true);
    await view.close();
  });

  it('tiles and the country announce how many events are left, and keep the focus', async () => {
    const view = await details();
    const announced = await listen(view);
    const isOn = () => view.evaluate(() => document.activeElement?.getAttribute('aria-pressed'));
    const tile = () =>
      view.evaluate(() => {
        const found = [...document.querySelectorAll<HTMLElement>('.tile')].find((each) =>
          each.innerText.startsWith('Orders'),
        )!;
        found.focus();
        found.click();
      });
    await tile();
    await until(announced, (heard) => /^\d+ of \d+ dated facts\.$/.test(heard.at(-1) ?? ''));
    expect(await isOn()).toBe('true');
    const orders = (await announced()).at(-1);
    await view.evaluate(() => {
      const select = document.querySelector<HTMLSelectElement>('.heading select')!;
      select.value = 'IT';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await until(announced, (heard) => /^\d+ of \d+ dated facts\.$/.test(heard.at(-1)!) && heard.at(-1) !== orders);
    await tile();
    await tile();
    expect(await isOn()).toBe('true');
    await tile();
    await view.evaluate(() => {
      const select = document.querySelector<HTMLSelectElement>('.heading select')!;
      select.value = '';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await until(announced, (heard) => /^All \d+ dated facts\.$/.test(heard.at(-1)!));
    await view.close();
  });

  it('"Back to this page" leads back to the page, and says what it is', async () => {
    const view = await details();
    await press(view, 'Look up');
    await type(view, '#look-up', 'unlisted.example');
    await view.press('Enter');
    await says(view, 'Not listed is not clearance');
    const announced = await listen(view);
    await press(view, 'Back to this page');
    await until(announced, (heard) => heard.some((words) => words.startsWith('The Pirate Bay is named in the')));
    expect(await hasFocus(view, 'h1')).toBe(true);
    expect(await view.evaluate(() => document.querySelector('h1')!.textContent)).toBe(LISTED);
    expect(await view.text()).not.toContain('Back to this page');
    await view.close();
  });

  it('"Copied" moves no button, is announced each time, and disappears when another format is chosen', async () => {
    const view = await details();
    await view.evaluate(() => {
      navigator.clipboard.writeText = async () => undefined;
    });
    await press(view, 'Export');
    const announced = await listen(view);
    const places = () =>
      view.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('.export .btn')].map((each) => {
          const { left, top, width } = each.getBoundingClientRect();
          return [left, top + scrollY, width].map(Math.round);
        }),
      );
    const before = await places();
    await press(view, 'Copy as text');
    await until(announced, (heard) => heard.length === 1);
    expect(await places()).toEqual(before);
    expect(await view.text()).toContain('✓ Copied');
    await view.evaluate(() => document.querySelector<HTMLElement>('.export .copy')!.click());
    await until(announced, (heard) => heard.length === 2);
    expect(await announced()).toEqual(['Copied', 'Copied']);
    await until(
      () => view.text(),
      (text) => !text.includes('✓ Copied'),
    );
    await press(view, 'Cite');
    await press(view, 'Copy citation');
    await says(view, '✓ Copied');
    await view.evaluate(() => {
      const format = [...document.querySelectorAll<HTMLSelectElement>('.cite select')].at(-1)!;
      format.value = 'ris';
      format.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await until(
      () => view.text(),
      (text) => !text.includes('✓ Copied'),
      2_000,
    );
    await view.close();
  });
});
