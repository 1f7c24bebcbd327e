/** Earlier releases as the publisher keeps them, one file each: what deltas lead from. Never served, never needed by a client. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decodeJwt } from 'jose';
import { linesToText, textToLines, type Lines } from '../list/record-lines.ts';
import { HEAD_NAME, type Head } from '../list/release.ts';
import type { Built, Earlier } from './publish.ts';

/** Releases that a delta leads from: each adds some sixty bytes to every manifest; who is further behind reads the list whole. */
export const DELTAS = 14;

const fileOf = (dir: string, sequence: number) => join(dir, `${String(sequence).padStart(8, '0')}.txt.gz`);

/** The newest releases before `sequence`, oldest first. */
export function readHistory(dir: string, sequence: number): Earlier[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir)
    .filter((name) => /^\d+\.txt\.gz$/.test(name) && Number.parseInt(name) < sequence)
    .sort()
    .slice(-DELTAS)
    .map((name) => ({ sequence: Number.parseInt(name), lines: textToLines(gunzipSync(readFileSync(join(dir, name))).toString()) }));
}

export function keepHistory(dir: string, sequence: number, lines: Lines): void {
  mkdirSync(dir, { recursive: true });
  writeFileSync(fileOf(dir, sequence), gzipSync(linesToText(lines)));
}

/** What the head in a published folder says; null where there is none. Not verified: the publisher reads what it wrote. */
export function publishedHead(out: string): Head | null {
  const path = join(out, HEAD_NAME);
  return existsSync(path) ? decodeJwt<Head>(readFileSync(path, 'utf8')) : null;
}

/** A client that meets one number with two contents, or a lower one, keeps what it has and complains: that is refused here, where it can be mended. */
export function checkSuccession(out: string, { manifest, manifestFile }: Built): void {
  const before = publishedHead(out);
  if (!before) return;
  if (before.sequence > manifest.sequence) throw new Error(`${out} holds release ${before.sequence} already: raise "sequence" in release.json above it`);
  if (before.sequence === manifest.sequence && before.manifest.hash !== manifestFile.hash)
    throw new Error(
      `${out} holds release ${before.sequence} already, with other records: raise "sequence" in release.json (to renew its dates only, use "sign")`,
    );
}
