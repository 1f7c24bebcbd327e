/**
 * Mutation testing, started by tools/mutate.ts, which adds what is mutated and by which tests. See docs/mutation.md.
 */
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'tools/mutation/vitest.config.ts', related: false },
  coverageAnalysis: 'perTest',
  // One mutant at a time: it shares the machine with other work.
  concurrency: 1,
  incremental: true,
  tempDirName: '.listmark/mutation/sandbox',
  // Not needed by any unit test; the copy of the project stays small.
  ignorePatterns: ['.listmark', 'dist', 'data', 'docs/pictures', 'public', 'tests/e2e', 'tests/bench'],
  reporters: ['progress-append-only', 'clear-text', 'html', 'json'],
  htmlReporter: { fileName: '.listmark/mutation/mutation.html' },
  jsonReporter: { fileName: '.listmark/mutation/mutation.json' },
  clearTextReporter: {
    allowColor: false,
    allowEmojis: false,
    logTests: false,
    reportTests: false,
    reportScoreTable: true,
  },
  timeoutMS: 20_000,
  timeoutFactor: 3,
  dryRunTimeoutMinutes: 15,
  disableTypeChecks: false,
  allowConsoleColors: false,
};
