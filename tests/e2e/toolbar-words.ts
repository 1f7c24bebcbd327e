/** Conditions on the toolbar of a tab, for tests that wait for them. */
import type { ToolbarState } from '../../tools/drivers/driver.ts';

/** The title names a list. The mark has no badge text, which would cover its shape. */
export const saysNamed = ({ title, badgeText }: ToolbarState): boolean =>
  badgeText === '' && /^\S+: (Named|Last named) in the \d{4} /.test(title);
