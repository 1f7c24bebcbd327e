/**
 * Whatever is to be published is first read by the reader that the clients have, with their limits, at this hour, and
 * by one that holds the release before. What they would refuse is never written: a folder with such a release in it
 * looks published, and no client moves.
 */
import type { JSONWebKeySet } from 'jose';
import { packTables } from '../list/register/pack-register.ts';
import { pack } from '../list/release/packed.ts';
import { openTables, readRegister, type HeldRegister, type RegisterFiles } from '../list/register/read-register.ts';
import { readHead, readRelease, type Get } from '../list/release/read-release.ts';
import { Refusal } from '../list/release/refusal.ts';
import { HEAD_NAME, type Head } from '../list/release/release.ts';
import type { Bytes } from '../list/release/trust.ts';
import { checkCompatible } from '../list/release/check-compatible.ts';
import type { Earlier } from './publish.ts';

export interface Candidate {
  /** The files as a client would get them, the new head among them. */
  get: Get;
  /** Public keys by which a client will judge it. */
  keys: JSONWebKeySet;
  list: string;
  /** ISO instant at which the client reads. */
  now: string;
  /** The head that it takes the place of, which clients hold. */
  before: Head | null;
}

export const getFromMemory =
  (files: ReadonlyMap<string, Bytes>, head: Bytes): Get =>
  (name, limit) => {
    const bytes = name === HEAD_NAME ? head : files.get(name);
    if (!bytes) return Promise.reject(new Refusal('http-status', `the release lacks its file ${name}`));
    if (bytes.length > limit)
      return Promise.reject(new Refusal('too-large', `${name} is larger than the ${limit} bytes allowed`));
    return Promise.resolve(bytes);
  };

/**
 * @param earlier releases that a delta leads from @throws where a client would not take the release, or could not use a
 * delta
 */
export function proveRelease(candidate: Candidate, earlier: readonly Earlier[]): Promise<void> {
  return asClient(async () => {
    const { get, keys, list, now } = candidate;
    await proveHead(candidate);
    const { lines } = await readRelease(get, { keys, list, now, held: null });
    if (!lines) throw new Error('the head names no release');
    checkCompatible(lines);
    pack(lines);
    for (const { sequence, lines } of earlier) {
      const release = await readRelease(get, {
        keys,
        list,
        now,
        held: { ...behind(sequence), lines: () => Promise.resolve(lines) },
      });
      if (!release.lines || !release.byDelta) throw new Error(`the delta from release ${sequence} does not lead to it`);
    }
  });
}

/** @param earlier tables of the releases that a delta leads from @throws as `proveRelease` */
export function proveRegister(
  candidate: Candidate,
  earlier: readonly { sequence: number; files: RegisterFiles }[],
): Promise<void> {
  return asClient(async () => {
    const { get, keys, list, now } = candidate;
    await proveHead(candidate);
    const prove = async (held: HeldRegister | null, from: Get) => {
      const release = await readRegister(from, { keys, list, now, held });
      if (!release.files) throw new Error('the head names no release');
      const { manifest, files } = release;
      await packTables(await openTables(files, manifest), {
        count: manifest.count,
        labels: manifest.columns?.labels ?? [],
      });
      return manifest;
    };
    const { names } = await prove(null, get);
    for (const { sequence, files } of earlier) {
      const asked: string[] = [];
      await prove({ ...behind(sequence), files: () => Promise.resolve(files) }, (name, limit) => {
        asked.push(name);
        return get(name, limit);
      });
      // A client that cannot use a delta says nothing and fetches the whole.
      if (asked.some((name) => name.includes(names.hash)))
        throw new Error(`the delta from release ${sequence} does not lead to it`);
    }
  });
}

/** The new head alone, for a client that holds the one before. */
async function proveHead({ get, keys, list, now, before }: Candidate): Promise<void> {
  const held = before && { sequence: before.sequence, manifestHash: before.manifest.hash, issued: before.issued };
  await readHead(get, { keys, list, now, held });
}

/** What a client holds that has the release of this number. */
const behind = (sequence: number) => ({ sequence, manifestHash: '', issued: '' });

async function asClient(read: () => Promise<void>): Promise<void> {
  try {
    await read();
  } catch (error) {
    throw new Error(`no client would take this release: ${(error as Error).message}. Nothing was written`, {
      cause: error,
    });
  }
}
