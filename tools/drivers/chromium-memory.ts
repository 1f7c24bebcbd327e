/** What Chromium's extensions cost in memory, as the system counts it. */
import { readdirSync, readFileSync } from 'node:fs';

/**
 * Resident bytes of the renderer that extensions run in: the process of the browser's group which says that it is one.
 * Only Linux tells.
 */
export function residentOfExtensions(browser: number | undefined): number | null {
  if (process.platform !== 'linux') return null;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const group = Number(readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/, '').trim().split(' ')[2]);
      if (group !== browser || !readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--extension-process')) continue;
      return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) * 1024;
    } catch {
      // It has ended meanwhile.
    }
  }
  return null;
}
