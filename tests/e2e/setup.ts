/** Builds what the end-to-end tests load: the list of the real records, signed with a key made now, and the extension around it for both browsers. */
import { createServer } from 'node:net';
import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { buildExtension, makeRelease } from '../../tools/build.ts';
import { ensureChromium, ensureFirefox } from '../../tools/browsers.ts';

const DIR = '.listmark/e2e';

declare module 'vitest' {
  interface ProvidedContext {
    /** Port that the built extension expects the list at. */
    listPort: number;
    /** Folders by browser; `production` asks for host access, the other has it granted. */
    builds: Record<'chromium' | 'firefox', { granted: string; production: string }>;
    workshop: { key: string; publicKeys: string; release: string };
  }
}

export default async function setup(project: TestProject) {
  ensureChromium();
  ensureFirefox();
  rmSync(DIR, { recursive: true, force: true });
  const listPort = await freePort();
  const from = await makeRelease(DIR, process.env.LISTMARK_DATA ?? 'data');
  const build = (target: 'chrome' | 'firefox', hosts: boolean) =>
    buildExtension({ target, out: `${DIR}/${target}${hosts ? '-granted' : ''}`, from, address: `http://127.0.0.1:${listPort}/`, hosts });
  const builds = {
    chromium: { granted: await build('chrome', true), production: await build('chrome', false) },
    firefox: { granted: await build('firefox', true), production: await build('firefox', false) },
  };
  project.provide('listPort', listPort);
  project.provide('builds', builds);
  project.provide('workshop', from);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
      .once('error', reject)
      .listen(0, '127.0.0.1', () => {
        const address = server.address();
        server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
      });
  });
}
