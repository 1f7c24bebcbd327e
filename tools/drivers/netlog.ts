/**
 * Reads from Chromium's network log which host names it resolved. Chromium maps or refuses names internally, so only
 * this log can prove that nothing, not even the worker or the browser itself, contacted other hosts.
 */
import { existsSync, readFileSync } from 'node:fs';

export const netlogFlags = (path: string) => [`--log-net-log=${path}`, '--net-log-capture-mode=Default'];

/** All host names resolved so far. The log is written with a delay and complete only after the browser has ended. */
export function askedHosts(path: string): string[] {
  if (!existsSync(path)) return [];
  const asked = readFileSync(path, 'utf8').matchAll(/"host":"(?:[a-z]+:\/\/)?([^"/]+?)(?::\d+)?"/g);
  return [...new Set([...asked].map((match) => match[1]!))].filter((host) => host !== '~notfound');
}
