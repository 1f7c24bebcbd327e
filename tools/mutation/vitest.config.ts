import { defineConfig } from 'vitest/config';
import project from '../../vite.config.ts';

/**
 * Runs the unit tests for the mutants of one part: those in LISTMARK_MUTATION_TESTS, separated by spaces. Without it, a
 * mutant in a file that is loaded everywhere would run all tests.
 */
const tests = process.env.LISTMARK_MUTATION_TESTS;
if (!tests) throw new Error('LISTMARK_MUTATION_TESTS is not set: start this with "npm run mutate"');

const { projects: _, ...shared } = project.test!;

export default defineConfig({
  ...project,
  root: new URL('../..', import.meta.url).pathname,
  // Each mutant gets a worker of its own in any case.
  test: { ...shared, include: tests.split(' '), isolate: process.env.LISTMARK_MUTATION_ISOLATE === '1' },
});
