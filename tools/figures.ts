/**
 * `npm run -s figures`: how large the code is, who imports whom, and which source files no unit test imports. With the
 * folder of another checkout, the same of that one.
 */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { orUsage, programArguments, usage, UsageError } from '../src/pipeline/arguments.ts';
import { textTable } from '../src/pipeline/table.ts';
import { foldersInCycles, folderFigures, sizeFigures, untested } from './figures/figures.ts';
import { readCode } from './figures/source-files.ts';

const USAGE = usage(
  'npm run -s figures -- [folder]',
  'Figures of the code: sizes, imports, and source files with logic that no unit test imports.\nThe folder holds another checkout; without one it is this.',
);
const { positionals } = programArguments(USAGE, {}, 1);
const root = positionals[0] ?? '.';
orUsage(USAGE, () => {
  if (!statSync(join(root, 'src'), { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`${root} holds no folder src`);
});

const files = readCode(root);
const src = files.filter(({ path }) => path.startsWith('src/'));
const print = (...lines: string[]) => process.stdout.write(`${lines.join('\n')}\n`);

print(
  textTable([
    ['Lines', 'files', 'lines', 'median', 'p90', 'longest', 'over 120'],
    ...['src', 'tools', 'tests', 'all'].map((name) => {
      const size = sizeFigures(name === 'all' ? files : files.filter(({ path }) => path.startsWith(`${name}/`)));
      return [name, size.files, size.lines, size.median, size.p90, size.longest, size.over120];
    }),
  ]),
);

const folders = folderFigures(src);
const sum = (of: 'modules' | 'inside' | 'outside' | 'inCycles') =>
  folders.reduce((total, folder) => total + folder[of], 0);
print(
  '',
  textTable([
    ['Imports', 'modules', 'inside', 'of others', 'in a cycle'],
    ...folders.map((each) => [each.folder, each.modules, each.inside, each.outside, each.inCycles]),
    ['all', sum('modules'), sum('inside'), sum('outside'), sum('inCycles')],
  ]),
  `Folders that import each other: ${
    foldersInCycles(src)
      .map((cycle) => cycle.join(', '))
      .join('; ') || 'none'
  }`,
);

const bare = untested(files);
print(
  '',
  `Source files with logic that no unit test imports: ${bare.length} of ${src.filter(({ branches }) => branches).length}`,
  textTable([['', 'branches'], ...bare.map(({ path, branches }) => [path, branches])]),
);
