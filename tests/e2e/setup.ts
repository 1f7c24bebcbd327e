/**
 * Builds what the end-to-end tests load: the list of the real records, signed with a new key, and the extension with it
 * for both browsers.
 */
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildExtension, makeRelease, type Workshop } from '../../tools/build.ts';
import { ensureChromium, ensureFirefox } from '../../tools/browsers.ts';

const DIR = '.listmark/e2e';
/** Number of test files that run in parallel. */
export const SLOTS = 2;

/**
 * The port and the builds of one parallel test file. Builds have the port of their list in them, so files that run at
 * the same time cannot share them.
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
  const ports: number[] = [];
  while (ports.length < SLOTS) ports.push(await freePort(ports));
  const [first, ...others] = ports.map((port, number) => ({ listPort: port, dir: resolve(DIR, String(number + 1)) }));
  const builds = await buildAll(from, first!.listPort, first!.dir);
  project.provide('slots', [
    { listPort: first!.listPort, builds },
    ...others.map(({ listPort, dir }) => ({ listPort, builds: readdressed(builds, first!, { listPort, dir }) })),
  ]);
  project.provide('workshop', from);
}

type Builds = Slot['builds'];

/** Two builds at a time: the machine may have no more cores. */
async function buildAll(from: Workshop, listPort: number, dir: string): Promise<Builds> {
  const build = (target: 'chrome' | 'firefox', hosts: boolean) =>
    buildExtension({
      target,
      out: `${dir}/${target}${hosts ? '-granted' : ''}`,
      from,
      address: `http://127.0.0.1:${listPort}/`,
      hosts,
    });
  const both = async (target: 'chrome' | 'firefox') => ({
    granted: await build(target, true),
    production: await build(target, false),
  });
  const [chromium, firefox] = await Promise.all([both('chrome'), both('firefox')]);
  return { chromium, firefox };
}

/**
 * Copies the builds for another slot. Only the port of the list is another one, and it has five digits, too, so a copy
 * is what a build would be.
 * @throws Error if a build does not have the address exactly once
 */
function readdressed(builds: Builds, from: { listPort: number; dir: string }, to: typeof from): Builds {
  cpSync(from.dir, to.dir, { recursive: true });
  const copy = (dir: string) => {
    const there = join(to.dir, relative(from.dir, dir));
    const worker = join(there, 'worker.js');
    const [before, after, ...more] = readFileSync(worker, 'utf8').split(`http://127.0.0.1:${from.listPort}/`);
    if (after === undefined || more.length) throw new Error(`${worker} must have the address of the list once`);
    writeFileSync(worker, `${before}http://127.0.0.1:${to.listPort}/${after}`);
    return there;
  };
  const both = ({ granted, production }: Builds['chromium']) => ({
    granted: copy(granted),
    production: copy(production),
  });
  return { chromium: both(builds.chromium), firefox: both(builds.firefox) };
}

/**
 * A free port below the ephemeral range. Between two test files nothing listens on the port, and the system must not
 * give it to another process meanwhile.
 */
async function freePort(taken: number[]): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 30_000);
    if (taken.includes(port)) continue;
    const server = createServer();
    const free = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => resolve(true));
    });
    if (!free) continue;
    await new Promise((resolve) => server.close(resolve));
    return port;
  }
}
