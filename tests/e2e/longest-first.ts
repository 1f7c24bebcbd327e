import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Files that take long, longest first. A long file that began last would leave the other slots idle at the end. The
 * order has no other meaning: files that are not named here come after these, in vitest's order.
 */
const LONGEST = [
  'accessibility-of-faces',
  'store-trouble',
  'attacks',
  'hostile-pages',
  'theme',
  'badge-secrets',
  'kills',
  'list',
  'faces',
  'welcome',
  'picture',
  'start',
  'toolbar-matrix',
  'options',
  'filing',
  'badge-looks',
  'focus-and-news',
  'hidden-badge',
  'toolbar-window',
  'badge',
];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = LONGEST.indexOf(relative(import.meta.dirname, moduleId).replace(/\.test\.ts$/, ''));
      return at < 0 ? LONGEST.length : at;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}
