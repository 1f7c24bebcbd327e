/** The figures of a small checkout, of which every one can be counted by hand. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { foldersInCycles, folderFigures, sizeFigures, untested } from '../../../tools/figures/figures.ts';
import { readCode } from '../../../tools/figures/source-files.ts';

const root = mkdtempSync(join(tmpdir(), 'listmark-figures-'));
afterAll(() => rmSync(root, { recursive: true }));

const FILES: Record<string, string> = {
  // A type and a value each; a library and a file that is not there are nobody's.
  'src/list/status.ts': `import type { Name } from './names/name.ts';\nimport { x } from './words.ts';\nimport 'library';\nexport const status = (name: Name) => (name ? x : null);\n`,
  'src/list/words.ts': `export { status } from './status.ts';\nexport const x = 1;\n`,
  'src/list/names/name.ts': `const later = () => import('../../popup/Popup.tsx');\nexport type Name = string;\n`,
  'src/list/names/host.ts': `export const host = (a: string) => {\n  for (const b of a) if (b && a) return b;\n  return '${'x'.repeat(120)}';\n};\n`,
  'src/popup/Popup.tsx': `import { host } from '../list/names/host.ts';\nimport { gone } from './gone.ts';\nexport const Popup = () => <b>{host('') ?? gone}</b>;\n`,
  'src/global.d.ts': 'declare const y: 1;\n',
  'tests/list/status.test.ts': `import { status } from '../../src/list/status.ts';\nvi.mock('../../src/popup/Popup.tsx');\n`,
  'tests/list/asks.ts': `import '../../src/list/names/host.ts';\n`,
  'tests/e2e/popup.test.ts': `import '../../src/popup/Popup.tsx';\n`,
  'tools/start.mjs': '1;\n',
};
for (const [path, text] of Object.entries(FILES)) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
const files = readCode(root);
const src = files.filter(({ path }) => path.startsWith('src/'));

it('Files, lines, the file in the middle and the one at nine tenths', () => {
  expect(sizeFigures(src)).toEqual({ files: 5, lines: 15, median: 3, p90: 4, longest: 4, over120: 1 });
  expect(sizeFigures([])).toEqual({ files: 0, lines: 0, median: 0, p90: 0, longest: 0, over120: 0 });
});

it('Who imports whom: types like values, also what is exported again or loaded later', () => {
  expect(folderFigures(src)).toEqual([
    { folder: 'src/list', modules: 2, inside: 2, outside: 1, inCycles: 2 },
    { folder: 'src/list/names', modules: 2, inside: 0, outside: 1, inCycles: 0 },
    { folder: 'src/popup', modules: 1, inside: 0, outside: 1, inCycles: 0 },
  ]);
  expect(foldersInCycles(src)).toEqual([['src/list/names', 'src/popup']]);
});

it('Logic without a unit test: a helper, a mock and a test in a browser are none, a file without a branch has none', () => {
  expect(untested(files).map(({ path, branches }) => [path, branches])).toEqual([
    ['src/list/names/host.ts', 3],
    ['src/popup/Popup.tsx', 1],
  ]);
});

describe('The command', () => {
  const figures = (folder: string) =>
    spawnSync(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'tools/figures.ts', folder], { encoding: 'utf8' });
  it('prints them of another checkout', () => {
    const { status, stdout, stderr } = figures(root);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^src +5 +15 +3 +4 +4 +1$/m);
    expect(stdout).toContain('Folders that import each other: src/list/names, src/popup\n');
    expect(stdout).toContain('no unit test imports: 2 of 3\n');
  });
  it('says where there is no code', () => {
    const { status, stderr } = figures(join(root, 'tests'));
    expect(status).toBe(2);
    expect(stderr).toContain('holds no folder src');
  });
});
