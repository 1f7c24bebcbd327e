/**
 * Reads a release from wherever it lies, verifying each byte before it is used. The same code runs in the
 * worker, in the command line and in the tests; only `get` differs. Nothing is written here: what is
 * returned is whole and verified, or a Refusal was thrown.
 */
import type { JSONWebKeySet } from 'jose';
import * as v from 'valibot';
import { applyDelta, linesToText, textToLines, type Lines } from './record-lines.ts';
import { Refusal } from './refusal.ts';
import { fileName, HEAD_LIMIT, HEAD_NAME, Manifest, type Head } from './release.ts';
import { checkFile, gunzip, verifyHead, type Bytes, type Signed } from './trust.ts';

/** Bytes of a file below the list's address; throws a Refusal for more than `limit` bytes or no answer. */
export type Get = (name: string, limit: number) => Promise<Bytes>;

/** What the reader already holds; `lines` is only asked for when a delta can be used. */
export interface Held {
  sequence: number;
  manifestHash: string;
  issued: string;
  lines: () => Promise<Lines>;
}

export interface Release extends Signed {
  manifest: Manifest;
  lines: Lines;
  /** Whether a delta led here; false after a full read. */
  byDelta: boolean;
}

export interface ReadOptions {
  keys: JSONWebKeySet;
  list: string;
  held: Held | null;
  /**
   * Now, as an ISO instant, to refuse an expired head; null for a list bundled in the package, which has no newer one
   * to wait for.
   */
  now: string | null;
}

/** @returns the release, or its head alone where it is the one already held. @throws Refusal */
export async function readRelease(
  get: Get,
  { keys, list, held, now }: ReadOptions,
): Promise<Release | (Signed & { lines: null })> {
  const { head, key, news } = await readHead(get, { keys, list, held, now });
  if (!news) return { head, key, lines: null };
  const manifest = await readManifest(get, head, Manifest);
  const step = held && manifest.deltas.find((delta) => delta.from === held.sequence);
  if (step) {
    try {
      const delta = await readText(get, step, step.textSize, 'the delta');
      const lines = applyDelta(await held.lines(), delta);
      await checkText(lines, manifest);
      return { head, key, manifest, lines, byDelta: true };
    } catch {
      // The full read below is the way out of a delta that does not fit, and of a store that is damaged; a host that is
      // gone fails there too.
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

/** The verified head, and whether it names another release than the one already held. @throws Refusal */
export async function readHead(
  get: Get,
  { keys, list, held, now }: Omit<ReadOptions, 'held'> & { held: Omit<Held, 'lines'> | null },
): Promise<Signed & { news: boolean }> {
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
  return { head, key, news: held?.sequence !== head.sequence };
}

const DAY = 86_400_000;
const day = (instant: string): string => instant.slice(0, 10);

/** A list from the future means a wrong clock, and by a wrong clock nothing can be said to have expired or not. */
function checkDates(head: Head, now: string): void {
  if (isBefore(now, head.issued))
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

/** Whether a clock is behind an instant that has certainly passed, by more than careless setting explains. */
export const isBefore = (now: string, passed: string): boolean => Date.parse(now) + DAY < Date.parse(passed);

/** The manifest that a head names, by the schema of a curated list or of a register. @throws Refusal */
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
