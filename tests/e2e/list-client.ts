/**
 * The extension in a real browser as a client of the list: syncs with the popup's button, reads the list line, and
 * hashes the records in IndexedDB.
 */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { mkdirSync } from 'node:fs';
import type { ListReport } from '../../src/messages.ts';
import type { Client, Outcome, PackageChange } from '../attacks/world.ts';
import type { Driver, Page } from '../../tools/drivers/driver.ts';

export const POPUP = 'src/popup/index.html?url=http://unlisted.example/';
const YEAR = 365.25 * 86_400_000;

export class ListClient implements Client {
  #page: Page | null = null;

  /** @param extensionDir a copy of the build; `update` changes it in place, as Chromium derives the id from the path */
  constructor(
    readonly browser: Driver,
    readonly extensionDir: string,
  ) {}

  /** The popup in a tab; opens it again if an update of the extension has closed it. */
  async page(): Promise<Page> {
    return (this.#page ??= await this.browser.extensionPage(POPUP));
  }

  async close(): Promise<void> {
    await this.#page?.close().catch(() => undefined);
    this.#page = null;
  }

  async sync(): Promise<Outcome> {
    const page = await this.page();
    const { report, line } = await page.evaluate(pressAndRead);
    const check = report.lastSync!;
    return { outcome: check.outcome, code: check.code, reason: check.reason, line };
  }

  /** Starts a sync and does not wait for its end, because the test is going to kill the worker. */
  async startSync(): Promise<void> {
    await (await this.page()).evaluate(startRefresh);
  }

  /** Runs this many syncs in sequence, without the popup's button. @returns the code of each */
  syncMany = async (count: number): Promise<string[]> => {
    const page = await this.page();
    const codes: string[] = [];
    // In parts, so that no single call reaches the driver's timeout.
    while (codes.length < count) codes.push(...(await page.evaluate(refreshMany, Math.min(100, count - codes.length))));
    return codes;
  };

  async held(): Promise<{ sequence: number; records: string }> {
    return (await this.page()).evaluate(hashHeld);
  }

  async shiftClock(years: number): Promise<void> {
    await this.browser.inWorker((shift) => {
      const world = self as unknown as { Date: DateConstructor; trueDate?: DateConstructor };
      const True = (world.trueDate ??= world.Date);
      if (shift === 0) world.Date = True;
      else {
        // Not libfaketime: it would also shift the browser's own clocks and so the timeouts of its processes.
        const Shifted = function (...args: [string]) {
          return args.length ? new True(...args) : new True(True.now() + shift);
        };
        world.Date = Object.assign(Shifted, {
          now: () => True.now() + shift,
          parse: True.parse,
          UTC: True.UTC,
          prototype: True.prototype,
        }) as unknown as DateConstructor;
      }
    }, years * YEAR);
  }

  async update(change: PackageChange): Promise<void> {
    await this.close();
    changePackage(this.extensionDir, change);
    await this.browser.reinstall(this.extensionDir);
    const page = await this.page();
    // The update is done once the bundled list is stored, if it is newer than the stored one.
    const wanted = change.bundle?.sequence;
    for (let tries = 0; wanted !== undefined && tries < 100; tries++) {
      if (((await page.evaluate(hashHeld).catch(() => null))?.sequence ?? 0) === wanted) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
      if (tries === 40) break;
    }
  }
}

/** Copies a build to a folder that a test may change. */
export function copyOf(build: string, name: string): string {
  const dir = `${build}-${name}`;
  rmSync(dir, { recursive: true, force: true });
  cpSync(build, dir, { recursive: true });
  return dir;
}

/**
 * Puts other keys, addresses or another bundled list into a built extension and raises its version. Same result as a
 * new build, but fast.
 */
export function changePackage(dir: string, { keys, addresses, bundle }: PackageChange): void {
  const manifest = JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8')) as { version: string };
  const [major, minor, patch] = manifest.version.split('.').map(Number);
  manifest.version = `${major}.${minor}.${patch! + 1}`;
  writeFileSync(join(dir, 'manifest.json'), JSON.stringify(manifest));
  const replace = (pattern: RegExp, by: string) => {
    const path = join(dir, 'worker.js');
    const before = readFileSync(path, 'utf8');
    if (!pattern.test(before)) throw new Error(`${pattern} is not in the worker of the build`);
    writeFileSync(
      path,
      before.replace(pattern, () => by),
    );
  };
  if (keys) replace(/\{"?keys"?:\[\{"?(crv|kty)"?:.*?\}\]\}/, JSON.stringify(keys));
  if (addresses)
    replace(
      /\[[`"]http:\/\/127\.0\.0\.1:\d+\/[`"](,[`"]http:\/\/127\.0\.0\.1:\d+\/[`"])*\]/,
      JSON.stringify(addresses),
    );
  if (!bundle) return;
  rmSync(join(dir, 'list'), { recursive: true });
  for (const [name, bytes] of bundle.files) {
    mkdirSync(dirname(join(dir, 'list', name)), { recursive: true });
    writeFileSync(join(dir, 'list', name), bytes);
  }
}

interface Api {
  runtime: { sendMessage(message: object): Promise<{ value: ListReport }> };
}

/** Runs in the popup: presses "Check now", waits for the end of the sync and reads the list line. */
async function pressAndRead(): Promise<{ report: ListReport; line: string }> {
  const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
  const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const button = () => document.querySelector<HTMLButtonElement>('footer button');
  while (!button()) await wait(20);
  button()!.click();
  do await wait(20);
  while (button()!.getAttribute('aria-disabled') === 'true');
  const { value } = await (browser ?? chrome).runtime.sendMessage({ question: 'list', ask: null });
  return { report: value, line: document.querySelector<HTMLElement>('footer [role=status]')!.innerText };
}

function startRefresh(): void {
  const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
  void (browser ?? chrome).runtime.sendMessage({ question: 'refresh', ask: null }).catch(() => undefined);
}

async function refreshMany(count: number): Promise<string[]> {
  const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
  const codes: string[] = [];
  for (let n = 0; n < count; n++) {
    const { value } = await (browser ?? chrome).runtime.sendMessage({ question: 'refresh', ask: null });
    codes.push(value.lastSync?.code ?? value.lastSync?.outcome ?? 'none');
  }
  return codes;
}

/** Runs in a page of the extension: reads the database without the extension's code and hashes the stored records. */
export async function hashHeld(): Promise<{ sequence: number; records: string }> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('listmark');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error!);
  });
  try {
    const store = database.transaction('list').objectStore('list');
    const get = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error!);
      });
    const [keys, values] = await Promise.all([get(store.getAllKeys()), get(store.getAll())]);
    const lines: [string, string][] = [];
    for (const [at, key] of keys.entries())
      if (key === 'library' || (key as string).startsWith('markets '))
        lines.push(...(values[at] as [string, string][]));
    const text = lines
      .sort((a, b) => (a[0] < b[0] ? -1 : 1))
      .map(([key, json]) => `${key} ${json}\n`)
      .join('');
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
    const stored = values[keys.indexOf('stored')] as { sequence: number } | undefined;
    return {
      sequence: stored?.sequence ?? 0,
      records: [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
    };
  } finally {
    database.close();
  }
}
