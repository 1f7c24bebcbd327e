import { defineConfig } from 'vitest/config';

/** End-to-end tests: real browsers, one at a time, on an extension built for them. */
export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    globalSetup: ['tests/e2e/setup.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    // A real browser on a busy machine stumbles at times; what is broken fails each time.
    retry: 2,
    hookTimeout: 120_000,
  },
});
