/**
 * Our entries beside those that citeproc makes of the same items with the style's CSL file. docs/citations.md explains
 * the differences. APA is compared as the test runs, with the file that citation-js brings. citeproc.json holds the
 * other styles' output, by the files of github.com/citation-style-language/styles at 0819c0e (21 August 2026);
 * `CSL_STYLES=<folder of those files> npx vitest run <this file>` makes and compares it again.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cslItems } from '../../../src/ui/citations/csl-item.ts';
import recorded from './citeproc.json' with { type: 'json' };
import { citeproc } from './citeproc.ts';
import { ACCESSED, FORTY } from './forty-sources.ts';

const FILES = ['apa', 'chicago-author-date', 'oscola', 'bluebook-law-review'] as const;
const folder = process.env['CSL_STYLES'];
const recordOf = (id: string) => recorded[id as keyof typeof recorded];

describe.each(FORTY)('$id', { timeout: 60_000 }, ({ id, cited, expected }) => {
  const [item] = cslItems(cited, ACCESSED);
  it('is in APA what citeproc makes of it', () => expect(citeproc(item!, 'apa')).toBe(straight(expected.apa[0]!)));
  it('differs in Chicago only as explained', () =>
    expect(comparable(expected.chicago[0]!)).toBe(comparable(recordOf(id)['chicago-author-date'])));
  // Without the folder these are no tests at all: a skipped test counts as failed.
  if (folder)
    it.each(FILES)('is recorded as %s makes it', (style) =>
      expect(citeproc(item!, `file-${style}`, readFileSync(join(folder, `${style}.csl`), 'utf8'))).toBe(
        recordOf(id)[style],
      ),
    );
});

/** citeproc curls quotes and apostrophes in no case here; spaces it makes single. */
const straight = (text: string): string => text.replace(/\s+/g, ' ');

const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
/** Without quotes, capitals and commas, and without the day of a report or statute before the address. */
function comparable(text: string): string {
  return text
    .replace(/[“”"'’]/g, '')
    .replace(/\.(?=\])|(?<=\])\./g, '')
    .replace(new RegExp(` ${MONTH}(?: \\d+)?(?:, \\d{4})?\\. (?=http)`), ' ')
    .replace(new RegExp(`\\(${MONTH} \\d+, (\\d{4})\\)`), '($1)')
    .replaceAll(',', '')
    .toLowerCase();
}
