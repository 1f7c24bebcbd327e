/** Signatures, hashes and unzipping with a limit. Uses only APIs that browsers and Node share. */
import { compactVerify, createLocalJWKSet, errors, type JSONWebKeySet } from 'jose';
import * as v from 'valibot';
import { Refusal } from './refusal.ts';
import { FORMAT, formatOf, Head, HEAD_LIMIT } from './release.ts';
import { yieldToEventLoop } from './event-loop.ts';

export type Bytes = Uint8Array<ArrayBuffer>;

/** Reason when a captive portal (a network that wants a login first) answers instead of the list's host. */
export const WEB_PAGE =
  'a web page came in place of the list; if this network (hotel, train, airport) asks its users to log in, do that and check again';

export async function sha256(bytes: Bytes): Promise<string> {
  return [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

export interface Signed {
  head: Head;
  /** Id of the key that signed the head. */
  key: string;
}

/**
 * A compact JWS with a signature of 64 bytes. Four bits of the last base64url character are unused and must be zero;
 * else sixteen different texts would have the same valid signature.
 */
const COMPACT_JWS = /^[\w-]+\.[\w-]+\.[\w-]{85}[AQgw]$/;

/**
 * Verifies the head's signature and parses its payload.
 * @param jws compact JWS as served
 * @param keys the public keys of the package; only Ed25519 is allowed, whatever the JWS header says
 * @throws Refusal `too-large`, `web-page`, `bad-signature`, `unknown-key`, `malformed`, `unknown-format`
 */
export async function verifyHead(jws: Bytes, keys: JSONWebKeySet): Promise<Signed> {
  if (jws.length > HEAD_LIMIT) throw new Refusal('too-large', `the head is larger than ${HEAD_LIMIT} bytes`);
  const text = new TextDecoder().decode(jws);
  if (/^\s*</.test(text)) throw new Refusal('web-page', WEB_PAGE);
  let payload: unknown;
  let key: string | undefined;
  try {
    const verified = await compactVerify(text, createLocalJWKSet(keys), { algorithms: ['Ed25519'] });
    key = verified.protectedHeader.kid;
    payload = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(verified.payload));
  } catch (error) {
    if (!(error instanceof errors.JOSEAlgNotAllowed) && !COMPACT_JWS.test(text))
      throw new Refusal('malformed', 'the head is not a signed document', { cause: error });
    if (error instanceof errors.JWKSNoMatchingKey)
      throw new Refusal('unknown-key', 'the head is signed with a key that this version does not know', {
        cause: error,
      });
    if (error instanceof errors.JOSEAlgNotAllowed)
      throw new Refusal('bad-signature', 'the head is signed by a method that is not allowed', { cause: error });
    if (error instanceof errors.JWSSignatureVerificationFailed)
      throw new Refusal(
        'bad-signature',
        'the signature of the head does not verify: the list was changed on its way, or is not ours',
        { cause: error },
      );
    throw new Refusal('malformed', 'the head is not a signed document', { cause: error });
  }
  if (key === undefined || !COMPACT_JWS.test(text))
    throw new Refusal('malformed', 'the head is signed but is not written as a head is');
  const format = formatOf(payload);
  if (format !== null && format !== FORMAT)
    throw new Refusal(
      'unknown-format',
      `the list is published in format ${format}; this version reads format ${FORMAT}: update the extension`,
    );
  const head = v.safeParse(Head, payload);
  if (!head.success)
    throw new Refusal(
      'malformed',
      `the head is signed but not well formed: ${v.getDotPath(head.issues[0]) ?? ''} ${head.issues[0].message}`,
    );
  return { head: head.output, key };
}

/**
 * Checks size and hash of a file.
 * @param what name of the file for the message
 * @throws Refusal `truncated`, `too-large` or `wrong-hash`
 */
export async function checkFile(bytes: Bytes, expected: { hash: string; size: number }, what: string): Promise<void> {
  if (bytes.length < expected.size)
    throw new Refusal('truncated', `${what} ends after ${bytes.length} of ${expected.size} bytes`);
  if (bytes.length > expected.size)
    throw new Refusal('too-large', `${what} is longer than the ${expected.size} bytes announced`);
  if ((await sha256(bytes)) !== expected.hash)
    throw new Refusal('wrong-hash', `${what} is not the file that the signed list names`);
}

/**
 * Unzips at most `limit` bytes, so that a small file cannot fill the memory.
 * @throws Refusal `too-large` or `malformed`
 */
export async function gunzip(bytes: Bytes, limit: number, what: string): Promise<Bytes> {
  const reader = inChunks(bytes).pipeThrough(new DecompressionStream('gzip')).getReader();
  return collect(
    reader,
    limit,
    () => new Refusal('too-large', `${what} unpacks to more than the ${limit} bytes announced`),
  ).catch((error: unknown) => {
    throw error instanceof Refusal ? error : new Refusal('malformed', `${what} cannot be unpacked`, { cause: error });
  });
}

/** Bytes of gzip per chunk. Before the limit is checked, one chunk can unzip to about a thousand times its size. */
const CHUNK = 1 << 14;
/** Chunks between two yields to the event loop: a few milliseconds of work. */
const CHUNKS_PER_YIELD = 16;

/** Not `Blob.stream()`, which goes through another process. */
function inChunks(bytes: Bytes): ReadableStream<Bytes> {
  let at = 0;
  return new ReadableStream({
    async pull(controller) {
      if (at > 0 && at % (CHUNKS_PER_YIELD * CHUNK) === 0) await yieldToEventLoop();
      if (at < bytes.length) controller.enqueue(bytes.subarray(at, (at += CHUNK)));
      else controller.close();
    },
  });
}

export async function gzip(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(
    await new Response(new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer(),
  );
}

/**
 * Reads a stream to its end. As soon as it has given more than `limit` bytes, throws the error that `tooLarge` makes
 * from its first chunk.
 */
export async function collect(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  limit: number,
  tooLarge: (begin: Uint8Array) => Error,
): Promise<Bytes> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > limit) {
      void reader.cancel().catch(() => undefined);
      throw tooLarge(chunks[0] ?? value);
    }
    chunks.push(value);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
