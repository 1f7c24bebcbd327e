/**
 * Fetches files of the list, so that nothing comes back to its host by which it could know a visitor again: no
 * credentials, no referrer, and nothing out of the browser's cache. A head that was revalidated would bring back the
 * ETag that its host gave to this visitor alone; and a wrong file that its host calls immutable would come out of the
 * cache again and again. No headers of ours, so that no preflight is needed.
 */
import type { Get } from '../../list/release/read-release.ts';
import { Refusal, type RefusalCode } from '../../list/release/refusal.ts';
import { collect, WEB_PAGE, type Bytes } from '../../list/release/trust.ts';

export interface FetchOptions {
  /** Milliseconds for any file. */
  timeout: number;
  /** Bytes a second that a large file must come at, beyond that. */
  pace: number;
}

const UNKNOWN_VISITOR = { cache: 'no-store', credentials: 'omit', referrerPolicy: 'no-referrer' } as const;

/** @param address of the list, with a slash at its end */
export function fetchFrom(address: string, { timeout, pace }: FetchOptions): Get {
  return async (name, limit): Promise<Bytes> => {
    const wait = Math.ceil(timeout + (limit / pace) * 1000);
    const signal = AbortSignal.timeout(wait);
    const late = () =>
      new Refusal('too-slow', `the list’s host took longer than ${Math.round(wait / 1000)} seconds for ${name}`);
    let response: Response;
    try {
      response = await fetch(address + name, { ...UNKNOWN_VISITOR, redirect: 'manual', signal });
    } catch (error) {
      throw signal.aborted ? late() : new Refusal('unreachable', 'the list’s host cannot be reached', { cause: error });
    }
    try {
      if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400))
        throw new Refusal(
          'redirected',
          `the list’s host sends elsewhere for ${name}, which is not followed; a network that asks for a login does that too`,
        );
      if (!response.ok) throw new Refusal('http-status', `the list’s host answered ${response.status} for ${name}`);
      const isPage = /^text\/html\b/.test(response.headers.get('content-type') ?? '');
      const refusal = (code: RefusalCode, words: string, begin: Uint8Array) =>
        isPage
          ? new Refusal('web-page', WEB_PAGE)
          : new Refusal(code, `${name} ${words}${isUnpacked(name, begin) ? UNPACKED : ''}`);
      const tooLarge = (begin: Uint8Array) => refusal('too-large', `is larger than the ${limit} bytes allowed`, begin);
      const bytes = response.body ? await collect(response.body.getReader(), limit, tooLarge) : new Uint8Array();
      if (bytes.length < limit && isUnpacked(name, bytes))
        throw refusal('truncated', `ends after ${bytes.length} of ${limit} bytes`, bytes);
      return bytes;
    } catch (error) {
      void response.body?.cancel().catch(() => undefined);
      if (error instanceof Refusal) throw error;
      throw signal.aborted ? late() : new Refusal('truncated', `the answer for ${name} broke off`, { cause: error });
    }
  };
}

/** Whether the bytes of a gzipped file do not begin as such files do. */
const isUnpacked = (name: string, [first, second]: Uint8Array): boolean =>
  name.endsWith('.gz') && (first !== 0x1f || second !== 0x8b);
const UNPACKED =
  ', and is no gzip file: its host sends it with “Content-Encoding: gzip”, so that browsers unpack it on the way, or sends something else under that name';
