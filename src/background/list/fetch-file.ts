/**
 * Fetches files of the list without giving its host any means to recognize a visitor: no credentials, no referrer, no
 * browser cache. With the cache, revalidating the head would send back the ETag that the host gave to this visitor
 * alone. A wrong file served as "immutable" would also come out of the cache again and again.
 * No request headers of ours, so that no CORS preflight is needed.
 */
import type { Get } from '../../list/release/read-release.ts';
import { Refusal, type RefusalCode } from '../../list/release/refusal.ts';
import { collect, WEB_PAGE, type Bytes } from '../../list/release/trust.ts';

export interface FetchOptions {
  /** Milliseconds that any file may take. */
  timeout: number;
  /** Slowest accepted speed in bytes a second; a large file gets that much more time. */
  pace: number;
}

const ANONYMOUS = { cache: 'no-store', credentials: 'omit', referrerPolicy: 'no-referrer' } as const;

/**
 * @param address of the list, ending in a slash
 * @returns a function that fetches one file; it throws `Refusal`
 */
export function fetchFrom(address: string, { timeout, pace }: FetchOptions): Get {
  return async (name, limit): Promise<Bytes> => {
    const wait = Math.ceil(timeout + (limit / pace) * 1000);
    const signal = AbortSignal.timeout(wait);
    const timeoutRefusal = () =>
      new Refusal('too-slow', `the list’s host took longer than ${Math.round(wait / 1000)} seconds for ${name}`);
    let response: Response;
    try {
      response = await fetch(address + name, { ...ANONYMOUS, redirect: 'manual', signal });
    } catch (error) {
      throw signal.aborted
        ? timeoutRefusal()
        : new Refusal('unreachable', 'the list’s host cannot be reached', { cause: error });
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
          : new Refusal(code, `${name} ${words}${isNotGzip(name, begin) ? NOT_GZIP_WORDS : ''}`);
      const tooLarge = (begin: Uint8Array) => refusal('too-large', `is larger than the ${limit} bytes allowed`, begin);
      const bytes = response.body ? await collect(response.body.getReader(), limit, tooLarge) : new Uint8Array();
      if (bytes.length < limit && isNotGzip(name, bytes))
        throw refusal('truncated', `ends after ${bytes.length} of ${limit} bytes`, bytes);
      return bytes;
    } catch (error) {
      void response.body?.cancel().catch(() => undefined);
      if (error instanceof Refusal) throw error;
      throw signal.aborted
        ? timeoutRefusal()
        : new Refusal('truncated', `the answer for ${name} broke off`, { cause: error });
    }
  };
}

/** True if the name ends in `.gz`, but the bytes do not begin with the gzip magic number. */
const isNotGzip = (name: string, [first, second]: Uint8Array): boolean =>
  name.endsWith('.gz') && (first !== 0x1f || second !== 0x8b);
const NOT_GZIP_WORDS =
  ', and is no gzip file: its host sends it with “Content-Encoding: gzip”, so that browsers unpack it on the way, or sends something else under that name';
