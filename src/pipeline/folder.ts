/** A published folder on disk: what any static host serves. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { decodeJwt } from 'jose';
import * as v from 'valibot';
import type { Get } from '../list/release/read-release.ts';
import { Refusal } from '../list/release/refusal.ts';
import { Head, HEAD_NAME } from '../list/release/release.ts';
import type { Bytes } from '../list/release/trust.ts';

/**
 * Writes the files first and the head last, each whole or not at all: a reader never meets a head whose files are
 * missing.
 * @throws where the disk refuses; the folder is then as it was
 */
export function writeRelease(dir: string, files: ReadonlyMap<string, Bytes>, head: Bytes): void {
  const added: string[] = [];
  try {
    for (const [name, bytes] of files) {
      const path = join(dir, name);
      if (!existsSync(path)) added.push(path);
      writeWhole(path, bytes);
    }
    writeHead(dir, head);
  } catch (error) {
    for (const path of added) rmSync(path, { force: true });
    throw error;
  }
}

/** Puts another head in the place of a published one. */
export const writeHead = (dir: string, head: Bytes): void => writeWhole(join(dir, HEAD_NAME), head);

/** Writes a file and the folders that it needs, whole or not at all. */
export function writeWhole(path: string, bytes: Bytes): void {
  mkdirSync(dirname(path), { recursive: true });
  const part = `${path}.${process.pid}.part`;
  try {
    writeFileSync(part, bytes, { flush: true });
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

/** The files of a folder as a client gets them from its host, to the byte limits that it asks by. */
export const getFromFolder =
  (dir: string): Get =>
  (name, limit) => {
    const path = join(dir, name);
    const size = statSync(path, { throwIfNoEntry: false })?.size;
    if (size === undefined) return Promise.reject(new Refusal('http-status', `there is no ${path}`));
    if (size > limit)
      return Promise.reject(new Refusal('too-large', `${path} is larger than the ${limit} bytes allowed`));
    return Promise.resolve(new Uint8Array(readFileSync(path)));
  };

/**
 * What the head in a published folder says; null where there is none. The signature is not asked for: another key may
 * have made it.
 * @throws where no client could read it
 */
export function publishedHead(out: string): Head | null {
  const path = join(out, HEAD_NAME);
  if (!existsSync(path)) return null;
  try {
    return v.parse(Head, decodeJwt(readFileSync(path, 'utf8')));
  } catch (error) {
    throw new Error(
      `${path} is no head that a client could read (${(error as Error).message}): move it away, and publish with a number above its own`,
    );
  }
}
