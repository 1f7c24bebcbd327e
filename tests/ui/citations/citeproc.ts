/** What citeproc makes of our CSL items with a style's CSL file. */
import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-csl';
import type { CslItem } from '../../../src/ui/citations/csl-item.ts';

interface Plugins {
  config: { get(name: string): { styles: { add(name: string, csl: string): void } } };
}

/** @param csl text of the style's file; without it, citation-js's own file of that name is used */
export function citeproc(item: CslItem, style: string, csl?: string): string {
  if (csl) (plugins as Plugins).config.get('@csl').styles.add(style, csl);
  const data = new Cite(item) as { format(as: string, how: object): string };
  // Styles of footnotes need have no bibliography.
  const text = data.format(csl && !csl.includes('<bibliography') ? 'citation' : 'bibliography', {
    template: style,
    lang: 'en-US',
    format: 'text',
  });
  return text.trim().replace(/\s+/g, ' ');
}
