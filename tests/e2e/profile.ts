/** Throw-away browser profiles: made in the system's temporary folder, removed at the end, also when the run is interrupted. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const left = new Set<string>();
let watching = false;

/** A profile folder, and its removal; a folder that the caller gave is kept. */
export function profile(given?: string): { dir: string; remove: () => void } {
  if (given) {
    mkdirSync(given, { recursive: true });
    return { dir: resolve(given), remove: () => {} };
  }
  const dir = mkdtempSync(join(tmpdir(), 'listmark-profile-'));
  left.add(dir);
  if (!watching) process.on('exit', () => left.forEach(removeNow));
  watching = true;
  return { dir, remove: () => removeNow(dir) };
}

function removeNow(dir: string) {
  // A browser's helper processes may still be writing for a moment after its main process has gone.
  rmSync(dir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  left.delete(dir);
}
