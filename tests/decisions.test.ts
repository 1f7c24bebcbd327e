/** docs/decisions: each number is used once, and the index lists every decision with its title. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const FOLDER = 'docs/decisions';
const files = readdirSync(FOLDER).filter((name) => name !== 'README.md');
const index = readFileSync(`${FOLDER}/README.md`, 'utf8');

it('Every decision has its own number', () => {
  expect(files.filter((name) => !/^\d{4}-[a-z0-9-]+\.md$/.test(name))).toEqual([]);
  expect(new Set(files.map((name) => name.slice(0, 4))).size).toBe(files.length);
});

it('The index lists all of them, in order, with their titles', () => {
  const lines = [...index.matchAll(/^- \[(\d{4})\]\(([^)]+)\): (.+)$/gm)].map(([, number, file, title]) => ({
    number,
    file,
    title: title!.toLowerCase(),
  }));
  expect(lines).toEqual(
    files.sort().map((file) => ({
      number: file.slice(0, 4),
      file,
      title: readFileSync(`${FOLDER}/${file}`, 'utf8')
        .split('\n')[0]!
        .replace(/^# (?:\d{4}: )?/, '')
        .toLowerCase(),
    })),
  );
});
