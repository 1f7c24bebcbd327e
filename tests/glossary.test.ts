/** docs/glossary.md: every name in it exists in the code, and the names not to use do not. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const page = readFileSync('docs/glossary.md', 'utf8');
const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
const code = files.map((file) => readFileSync(join('src', file), 'utf8')).join('\n');
const rows = page.split('\n').filter((line) => line.startsWith('| ') && !/^\| (?:Word|-)/.test(line));
const names = rows.flatMap((row) => [...row.split('|')[3]!.matchAll(/`([^`]+)`/g)].map(([, name]) => name!));

it('has every word once', () => {
  const words = rows.map((row) => row.split('|')[1]!.trim());
  expect(words.length).toBeGreaterThan(30);
  expect(words).toEqual([...new Set(words)]);
});

it.each([...new Set(names)])('has %s, which the code declares or uses', (name) =>
  expect(code).toMatch(new RegExp(`\\b${name}\\b`)),
);

it('lists names not to use, which no file and no declaration has', () => {
  const retired = [
    ...page
      .split('## Words not to use')[1]!
      .split('were names')[0]!
      .matchAll(/`([a-z]+)`/g),
  ].map(([, name]) => name!);
  expect(retired.length).toBeGreaterThan(3);
  const declared = new RegExp(`\\b(?:function|const|let|class|interface|type) (?:${retired.join('|')})\\b`, 'i');
  expect(files.filter((file) => retired.some((name) => file.split('/').at(-1)!.startsWith(`${name}.`)))).toEqual([]);
  expect(declared.exec(code)).toBeNull();
});
