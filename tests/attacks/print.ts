/** `npm run -s attacks` and `npm run -s kills`: runs all attacks or all kills, and prints the results as a table. */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { oneOf, orUsage, programArguments, usage } from '../../src/pipeline/arguments.ts';
import { bearClosedPipes } from '../../src/pipeline/closed-pipe.ts';
import { resultTable, type Runtime } from './matrix.ts';

const RUNS = {
  attacks: {
    runtimes: ['node', 'chromium', 'firefox'],
    runs: [['tests/attacks'], ['--config', 'tests/e2e/vitest.config.ts', 'tests/e2e/attacks.test.ts']],
  },
  kills: {
    runtimes: ['chromium', 'firefox'],
    runs: [['--config', 'tests/e2e/vitest.config.ts', 'tests/e2e/kills.test.ts']],
  },
} satisfies Record<string, { runtimes: Runtime[]; runs: string[][] }>;

const USAGE = usage(
  'npm run -s attacks, or npm run -s kills',
  'Runs all attacks on a client, or all kills of its worker, and prints a table of the results.',
);

bearClosedPipes();
const [asked = 'attacks'] = programArguments(USAGE, {}, 1).positionals;
const what = orUsage(USAGE, () => oneOf('what to run', asked, Object.keys(RUNS) as (keyof typeof RUNS)[]));
const { runtimes, runs } = RUNS[what];
for (const runtime of runtimes) rmSync(`.listmark/matrix/${what}-${runtime}.json`, { force: true });
const env = { ...process.env, LISTMARK_IN_FULL: '1', NO_COLOR: '1' };
const failed = runs.filter((args) => {
  const { status, stdout } = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--reporter=dot', ...args],
    {
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  if (status !== 0) process.stderr.write(stdout);
  return status !== 0;
});
console.log(resultTable(what, runtimes));
process.exitCode = failed.length ? 1 : 0;
