/** What is counted of the code. */
import { dirname } from 'node:path';
import type { SourceFile } from './source-files.ts';

export interface SizeFigures {
  files: number;
  lines: number;
  /** Lines of a file: of half of the files, and of nine in ten, no more than this. */
  median: number;
  p90: number;
  longest: number;
  /** Lines of more than 120 characters. */
  over120: number;
}

export function sizeFigures(files: readonly SourceFile[]): SizeFigures {
  const sizes = files.map(({ lines }) => lines.length).sort((a, b) => a - b);
  const rank = (share: number) => sizes[Math.ceil(share * sizes.length) - 1] ?? 0;
  return {
    files: files.length,
    lines: sizes.reduce((sum, size) => sum + size, 0),
    median: rank(0.5),
    p90: rank(0.9),
    longest: rank(1),
    over120: files.flatMap(({ lines }) => lines.filter((line) => line.length > 120)).length,
  };
}

export interface FolderFigures {
  folder: string;
  /** The files that lie in it, without those of the folders in it. */
  modules: number;
  /** Imports from file to file of the folder. */
  inside: number;
  /** Imports of files that lie elsewhere. */
  outside: number;
  /** Files that import themselves by way of others. */
  inCycles: number;
}

export function folderFigures(files: readonly SourceFile[]): FolderFigures[] {
  const cyclic = new Set(cycles(new Map(files.map(({ path, imports }) => [path, imports]))).flat());
  return foldersOf(files).map((folder) => {
    const own = files.filter(({ path }) => dirname(path) === folder);
    const targets = own.flatMap(({ imports }) => imports.map(dirname));
    const inside = targets.filter((target) => target === folder).length;
    return {
      folder,
      modules: own.length,
      inside,
      outside: targets.length - inside,
      inCycles: own.filter(({ path }) => cyclic.has(path)).length,
    };
  });
}

/** Groups of folders each of which imports all others of its group, by whatever way. */
export const foldersInCycles = (files: readonly SourceFile[]): string[][] =>
  cycles(
    new Map(
      foldersOf(files).map((folder) => [
        folder,
        files.flatMap(({ path, imports }) =>
          dirname(path) === folder ? imports.map(dirname).filter((target) => target !== folder) : [],
        ),
      ]),
    ),
  );

/**
 * Files of `src` with logic that no unit test imports itself, the one with the most branches first. End-to-end tests and
 * benches are no unit tests.
 */
export function untested(files: readonly SourceFile[]): SourceFile[] {
  const tested = new Set(
    files.filter(({ path }) => /^tests\/(?!e2e\/|bench\/).*\.test\.tsx?$/.test(path)).flatMap(({ imports }) => imports),
  );
  return files
    .filter(({ path, branches }) => path.startsWith('src/') && branches > 0 && !tested.has(path))
    .sort((a, b) => b.branches - a.branches);
}

const foldersOf = (files: readonly SourceFile[]) => [...new Set(files.map(({ path }) => dirname(path)))].sort();

/** Groups of nodes that reach each other: Tarjan's strongly connected components of more than one node. */
function cycles(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const found: string[][] = [];
  const number = new Map<string, number>();
  const open: string[] = [];
  /** @returns the lowest number that the node reaches among those still open */
  const visit = (node: string): number => {
    const own = number.size;
    let lowest = own;
    number.set(node, own);
    open.push(node);
    for (const next of edges.get(node) ?? []) {
      if (!edges.has(next)) continue;
      if (!number.has(next)) lowest = Math.min(lowest, visit(next));
      else if (open.includes(next)) lowest = Math.min(lowest, number.get(next)!);
    }
    if (lowest === own) {
      const group = open.splice(open.indexOf(node));
      if (group.length > 1) found.push(group.sort());
    }
    return lowest;
  };
  for (const node of edges.keys()) if (!number.has(node)) visit(node);
  return found;
}
