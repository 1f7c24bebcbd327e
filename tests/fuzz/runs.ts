/**
 * The number of runs of each property. Every test run has the same cases. `FUZZ_RUNS=100000 npx vitest run tests/fuzz`
 * runs more of them, and `FUZZ_SEED` gives others.
 */
import fc from 'fast-check';

export const RUNS = {
  seed: Number(process.env.FUZZ_SEED ?? 20_261_122),
  numRuns: Number(process.env.FUZZ_RUNS ?? 300),
} as const;
/** Timeout in milliseconds; it only ends a test that hangs. */
export const TIMEOUT = 60_000 + RUNS.numRuns * 100;

/** A valid document with a few changed bytes, which finds more faults of parsers than noise does. */
export const wounded = (good: Uint8Array): fc.Arbitrary<Uint8Array<ArrayBuffer>> =>
  fc
    .tuple(
      fc.array(fc.tuple(fc.nat(Math.max(0, good.length - 1)), fc.nat(255)), { minLength: 1, maxLength: 6 }),
      fc.option(fc.nat(good.length)),
      fc.uint8Array({ maxLength: 8 }),
    )
    .map(([wounds, cut, tail]) => {
      const bytes = new Uint8Array(good);
      for (const [at, value] of wounds) bytes[at] = value;
      return new Uint8Array([...bytes.subarray(0, cut ?? bytes.length), ...(cut === null ? [] : tail)]);
    });
