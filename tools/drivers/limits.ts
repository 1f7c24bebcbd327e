/**
 * Timeouts for driver calls. A hanging call fails with a clear message; a timeout of the whole test would name no cause
 * and leave the browser in an unknown state.
 */
import { setTimeout } from 'node:timers/promises';
import type { Browser } from 'puppeteer-core';
import type { Driver, View } from './driver.ts';

/** Less than the 60 seconds of a test, and long enough for a busy machine. */
const CALL = 40_000;

/** Rejects with "<what>: no answer within N s" after the limit; `work` itself is not stopped. */
export async function within<T>(what: string, work: Promise<T>, limit = CALL): Promise<T> {
  const timer = new AbortController();
  const late = setTimeout(limit, undefined, { signal: timer.signal }).then(() => {
    throw new Error(`${what}: no answer within ${limit / 1000} s`);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    timer.abort();
  }
}

/**
 * Wraps a driver or page so that each call, also on pages that it returns, has a timeout. Methods are called on the
 * object itself, so private fields work.
 * @param limit milliseconds
 */
export function withLimits<T extends Driver | View>(object: T, name: string, limit = CALL): T {
  return new Proxy(object, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key, target);
      if (typeof value !== 'function' || typeof key !== 'string') return value;
      return (...args: unknown[]) => {
        const result: unknown = value.apply(target, args);
        if (!(result instanceof Promise)) return result;
        return within(`${name} ${key}`, result, limit).then((answer: unknown) =>
          isView(answer) ? withLimits(answer, `${name} page`, limit) : answer,
        );
      };
    },
  });
}

const isView = (value: unknown): value is View =>
  typeof value === 'object' && value !== null && 'accessibilityTree' in value && 'evaluate' in value;

/** Closes the browser; kills the process if closing hangs. */
export async function endBrowser(browser: Browser): Promise<void> {
  await within('the browser’s close', browser.close(), 15_000).catch(() => browser.process()?.kill('SIGKILL'));
}
