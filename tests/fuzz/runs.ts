/**
 * How often each property is tried: the same cases in every test run; `FUZZ_RUNS=100000 npx vitest run tests/fuzz` for
 * longer, with `FUZZ_SEED` for others.
 */
import fc from 'fast-check';

export const RUNS = {
  seed: Number(process.env.FUZZ_SEED ?? 20_261_122),
  numRuns: Number(process.env.FUZZ_RUNS ?? 300),
} as const;
/** Milliseconds; nothing is timed, it only must not hang for good. */
export const PATIENCE = 60_000 + RUNS.numRuns * 100;

/** Bytes that are a good document with a few wounds: nearer to what breaks parsers than noise is. */
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
