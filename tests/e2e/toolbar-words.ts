/**
 * What the toolbar says of a tab, for tests that wait for it. The mark never has a text on it, which would cover its
 * shape.
 */
import type { ToolbarState } from '../../tools/drivers/driver.ts';

/** The site is named on a government list. */
export const saysNamed = ({ title, badgeText }: ToolbarState): boolean =>
  badgeText === '' && /^\S+: (Named|Last named) in /.test(title);
