/**
 * Enforces the import table of docs/architecture.md. Type imports count like value imports. The polyfill throws if it
 * is imported outside an extension, so some of these rules are not a matter of taste.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it, test } from 'vitest';

interface Part {
  ours: string[];
  libraries: string[];
}

/** The names in backticks in a table cell. */
const named = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name!.replace(/\/$/, ''));

const MAY = new Map<string, Part>(
  readFileSync('docs/architecture.md', 'utf8')
    .split('## What each part is and may import\n')[1]!
    .split('\n## ')[0]!
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => {
      const [, part, , ours, libraries] = line.split('|');
      return named(part!).map((name): [string, Part] => [name, { ours: named(ours!), libraries: named(libraries!) }]);
    }),
);

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'));
const text = (file: string): string => readFileSync(join('src', file), 'utf8');

/** The most specific part of a file: "list/names" rather than "list". */
function partOf(file: string): string | undefined {
  if (MAY.has(file)) return file;
  const folders = dirname(file).split('/');
  for (let n = folders.length; n > 0; n--)
    if (MAY.has(folders.slice(0, n).join('/'))) return folders.slice(0, n).join('/');
  return undefined;
}

/** All imports of a file, dynamic ones included: own files by path from src, libraries by name. */
function importsOf(file: string): { ours: string[]; libraries: string[] } {
  const names = [...text(file).matchAll(/(?:\bfrom |\bimport |\bimport\()'([^']+)'/g)].map(([, name]) => name!);
  return {
    ours: names
      .filter((name) => name.startsWith('.'))
      .map((name) => normalize(join(dirname(file), name)).replaceAll('\\', '/')),
    libraries: names.filter((name) => !name.startsWith('.')),
  };
}

describe('The table in docs/architecture.md', () => {
  it('has a row for every part of src, and no other rows', () => {
    expect(files.filter((file) => !partOf(file))).toEqual([]);
    expect(
      [...MAY.keys()].filter((part) => !files.some((file) => file === part || file.startsWith(`${part}/`))),
    ).toEqual([]);
  });
  it('allows no import that does not exist', () => {
    for (const [part, { ours, libraries }] of MAY) {
      const used = files.filter((file) => partOf(file) === part).map(importsOf);
      const parts = new Set(used.flatMap((each) => each.ours.map(partOf)));
      const names = used.flatMap((each) => each.libraries);
      expect([part, ours.filter((name) => !parts.has(name))]).toEqual([part, []]);
      expect([part, libraries.filter((library) => !names.some((name) => isFrom(name, library)))]).toEqual([part, []]);
    }
  });
  it('has no cycle of parts, direct or indirect', () => {
    expect(cycleIn(new Map([...MAY].map(([part, { ours }]) => [part, ours])))).toEqual([]);
  });
});

const isFrom = (name: string, library: string): boolean =>
  name === library || name.startsWith(library.endsWith(':') ? library : `${library}/`);

test.each(files)('%s imports only what its part may', (file) => {
  const part = partOf(file)!;
  const may = MAY.get(part)!;
  const { ours, libraries } = importsOf(file);
  expect(ours.filter((to) => partOf(to) !== part && !may.ours.includes(partOf(to)!))).toEqual([]);
  expect(libraries.filter((name) => !may.libraries.some((library) => isFrom(name, library)))).toEqual([]);
});

test('no import cycles of files', () => {
  expect(
    cycleIn(new Map(files.map((file) => [file, importsOf(file).ours.filter((to) => files.includes(to))]))),
  ).toEqual([]);
});

/** The first import cycle found, in order; empty if there is none. */
function cycleIn(edges: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (node: string): string[] => {
    const at = path.indexOf(node);
    if (at >= 0) return [...path.slice(at), node];
    if (done.has(node)) return [];
    path.push(node);
    for (const next of edges.get(node) ?? []) {
      const found = visit(next);
      if (found.length) return found;
    }
    path.pop();
    done.add(node);
    return [];
  };
  for (const node of edges.keys()) {
    const found = visit(node);
    if (found.length) return found;
  }
  return [];
}

test('tools import no tests', () => {
  const tools = readdirSync('tools', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  expect(tools.length).toBeGreaterThan(20);
  expect(tools.filter((file) => /from '(?:\.\.\/)+tests\//.test(readFileSync(join('tools', file), 'utf8')))).toEqual(
    [],
  );
});

test('only one file opens IndexedDB', () => {
  expect(files.filter((file) => /from 'idb'|indexedDB/.test(text(file)))).toEqual(['background/list/store.ts']);
});

test('pages load the Public Suffix List only after names are given', () => {
  const imports = files.filter(
    (file) => !file.startsWith('pipeline/') && /from '[^']*\/ending\.ts'|from 'tldts'/.test(text(file)),
  );
  // The worker of the bulk check starts with the first list that is given to it.
  expect(imports).toEqual(['explorer/bulk/bulk-worker.ts', 'list/names/ending.ts']);
});

test('no folder or file is named "utils" or the like', () => {
  expect(files.filter((file) => /(^|\/)(utils?|helpers?|common|core|services?|shared|misc)(\/|\.)/.test(file))).toEqual(
    [],
  );
});
