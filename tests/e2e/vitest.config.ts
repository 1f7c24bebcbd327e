import { defineConfig } from 'vitest/config';
import { LongestFirst } from './longest-first.ts';
import { SLOTS } from './setup.ts';

/**
 * End-to-end tests in real browsers with built extensions. Files run in parallel, each with its own builds and list
 * port.
 */
export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    globalSetup: ['tests/e2e/setup.ts'],
    maxWorkers: SLOTS,
    sequence: { sequencer: LongestFirst },
    // What a file imports holds no state of a test, and the drivers take long to load.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
