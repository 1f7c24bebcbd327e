/**
 * The reader of typed hosts uses the browser's own `URL`, in which browsers differ. Unit tests run it in Node; this
 * runs the same table in both browsers.
 */
import { build } from 'vite';
import { expect, it } from 'vitest';
import type * as Reader from '../../src/list/names/typed-host.ts';
import { TYPED_CASES } from '../typed-hosts.ts';
import { BROWSERS, world } from './browsers.ts';

/** Names in invalid punycode that the browser accepts all the same. */
const ACCEPTED = { chromium: ['xn--a.example', 'xn--.example'], firefox: [] as string[] };

/** The reader, built as one script. */
async function reader(): Promise<string> {
  const lib = { entry: 'src/list/names/typed-host.ts', formats: ['iife' as const], name: 'reader' };
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: { write: false, target: 'es2022', lib },
  });
  const chunk = (Array.isArray(built) ? built : [built])
    .flatMap((one) => ('output' in one ? one.output : []))
    .find((each) => each.type === 'chunk');
  return chunk!.code;
}

it.each(BROWSERS)('%s: the reader gives the results of the table', async (name) => {
  const around = await world(name, ['unlisted.example'], { synced: false });
  try {
    around.sites.set(
      '/typed',
      `<!doctype html><meta charset="utf-8"><title>The reader</title><script>${await reader()}</script>`,
    );
    const page = await around.browser.open('http://unlisted.example/typed');
    const said = await page.evaluate(
      (all) => {
        const { readTypedHost, leftOutWords } = (globalThis as unknown as { reader: typeof Reader }).reader;
        return all.map((typed) => {
          const read = readTypedHost(typed);
          return 'reason' in read
            ? { reason: read.reason }
            : { read: read.host + read.path, leftOut: leftOutWords(read.leftOut) };
        });
      },
      TYPED_CASES.map(([typed]) => typed),
    );
    expect(said).toHaveLength(TYPED_CASES.length);
    const differs = TYPED_CASES.flatMap(([typed, , read, leftOut = null], n) => {
      const one = said[n]!;
      const same =
        typeof read === 'object' ? one.reason?.includes(read.reason) : one.read === read && one.leftOut === leftOut;
      return same || ACCEPTED[name].includes(typed) ? [] : [{ typed, expected: read, said: one }];
    });
    expect(differs).toEqual([]);
  } finally {
    await around.end();
  }
});
