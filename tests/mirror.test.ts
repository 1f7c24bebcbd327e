/**
 * Tests mirror src and tools: whoever looks for the tests of a file finds them under its own path, and a test file
 * says in its name what it tests. tests/README.md has the rule.
 */
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { expect, it, test } from 'vitest';

const inFolder = (folder: string) =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [entry.name] : []))
    : [];
const nameOf = (file: string) => basename(file).replace(/(\.test)?\.tsx?$/, '');

/** Where the file lies that a test file tests: tests/tools/… mirrors tools, everything else src. */
const mirrored = (test: string) =>
  dirname(test).startsWith('tests/tools')
    ? dirname(test).replace(/^tests\//, '')
    : dirname(test).replace(/^tests/, 'src');

/** The files that the test's name may mean: "sync-two-workers" is a test of sync. */
const tested = (test: string) =>
  inFolder(mirrored(test)).filter(
    (file) => nameOf(test) === nameOf(file) || nameOf(test).startsWith(`${nameOf(file)}-`),
  );

const all = readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .map((file) => `tests/${file.replaceAll('\\', '/')}`)
  .filter((file) => /\.test\.tsx?$/.test(file));
/** In a folder that mirrors one of src or tools; at the top of tests lie those that read the project as a whole. */
const mirrors = all.filter((file) => dirname(file) !== 'tests' && existsSync(mirrored(file)));

it('most test files lie in a mirrored folder', () => expect(mirrors.length).toBeGreaterThan(50));

test.each(mirrors)('%s is named after a file of the folder that it mirrors', (file) => {
  expect(tested(file)).not.toEqual([]);
});
