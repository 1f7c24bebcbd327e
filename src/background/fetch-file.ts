/** Fetches files of the list. No request headers and no credentials, so that any static host serves it and no preflight is needed. */
import type { Get } from '../list/read-release.ts';
import { Refusal, type RefusalCode } from '../list/refusal.ts';
import { HEAD_NAME } from '../list/release.ts';
import { collect, WEB_PAGE, type Bytes } from '../list/trust.ts';

export interface FetchOptions {
  /** Milliseconds for any file. */
  timeout: number;
  /** Bytes a second that a large file must come at, beyond that. */
  pace: number;
  /** Past the browser's cache: what it holds of the head was refused the last time, and a wrong body may bear the right ETag. */
  fresh: boolean;
}

/** @param address of the list, with a slash at its end */
export function fetchFrom(address: string, { timeout, pace, fresh }: FetchOptions): Get {
  return async (name, limit): Promise<Bytes> => {
    const wait = Math.ceil(timeout + (limit / pace) * 1000);
    const signal = AbortSignal.timeout(wait);
    const late = () => new Refusal('too-slow', `the list’s host took longer than ${Math.round(wait / 1000)} seconds for ${name}`);
    let response: Response;
    try {
      response = await fetch(address + name, { cache: cacheMode(name, fresh), credentials: 'omit', redirect: 'manual', signal });
    } catch (error) {
      throw signal.aborted ? late() : new Refusal('unreachable', 'the list’s host cannot be reached', { cause: error });
    }
    try {
      if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400))
        throw new Refusal('redirected', `the list’s host sends elsewhere for ${name}, which is not followed; a network that asks for a login does that too`);
      if (!response.ok) throw new Refusal('http-status', `the list’s host answered ${response.status} for ${name}`);
      const isPage = /^text\/html\b/.test(response.headers.get('content-type') ?? '');
      const refusal = (code: RefusalCode, words: string, begin: Uint8Array) =>
        isPage ? new Refusal('web-page', WEB_PAGE) : new Refusal(code, `${name} ${words}${isUnpacked(name, begin) ? UNPACKED : ''}`);
      const tooLarge = (begin: Uint8Array) => refusal('too-large', `is larger than the ${limit} bytes allowed`, begin);
      const bytes = response.body ? await collect(response.body.getReader(), limit, tooLarge) : new Uint8Array();
      if (bytes.length < limit && isUnpacked(name, bytes)) throw refusal('truncated', `ends after ${bytes.length} of ${limit} bytes`, bytes);
      return bytes;
    } catch (error) {
      void response.body?.cancel().catch(() => undefined);
      if (error instanceof Refusal) throw error;
      throw signal.aborted ? late() : new Refusal('truncated', `the answer for ${name} broke off`, { cause: error });
    }
  };
}

/** Whether the bytes of a gzipped file do not begin as such files do. */
const isUnpacked = (name: string, [first, second]: Uint8Array): boolean => name.endsWith('.gz') && (first !== 0x1f || second !== 0x8b);
const UNPACKED =
  ', and is no gzip file: its host sends it with “Content-Encoding: gzip”, so that browsers unpack it on the way, or sends something else under that name';

/**
 * The browser revalidates the head by itself. Everything else is asked for once and then stored by us: out of the browser's cache
 * could only come what was refused before, again and again for as long as the host calls it immutable.
 */
const cacheMode = (name: string, fresh: boolean): RequestCache => (name !== HEAD_NAME ? 'no-store' : fresh ? 'reload' : 'no-cache');
