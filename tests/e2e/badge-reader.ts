/**
 * Reads and presses the badge in a real page through the accessibility tree: nothing else can see into its closed
 * shadow root.
 */
import { allNodes, until, type AccessibleNode, type Box, type Page } from '../../tools/drivers/driver.ts';

/** All badges of the page and its frames. */
export const badgesOf = async (page: Page): Promise<AccessibleNode[]> =>
  allNodes(await page.accessibilityTree()).filter((node) => node.role === 'region' && node.name === 'Listmark');

/** The box of the badge's host element, which contains everything that is visible. */
export const boxOfBadge = (page: Page): Promise<Box> =>
  page.evaluate(() => {
    // Test pages name elements like members of `document` and replace its methods, so call the original getter.
    const root = Reflect.get(Document.prototype, 'documentElement', document) as Element;
    const { left, top, right, bottom } = [...root.children]
      .findLast((each) => each.hasAttribute('popover'))!
      .getBoundingClientRect();
    return { left, top, right, bottom };
  });

export const badgeOf = async (page: Page): Promise<AccessibleNode | undefined> => (await badgesOf(page))[0];

/** The names of its buttons in document order; empty if there is no badge. */
export async function buttonsOf(page: Page): Promise<string[]> {
  const badge = await badgeOf(page);
  return badge ? allNodes(badge).flatMap((node) => (node.role === 'button' ? [node.name] : [])) : [];
}

/** Waits for a button of the badge with a matching name and clicks it with a real pointer. */
export async function pressIn(page: Page, words: RegExp): Promise<void> {
  await until(
    () => buttonsOf(page),
    (names) => names.some((name) => words.test(name)),
    15_000,
  );
  // Search by the pattern again: the name changes if the badge becomes a dot meanwhile.
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
