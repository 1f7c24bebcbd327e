/**
 * Throw-away browser profiles: made in the system's temporary folder, removed at the end, also when the run is
 * interrupted.
 */
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const running = new Set<ChildProcess>();
const left = new Set<string>();
let watching = false;

/** A profile folder, and its removal; a folder that the caller gave is kept. */
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
 * To be called when the browser runs, with its process: should we exit before it is closed, it is killed first and its
 * profile removed then. Puppeteer's own handler forgets every second browser (24.43.1: it shortens the list of browsers
 * while walking along it).
 */
export function endWithUs(browser: ChildProcess | null) {
  if (browser) {
    running.add(browser);
    browser.once('exit', () => running.delete(browser));
  }
  endLast();
}

/**
 * After puppeteer's own handlers, so that a browser which is still being launched is killed before its profile is
 * removed.
 */
function endLast() {
  process.off('exit', endAll);
  process.on('exit', endAll);
}

/**
 * An interrupt ends us through `exit`, where each browser is killed and its profile removed. A program with a listener
 * of its own for the signal (`npm start`) decides for itself.
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
      // The browser leads a group of its own, with all its helper processes in it; Windows knows no groups.
      process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
    } catch {
      // It has gone already.
    }
  }
  left.forEach(removeNow);
}

function removeNow(dir: string) {
  // A browser's helper processes may still be writing for a moment after its main process has gone.
  rmSync(dir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  left.delete(dir);
}
