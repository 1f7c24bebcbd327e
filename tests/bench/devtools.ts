/**
 * Chromium over its debugging pipe, without attaching to targets by itself. Puppeteer attaches to every new worker and
 * pauses it at its start, which is what the bench measures.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { ensureChromium } from '../../tools/browsers.ts';
import type { Hosts } from '../../tools/drivers/driver.ts';
import { endWithUs, profile } from '../../tools/drivers/profile.ts';

type Params = Record<string, unknown>;
interface Message {
  id?: number;
  sessionId?: string;
  method?: string;
  params?: Params;
  result?: unknown;
  error?: { message: string };
}

/** One attached target: a page or a worker. */
export interface Session {
  /** @throws Error with the method's name and the browser's reason */
  send<T = unknown>(method: string, params?: Params): Promise<T>;
  on(method: string, hear: (params: Params) => void): void;
  evaluate<T>(expression: string): Promise<T>;
  detach(): Promise<void>;
}

export interface Target {
  targetId: string;
  type: string;
  url: string;
}

export class Devtools {
  readonly #asked = new Map<
    number,
    { method: string; done: (result: unknown) => void; fail: (error: Error) => void }
  >();
  readonly #heard = new Map<string, (params: Params) => void>();
  readonly #in: Writable;
  readonly #browser: ChildProcess;
  readonly #removeProfile: () => void;
  #last = 0;

  constructor(hosts: Hosts) {
    const { dir, remove } = profile();
    this.#removeProfile = remove;
    this.#browser = spawn(ensureChromium(), flags(dir, hosts), {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    });
    endWithUs(this.#browser);
    this.#in = this.#browser.stdio[3] as Writable;
    let rest = '';
    (this.#browser.stdio[4] as Readable).setEncoding('utf8').on('data', (text: string) => {
      const messages = (rest + text).split('\0');
      rest = messages.pop()!;
      for (const message of messages) this.#take(JSON.parse(message) as Message);
    });
  }

  #take({ id, sessionId = '', method, params = {}, result, error }: Message): void {
    if (method) return this.#heard.get(`${sessionId} ${method}`)?.(params);
    const asked = this.#asked.get(id!);
    this.#asked.delete(id!);
    if (error) asked?.fail(new Error(`${asked.method}: ${error.message}`));
    else asked?.done(result);
  }

  send<T = unknown>(method: string, params: Params = {}, sessionId?: string): Promise<T> {
    const id = ++this.#last;
    this.#in.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise((done, fail) => this.#asked.set(id, { method, done: done as (result: unknown) => void, fail }));
  }

  async attach(targetId: string): Promise<Session> {
    const { sessionId } = await this.send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true });
    const send: Session['send'] = (method, params) => this.send(method, params, sessionId);
    return {
      send,
      on: (method, hear) => void this.#heard.set(`${sessionId} ${method}`, hear),
      async evaluate<T>(expression: string) {
        const { result, exceptionDetails } = await send<{
          result: { value: T };
          exceptionDetails?: { exception?: { description?: string }; text: string };
        }>('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
        if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
        return result.value;
      },
      detach: async () => void (await this.send('Target.detachFromTarget', { sessionId })),
    };
  }

  targets = async (): Promise<Target[]> =>
    (await this.send<{ targetInfos: Target[] }>('Target.getTargets')).targetInfos;

  /** @returns the extension's id */
  install = async (path: string): Promise<string> =>
    (await this.send<{ id: string }>('Extensions.loadUnpacked', { path })).id;

  async close(): Promise<void> {
    const gone = once(this.#browser, 'exit');
    void this.send('Browser.close').catch(() => undefined);
    await gone;
    this.#removeProfile();
  }
}

function flags(profileDir: string, hosts: Hosts): string[] {
  const maps = [...hosts].flatMap(([host, { http, https }]) => [
    `MAP ${host}:80 127.0.0.1:${http}`,
    ...(https ? [`MAP ${host}:443 127.0.0.1:${https}`] : []),
  ]);
  return [
    '--headless',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--window-size=1000,700',
    `--user-data-dir=${profileDir}`,
    `--host-resolver-rules=${[...maps, 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1'].join(',')}`,
    '--ignore-certificate-errors',
    // Without these, Chromium silently changes http://x to https://x if port 443 answers.
    '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable',
    '--remote-debugging-pipe',
    '--enable-unsafe-extension-debugging',
    'about:blank',
  ];
}
