/**
 * The badge in a real page, met as a screen reader meets it: it is in a closed shadow root, which nothing else looks
 * into.
 */
import { allNodes, until, type AccessibleNode, type Box, type Page } from '../../tools/drivers/driver.ts';

/** Every badge of the page and its frames. */
export const badgesOf = async (page: Page): Promise<AccessibleNode[]> =>
  allNodes(await page.accessibilityTree()).filter((node) => node.role === 'region' && node.name === 'Listmark');

/** Where it is: the place of its element, which is all of it that is seen. */
export const boxOfBadge = (page: Page): Promise<Box> =>
  page.evaluate(() => {
    // Pages of tests name elements like members of the document, and put methods of their own in the place of many.
    const root = Reflect.get(Document.prototype, 'documentElement', document) as Element;
    const { left, top, right, bottom } = [...root.children]
      .findLast((each) => each.hasAttribute('popover'))!
      .getBoundingClientRect();
    return { left, top, right, bottom };
  });

export const badgeOf = async (page: Page): Promise<AccessibleNode | undefined> => (await badgesOf(page))[0];

/** The names of its buttons, in their order; none where there is no badge. */
export async function buttonsOf(page: Page): Promise<string[]> {
  const badge = await badgeOf(page);
  return badge ? allNodes(badge).flatMap((node) => (node.role === 'button' ? [node.name] : [])) : [];
}

/** Waits for the badge's button with such a name and presses it, as the user's own hand. */
export async function pressIn(page: Page, words: RegExp): Promise<void> {
  await until(
    () => buttonsOf(page),
    (names) => names.some((name) => words.test(name)),
    15_000,
  );
  // By the pattern again: a badge that becomes a dot has another name.
  await page.clickNamed('button', words);
}

export const SHOW_MORE = /Show more$/;

/** Opens the card from the pill or the dot. */
export async function openCard(page: Page): Promise<void> {
  await pressIn(page, SHOW_MORE);
  await until(
    () => buttonsOf(page),
    (names) => names.includes('History and sources'),
  );
}
