/** Fetches files of the list. No request headers and no credentials, so that any static host serves it and no preflight is needed. */
import type { Get } from '../list/read-release.ts';
import { Refusal } from '../list/refusal.ts';
import { HEAD_NAME } from '../list/release.ts';
import { collect, type Bytes } from '../list/trust.ts';

/** @param address of the list, with a slash at its end @param timeout milliseconds for one file */
export function fetchFrom(address: string, timeout: number): Get {
  return async (name, limit): Promise<Bytes> => {
    const tooLarge = () => new Refusal('too-large', `${name} is larger than the ${limit} bytes allowed`);
    const signal = AbortSignal.timeout(timeout);
    try {
      // The browser revalidates the head by itself; everything else is immutable and may come from its cache.
      const response = await fetch(address + name, { cache: name === HEAD_NAME ? 'no-cache' : 'default', credentials: 'omit', redirect: 'error', signal });
      if (!response.ok) throw new Refusal('http-status', `the list’s host answered ${response.status} for ${name}`);
      if (!response.body) return new Uint8Array();
      return await collect(response.body.getReader(), limit, tooLarge);
    } catch (error) {
      if (error instanceof Refusal) throw error;
      if (signal.aborted) throw new Refusal('too-slow', `${name} took longer than ${timeout / 1000} seconds`, { cause: error });
      throw new Refusal('unreachable', 'the list’s host cannot be reached', { cause: error });
    }
  };
}
