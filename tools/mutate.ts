/**
 * `npm run mutate`: mutation tests. Makes small changes in the source, one at a time, and reports those that no unit
 * test detects. See docs/mutation.md.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, statSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { dirname, join } from 'node:path';
import { orUsage, programArguments, usage, UsageError } from '../src/pipeline/arguments.ts';
import { PARTS, type Part } from './mutation/parts.ts';

const OUT = '.listmark/mutation';
const USAGE = usage(
  'npm run mutate -- [part, file or folder …] [options]',
  `Parts: ${PARTS.map(({ name }) => name).join(', ')}; all of them by default.`,
  [['--afresh', 'every mutant again, also where neither it nor its tests changed since the last run']],
);

/** @returns the source files of an argument, each with the part that it belongs to */
function named(argument: string): { file: string; part: Part }[] {
  const whole = PARTS.find(({ name }) => name === argument);
  if (whole) return whole.files.map((file) => ({ file, part: whole }));
  const path = argument.replace(/^\.\//, '').replace(/\/$/, '');
  if (!path.startsWith('src') || !existsSync(path))
    throw new UsageError(`"${argument}" is neither a part nor a path in src`);
  const files = statSync(path).isFile()
    ? [path]
    : readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => join(path, name));
  return files
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
    .map((file) => ({ file, part: PARTS.find((part) => part.files.includes(file)) ?? mirrored(dirname(file)) }));
}

/** The tests mirror src: each folder is tested by the folder of the same name. */
const mirrored = (folder: string): Part => ({
  name: folder.replaceAll('/', '-'),
  files: [],
  tests: [`${folder.replace(/^src/, 'tests')}/*.test.{ts,tsx}`],
  isolate: true,
});

const { values, positionals } = programArguments(USAGE, { afresh: { type: 'boolean', default: false } }, Infinity);
const filesOf = new Map<string, { part: Part; files: Set<string> }>();
for (const argument of positionals.length ? positionals : PARTS.map(({ name }) => name))
  for (const { file, part } of orUsage(USAGE, () => named(argument))) {
    if (!filesOf.has(part.name)) filesOf.set(part.name, { part, files: new Set() });
    filesOf.get(part.name)!.files.add(file);
  }

// Low priority, because it runs long.
setPriority(constants.priority.PRIORITY_LOW);
for (const { part, files } of filesOf.values()) {
  const out = join(OUT, part.name);
  mkdirSync(out, { recursive: true });
  console.log(`\n${part.name}: ${[...files].join(', ')}`);
  const options = [
    '--mutate',
    [...files].join(','),
    '--incrementalFile',
    join(out, 'incremental.json'),
    ...(values.afresh ? ['--force'] : []),
  ];
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run', ...options],
    {
      stdio: 'inherit',
      env: {
        ...process.env,
        LISTMARK_MUTATION_TESTS: part.tests.join(' '),
        LISTMARK_MUTATION_ISOLATE: part.isolate ? '1' : '',
      },
    },
  );
  if (status !== 0) process.exitCode = 1;
  for (const name of ['mutation.html', 'mutation.json'])
    if (existsSync(join(OUT, name))) renameSync(join(OUT, name), join(out, name));
}
