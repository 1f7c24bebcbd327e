import { defineConfig } from 'vitest/config';
import project from '../../vite.config.ts';

/**
 * The unit tests that judge the mutants of one part: those of LISTMARK_MUTATION_TESTS, with blanks between them.
 * Without it one mutant of a file that is loaded everywhere would run the whole suite.
 */
const tests = process.env.LISTMARK_MUTATION_TESTS;
if (!tests) throw new Error('start this by "npm run mutate": it says which tests to run');

export default defineConfig({
  ...project,
  root: new URL('../..', import.meta.url).pathname,
  // Each mutant gets a worker of its own in any case.
  test: { ...project.test, include: tests.split(' '), isolate: process.env.LISTMARK_MUTATION_ISOLATE === '1' },
});
