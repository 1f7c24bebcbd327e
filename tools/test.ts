/** `npm test`: types, formatting, lint, unit tests, record checks, and the end-to-end tests in both real browsers. Ends with the count. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { ensureChromium, ensureFirefox, ensureXvfb } from './browsers.ts';

interface Step {
  name: string;
  passed: number;
  failed: number;
}

const REPORTS = '.listmark/reports';
mkdirSync(REPORTS, { recursive: true });

/** A tool that is right or wrong as a whole: one test. */
function tool(name: string, args: string[]): Step {
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  return { name, passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 };
}

/** A vitest run, counted from its own report; a run that made no report has failed, and so has a skipped test. */
function tests(name: string, args: string[]): Step {
  const report = `${REPORTS}/${name}.json`;
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args],
    {
      stdio: 'inherit',
      env: { ...process.env, NO_COLOR: '1' },
    },
  );
  try {
    const { numPassedTests, numTotalTests } = JSON.parse(readFileSync(report, 'utf8')) as { numPassedTests: number; numTotalTests: number };
    const failed = numTotalTests - numPassedTests;
    return { name, passed: numPassedTests, failed: status === 0 ? failed : Math.max(1, failed) };
  } catch {
    return { name, passed: 0, failed: 1 };
  }
}

for (const [what, ensure] of [
  ['Chromium', ensureChromium],
  ['Firefox', ensureFirefox],
  ['Xvfb', ensureXvfb],
] as const) {
  try {
    ensure();
  } catch (error) {
    // Without a browser there is no proof: the end-to-end tests below fail on their own.
    console.error(`${what}: ${(error as Error).message}`);
  }
}

const steps = [
  tool('types', ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.']),
  tool('format', ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']),
  tool('lint', ['node_modules/eslint/bin/eslint.js', '.']),
  tests('unit', []),
  tests('e2e', ['--config', 'tests/e2e/vitest.config.ts']),
];

console.log();
for (const { name, passed, failed } of steps) console.log(`${name}: ${passed} passed, ${failed} failed`);
const total = (of: 'passed' | 'failed') => steps.reduce((sum, step) => sum + step[of], 0);
console.log(`${total('passed')} passed, ${total('failed')} failed`);
process.exitCode = total('failed') ? 1 : 0;
