/** The memory that Chromium's extensions use, as the system counts it. */
import { readdirSync, readFileSync } from 'node:fs';

/** Resident bytes of the renderer process for extensions. Linux only. */
export function residentOfExtensions(browser: number | undefined): number | null {
  if (process.platform !== 'linux') return null;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const group = Number(readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/, '').trim().split(' ')[2]);
      if (group !== browser || !readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--extension-process')) continue;
      return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) * 1024;
    } catch {
      // The process has ended meanwhile.
    }
  }
  return null;
}
