/**
 * Which host names Chromium asked its resolver for, read from its network log. Chromium's rules map or refuse a name
 * without a trace outside the browser, so the log is the only witness that nothing, not even the worker or the browser
 * itself, went elsewhere.
 */
import { existsSync, readFileSync } from 'node:fs';

export const netlogFlags = (path: string) => [`--log-net-log=${path}`, '--net-log-capture-mode=Default'];

/**
 * All host names asked for so far. The log is written with some delay, and is complete only after the browser has
 * ended.
 */
export function askedHosts(path: string): string[] {
  if (!existsSync(path)) return [];
  const asked = readFileSync(path, 'utf8').matchAll(/"host":"(?:[a-z]+:\/\/)?([^"/]+?)(?::\d+)?"/g);
  return [...new Set([...asked].map((match) => match[1]!))].filter((host) => host !== '~notfound');
}
