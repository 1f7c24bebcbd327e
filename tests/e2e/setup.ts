/**
 * Builds what the end-to-end tests load: the list of the real records, signed with a new key, and the extension with it
 * for both browsers.
 */
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { buildExtension, makeRelease, type Workshop } from '../../tools/build.ts';
import { ensureChromium, ensureFirefox } from '../../tools/browsers.ts';

const DIR = '.listmark/e2e';
/** Number of test files that run in parallel. */
export const SLOTS = 2;

/**
 * The port and the builds of one parallel test file: builds have the port of their list compiled in, so files cannot
 * share them.
 */
export interface Slot {
  /** Port of the list server that the builds use. */
  listPort: number;
  /** Folders by browser; `production` has to ask for host access, `granted` has it. */
  builds: Record<'chromium' | 'firefox', { granted: string; production: string }>;
}

declare module 'vitest' {
  interface ProvidedContext {
    slots: Slot[];
    workshop: { key: string; publicKeys: string; release: string };
  }
}

export default async function setup(project: TestProject) {
  ensureChromium();
  if (process.env.LISTMARK_BROWSER !== 'chromium') ensureFirefox();
  rmSync(DIR, { recursive: true, force: true });
  const from = await makeRelease(DIR, process.env.LISTMARK_DATA ?? 'data');
  const slots = await Promise.all(Array.from({ length: SLOTS }, (_, number) => slot(from, `${DIR}/${number + 1}`)));
  project.provide('slots', slots);
  project.provide('workshop', from);
}

async function slot(from: Workshop, dir: string): Promise<Slot> {
  const listPort = await freePort();
  const build = (target: 'chrome' | 'firefox', hosts: boolean) =>
    buildExtension({
      target,
      out: `${dir}/${target}${hosts ? '-granted' : ''}`,
      from,
      address: `http://127.0.0.1:${listPort}/`,
      hosts,
    });
  return {
    listPort,
    builds: {
      chromium: { granted: await build('chrome', true), production: await build('chrome', false) },
      firefox: { granted: await build('firefox', true), production: await build('firefox', false) },
    },
  };
}

/**
 * A free port below the ephemeral range. Between two test files nothing listens on the port, and the system must not
 * give it to another process meanwhile.
 */
async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 30_000);
    const server = createServer();
    const free = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => resolve(true));
    });
    if (!free) continue;
    await new Promise((resolve) => server.close(resolve));
    return port;
  }
}
