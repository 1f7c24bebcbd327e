/**
 * `npm test`: types, formatting, lint, unit tests, checks of the records, and the end-to-end tests in both browsers.
 * Prints the counts at the end.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureChromium, ensureFirefox, ensureXvfb } from './browsers.ts';
import { ChildTime, inOrder, type Print } from './test-output.ts';

interface Step {
  name: string;
  passed: number;
  failed: number;
}

/** The fields of vitest's report in use. */
interface Report {
  numPassedTests: number;
  numTotalTests: number;
  testResults: { name: string; assertionResults: { fullName: string; duration?: number }[] }[];
}

const USAGE = `npm test                                         everything, as CI runs it
npm test -- unit [part of a file's path …]       unit tests only
npm test -- e2e [part of a file's path …]        end-to-end tests only
            [--browser=chromium|firefox]         in one of the two browsers; a few tests always need Chromium
npm test -- types | format | lint | unused       one of the checks`;

const REPORTS = '.listmark/reports';
mkdirSync(REPORTS, { recursive: true });

const timed: { name: string; ms: number }[] = [];

const childTime = new ChildTime();
const costs: { name: string; wall: number; cpu: number | null }[] = [];

/** Runs Node with its output sent to `print`. @returns the exit code, `null` after a signal */
function node(name: string, args: string[], print: Print, env: NodeJS.ProcessEnv = {}): Promise<number | null> {
  const begun = performance.now();
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, args, {
      stdio: ['inherit', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    child.stdout.on('data', print);
    child.stderr.on('data', print);
    child.once('error', fail);
    child.once('exit', () => costs.push({ name, wall: (performance.now() - begun) / 1000, cpu: childTime.ofLast() }));
    child.once('close', done);
  });
}

/** A tool that passes or fails as a whole counts as one test. */
async function tool(name: string, args: string[], print: Print): Promise<Step> {
  const status = await node(name, args, print);
  return { name, passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 };
}

/** Runs vitest and counts from its report. A run without a report has failed, and so has a skipped test. */
async function tests(name: string, args: string[], print: Print): Promise<Step> {
  const report = `${REPORTS}/${name}.json`;
  // The report of an earlier run must not count for this one.
  rmSync(report, { force: true });
  const status = await node(
    name,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...args,
    ],
    print,
    { NO_COLOR: '1' },
  );
  try {
    const { numPassedTests, numTotalTests, testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
    for (const { name: file, assertionResults } of testResults)
      for (const { fullName, duration } of assertionResults)
        timed.push({ name: `${relative('.', file)}: ${fullName}`, ms: duration ?? 0 });
    const failed = numTotalTests - numPassedTests;
    return { name, passed: numPassedTests, failed: status === 0 ? failed : Math.max(1, failed) };
  } catch {
    return { name, passed: 0, failed: 1 };
  }
}

const STEPS: Record<string, (files: string[], print: Print) => Promise<Step>> = {
  types: (_, print) => tool('types', ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'], print),
  format: (_, print) =>
    tool('format', ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'], print),
  lint: (_, print) => tool('lint', ['node_modules/eslint/bin/eslint.js', '.'], print),
  // Finds unused files, exports and packages; knip.json has the entry files.
  unused: (_, print) => tool('unused', ['node_modules/knip/bin/knip.js'], print),
  unit: (files, print) => tests('unit', files, print),
  e2e: (files, print) => tests('e2e', ['--config', 'tests/e2e/vitest.config.ts', ...files], print),
};

/** The checks use one core, so they run beside the unit tests. Browsers need a quieter machine and run after them. */
const ROUNDS = [[['types', 'format', 'lint', 'unused'], ['unit']], [['e2e']]];

async function runAll(names: string[], files: string[]): Promise<Step[]> {
  const print = inOrder(Object.keys(STEPS).filter((name) => names.includes(name)));
  const steps: Step[] = [];
  for (const round of ROUNDS)
    await Promise.all(
      round.map(async (lane) => {
        for (const name of lane.filter((each) => names.includes(each))) {
          steps.push(await STEPS[name]!(files, print.of(name)));
          print.end(name);
        }
      }),
    );
  return names.map((name) => steps.find((step) => step.name === name)!);
}

/** @returns the steps to run and their files; exits with the usage if the arguments are wrong */
function wanted(): { names: string[]; files: string[]; browser: string | undefined } {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { browser: { type: 'string' }, help: { type: 'boolean' } },
    });
    if (values.help) {
      console.log(USAGE);
      process.exit(0);
    }
    const [step, ...files] = positionals;
    if (step !== undefined && !(step in STEPS)) throw new Error(`there is no part "${step}"`);
    if (values.browser !== undefined && !['chromium', 'firefox'].includes(values.browser))
      throw new Error(`there is no browser "${values.browser}"`);
    if (values.browser !== undefined && step !== 'e2e') throw new Error('--browser belongs to e2e');
    if (files.length && step !== 'unit' && step !== 'e2e') throw new Error(`"${step}" always reads all files`);
    return { names: step === undefined ? Object.keys(STEPS) : [step], files, browser: values.browser };
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    process.exit(2);
  }
}

const { names, files, browser } = wanted();
if (browser) process.env.LISTMARK_BROWSER = browser;

if (names.includes('e2e'))
  for (const [what, ensure] of [
    ['Chromium', ensureChromium],
    ['Firefox', ensureFirefox],
    ['Xvfb', ensureXvfb],
  ] as const) {
    if (what === 'Firefox' && browser === 'chromium') continue;
    try {
      ensure();
    } catch (error) {
      // Continue without a browser: the end-to-end tests below then fail with the reason.
      console.error(`${what}: ${(error as Error).message}`);
    }
  }

const steps = await runAll(names, files);

const slowest = timed.toSorted((a, b) => b.ms - a.ms).slice(0, 10);
if (slowest.length) console.log('\nThe slowest tests:');
for (const { name, ms } of slowest) console.log(`${(ms / 1000).toFixed(1).padStart(6)} s  ${name}`);

console.log('\nWhere the time went (CPU: of the processes that were waited for, on Linux):');
for (const { name, wall, cpu } of costs)
  console.log(`${wall.toFixed(0).padStart(6)} s ${(cpu?.toFixed(0) ?? '?').padStart(6)} s CPU  ${name}`);

console.log();
for (const { name, passed, failed } of steps) console.log(`${name}: ${passed} passed, ${failed} failed`);
const total = (of: 'passed' | 'failed') => steps.reduce((sum, step) => sum + step[of], 0);
console.log(`${total('passed')} passed, ${total('failed')} failed`);
process.exitCode = total('failed') ? 1 : 0;
