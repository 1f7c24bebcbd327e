/** Reads and writes a published folder, which any static host can serve. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { decodeJwt } from 'jose';
import * as v from 'valibot';
import type { Get } from '../list/release/read-release.ts';
import { Refusal } from '../list/release/refusal.ts';
import { Head, HEAD_NAME } from '../list/release/release.ts';
import type { Bytes } from '../list/release/trust.ts';

/**
 * Writes the files first and the head last, each atomically, so that a reader never finds a head without its files.
 * @throws Error if the disk fails; the folder then still has its old release
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

/** Replaces the head of a published folder. */
export const writeHead = (dir: string, head: Bytes): void => writeWhole(join(dir, HEAD_NAME), head);

/** Writes a file atomically, and creates its folders. */
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

/** Reads files of a folder as a client does, with the same byte limits. */
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
 * The payload of the head in a published folder; null if there is none. The signature is not verified: it may be of
 * another key.
 * @throws Error if no client could read it
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
