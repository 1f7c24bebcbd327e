/** docs/page-promises.md: each test that it names exists, in the named file. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Titles of the pages in tests/e2e/hostile/ become titles of hostile-pages.test.ts. */
const pages = readdirSync('tests/e2e/hostile')
  .map((name) => readFileSync(`tests/e2e/hostile/${name}`, 'utf8'))
  .join('\n');
const textOf = (file: string) => {
  const path = [file, `tests/e2e/${file}`].find((each) => existsSync(each));
  return path && readFileSync(path, 'utf8') + (file === 'hostile-pages.test.ts' ? pages : '');
};

/**
 * File and quoted title of each test: in the last column of the tables, where the file may be missing, and in prose.
 */
const named = readFileSync('docs/page-promises.md', 'utf8')
  .split('\n')
  .flatMap((line) => {
    const tests = line.startsWith('|')
      ? line.split('|').at(-2)!
      : (/`[\w/-]+\.test\.ts`, "[^"]+"/.exec(line)?.[0] ?? '');
    let file = 'hostile-pages.test.ts';
    return [...tests.matchAll(/`([\w/-]+\.test\.ts)`|"([^"]+)"/g)].flatMap(([, path, title]) => {
      file = path ?? file;
      return title ? [[file, title] as const] : [];
    });
  });

it('names at least thirty tests', () => expect(named.length).toBeGreaterThan(30));

it.each(named)('%s has a test “%s”', (file, title) => {
  const text = textOf(file);
  expect(text, `no file ${file}`).toBeDefined();
  for (const part of title.split('…').map((each) => each.trim())) expect(text).toContain(part);
});
