/** Temporary browser profiles, removed at the end, also if the run is interrupted. */
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const running = new Set<ChildProcess>();
const left = new Set<string>();
let watching = false;

/** A profile folder and a function to remove it. A folder given by the caller is kept. */
export function profile(given?: string): { dir: string; remove: () => void } {
  endOnSignals();
  if (given) {
    mkdirSync(given, { recursive: true });
    return { dir: resolve(given), remove: () => {} };
  }
  const dir = mkdtempSync(join(tmpdir(), 'listmark-profile-'));
  left.add(dir);
  return { dir, remove: () => removeNow(dir) };
}

/**
 * Call it with the process once the browser runs: if this program exits early, the browser is killed and its profile
 * removed. Puppeteer's own handler skips every second browser (24.43.1 removes from a list while iterating over it).
 */
export function endWithUs(browser: ChildProcess | null) {
  if (browser) {
    running.add(browser);
    browser.once('exit', () => running.delete(browser));
  }
  endLast();
}

/**
 * Runs after puppeteer's own handlers, so that a browser still being launched is killed before its profile is removed.
 */
function endLast() {
  process.off('exit', endAll);
  process.on('exit', endAll);
}

/**
 * An interrupt exits the process, which kills each browser and removes its profile. A program with its own signal
 * listener (`npm start`) handles it itself.
 */
export function endOnSignals() {
  if (watching) return;
  watching = true;
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    process.on(signal, () => {
      if (process.listenerCount(signal) > 1) return;
      endLast();
      process.exit(code);
    });
  }
}

function endAll() {
  for (const { pid } of running) {
    if (pid === undefined) continue;
    try {
      // The browser leads a process group with all its helpers. Windows has no process groups.
      process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
    } catch {
      // The process has ended already.
    }
  }
  left.forEach(removeNow);
}

function removeNow(dir: string) {
  // Helper processes may still write for a moment after the main process has ended.
  rmSync(dir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  left.delete(dir);
}
