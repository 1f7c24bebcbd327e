import { defineConfig } from 'vitest/config';
import { SLOTS } from './setup.ts';

/**
 * End-to-end tests: real browsers, on extensions built for them. Files run side by side, each with a list port of its
 * own.
 */
export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    globalSetup: ['tests/e2e/setup.ts'],
    maxWorkers: SLOTS,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
