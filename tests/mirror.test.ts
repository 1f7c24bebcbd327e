/**
 * Tests mirror src and tools: the tests of a file have the same path as the file, and a test file is named after the
 * file that it tests. tests/README.md has the rule.
 */
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { expect, it, test } from 'vitest';

const inFolder = (folder: string) =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [entry.name] : []))
    : [];
const nameOf = (file: string) => basename(file).replace(/(\.test)?\.tsx?$/, '');

/** The folder of the tested file: tests/tools/… mirrors tools, everything else mirrors src. */
const mirrored = (test: string) =>
  dirname(test).startsWith('tests/tools')
    ? dirname(test).replace(/^tests\//, '')
    : dirname(test).replace(/^tests/, 'src');

/** The possible names of the tested file: "sync-two-workers" is a test of "sync". */
const tested = (test: string) =>
  inFolder(mirrored(test)).filter(
    (file) => nameOf(test) === nameOf(file) || nameOf(test).startsWith(`${nameOf(file)}-`),
  );

const all = readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .map((file) => `tests/${file.replaceAll('\\', '/')}`)
  .filter((file) => /\.test\.tsx?$/.test(file));
/** Test files in mirrored folders. Those at the top of tests check the project as a whole. */
const mirrors = all.filter((file) => dirname(file) !== 'tests' && existsSync(mirrored(file)));

it('most test files are in a mirrored folder', () => expect(mirrors.length).toBeGreaterThan(50));

test.each(mirrors)('%s is named after a file of the mirrored folder', (file) => {
  expect(tested(file)).not.toEqual([]);
});
