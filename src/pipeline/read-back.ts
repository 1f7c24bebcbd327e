/**
 * Before anything is published, it is read with the clients' own reader and limits: as a new client, and as one that
 * holds the previous release. What clients would refuse is never written; such a folder would look published, but no
 * client would update.
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
  /** The files as a client would get them, with the new head. */
  get: Get;
  /** Public keys with which clients verify it. */
  keys: JSONWebKeySet;
  list: string;
  /** The client's current time, ISO instant. */
  now: string;
  /** The head that it replaces, which clients hold. */
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
 * @param earlier releases with a delta to this one
 * @throws Error if a client would refuse the release or could not apply a delta
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

/**
 * @param earlier tables of the releases with a delta to this one
 * @throws Error as `proveRelease`
 */
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
      // A client that cannot apply a delta silently fetches everything, so check it here.
      if (asked.some((name) => name.includes(names.hash)))
        throw new Error(`the delta from release ${sequence} does not lead to it`);
    }
  });
}

/** Checks the new head for a client that holds the previous one. */
async function proveHead({ get, keys, list, now, before }: Candidate): Promise<void> {
  const held = before && { sequence: before.sequence, manifestHash: before.manifest.hash, issued: before.issued };
  await readHead(get, { keys, list, now, held });
}

/** The state of a client that holds the release of this number. */
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
