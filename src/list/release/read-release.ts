/**
 * Reads and verifies a release. Every byte is verified before use. The worker, the command line and the tests share
 * this code; only `get` differs. It writes nothing: it returns a whole, verified release or throws a Refusal.
 */
import type { JSONWebKeySet } from 'jose';
import * as v from 'valibot';
import { applyDelta, linesToText, textToLines, type Lines } from './record-lines.ts';
import { Refusal } from './refusal.ts';
import { fileName, HEAD_LIMIT, HEAD_NAME, Manifest, type Head } from './release.ts';
import { checkFile, gunzip, verifyHead, type Bytes, type Signed } from './trust.ts';

/** Reads a file below the list's address. Throws a Refusal if it is longer than `limit` bytes or cannot be read. */
export type Get = (name: string, limit: number) => Promise<Bytes>;

/** The release that the reader already holds. `lines` is called only if there is a delta to apply. */
export interface Held {
  sequence: number;
  manifestHash: string;
  issued: string;
  lines: () => Promise<Lines>;
}

export interface Release extends Signed {
  manifest: Manifest;
  lines: Lines;
  /** True if it was made by a delta; false after a full read. */
  byDelta: boolean;
}

export interface ReadOptions {
  keys: JSONWebKeySet;
  list: string;
  held: Held | null;
  /** The current ISO 8601 instant, to refuse an expired head. Null for the bundled list, which must work at any age. */
  now: string | null;
}

/**
 * @returns the release; `lines: null` where it is the one already stored, so nothing more was read
 * @throws Refusal
 */
export async function readRelease(
  get: Get,
  { keys, list, held, now }: ReadOptions,
): Promise<Release | (Signed & { lines: null })> {
  const { head, key, isNew } = await readHead(get, { keys, list, held, now });
  if (!isNew) return { head, key, lines: null };
  const manifest = await readManifest(get, head, Manifest);
  const deltaFile = held && manifest.deltas.find((delta) => delta.from === held.sequence);
  if (deltaFile) {
    try {
      const delta = await readText(get, deltaFile, deltaFile.textSize, 'the delta');
      const lines = applyDelta(await held.lines(), delta);
      await checkText(lines, manifest);
      return { head, key, manifest, lines, byDelta: true };
    } catch {
      // If the delta does not fit or the store is damaged, read all records below. If the host is unreachable, that
      // fails, too.
    }
  }
  return { head, key, manifest, lines: await readRecords(get, manifest), byDelta: false };
}

/** All records of a release. @throws Refusal */
export async function readRecords(get: Get, { records }: Manifest): Promise<Lines> {
  const text = await readText(get, records, records.text.size, 'the records');
  await checkFile(new TextEncoder().encode(text), records.text, 'the unpacked records');
  return textToLines(text);
}

/** Reads and verifies the head; `isNew` is false if it names the release already held. @throws Refusal */
export async function readHead(
  get: Get,
  { keys, list, held, now }: Omit<ReadOptions, 'held'> & { held: Omit<Held, 'lines'> | null },
): Promise<Signed & { isNew: boolean }> {
  const { head, key } = await verifyHead(await get(HEAD_NAME, HEAD_LIMIT), keys);
  if (head.list !== list) throw new Refusal('other-list', `the head is of the list "${head.list}", not "${list}"`);
  if (held && head.sequence < held.sequence)
    throw new Refusal('older', `release ${head.sequence} is older than release ${held.sequence}, which is kept`);
  if (held?.sequence === head.sequence && head.issued < held.issued)
    throw new Refusal(
      'older',
      `release ${head.sequence} came as signed on ${day(head.issued)}; the one that is kept was signed later, on ${day(held.issued)}`,
    );
  if (now !== null) checkDates(head, now);
  if (held?.sequence === head.sequence && head.manifest.hash !== held.manifestHash)
    throw new Refusal('mixed', `two different releases bear the number ${head.sequence}`);
  return { head, key, isNew: held?.sequence !== head.sequence };
}

const DAY = 86_400_000;
const day = (instant: string): string => instant.slice(0, 10);

/** A list issued in the future means that the clock is wrong, and with a wrong clock nothing can be called expired. */
function checkDates(head: Head, now: string): void {
  if (isClockBehind(now, head.issued))
    throw new Refusal(
      'clock',
      `this device’s clock says ${day(now)}, but the list was signed on ${day(head.issued)}: set the clock, then check again`,
    );
  if (head.expires <= now)
    throw new Refusal(
      'expired',
      `release ${head.sequence} was good until ${day(head.expires)}; if this device’s clock is right (it says ${day(now)}), its host is out of date`,
    );
}

/** True if the clock is more than a day behind an instant that has certainly passed. Smaller errors are tolerated. */
export const isClockBehind = (now: string, past: string): boolean => Date.parse(now) + DAY < Date.parse(past);

/** Reads and verifies the manifest that a head names. @throws Refusal */
export async function readManifest<T extends { sequence: number; list: string }>(
  get: Get,
  head: Head,
  schema: v.GenericSchema<unknown, T>,
): Promise<T> {
  const bytes = await readFile(get, head.manifest, 'the manifest');
  let value: unknown;
  try {
    value = JSON.parse(decode(await gunzip(bytes, 1024 * 1024, 'the manifest')));
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('malformed', 'the manifest is not JSON', { cause: error });
  }
  const manifest = v.safeParse(schema, value);
  if (!manifest.success)
    throw new Refusal(
      'malformed',
      `the manifest is not well formed: ${v.getDotPath(manifest.issues[0]) ?? ''} ${manifest.issues[0].message}`,
    );
  if (manifest.output.sequence !== head.sequence || manifest.output.list !== head.list)
    throw new Refusal('mixed', 'the manifest is not the one of this head');
  return manifest.output;
}

/** A file by the hash and size that a signed document gives. @param what for the refusal @throws Refusal */
export async function readFile(get: Get, file: { hash: string; size: number }, what: string): Promise<Bytes> {
  const bytes = await get(fileName(file.hash), file.size);
  await checkFile(bytes, file, what);
  return bytes;
}

async function readText(get: Get, file: { hash: string; size: number }, limit: number, what: string): Promise<string> {
  return decode(await gunzip(await readFile(get, file, what), limit, what));
}

async function checkText(lines: Lines, manifest: Manifest): Promise<void> {
  await checkFile(new TextEncoder().encode(linesToText(lines)), manifest.records.text, 'the list after the delta');
}

function decode(bytes: Bytes): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new Refusal('malformed', 'a file is not UTF-8 text', { cause: error });
  }
}
