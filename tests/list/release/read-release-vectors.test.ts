/** Reads the committed test vectors: every later version must be able to read a list that was published once. */
import { readFileSync } from 'node:fs';
import type { JSONWebKeySet } from 'jose';
import { describe, expect, it, vi } from 'vitest';
import { readRelease } from '../../../src/list/release/read-release.ts';
import { linesToText } from '../../../src/list/release/record-lines.ts';
import { HEAD_NAME } from '../../../src/list/release/release.ts';
import { sha256 } from '../../../src/list/release/trust.ts';
import { checkCompatible } from '../../../src/list/release/check-compatible.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

interface Vectors {
  list: string;
  now: string;
  releases: { folder: string; sequence: number; records: { hash: string } }[];
  refused: string[];
  accepted: string[];
}
const bytes = (name: string) => new Uint8Array(readFileSync(`tests/vectors/${name}`));
const json = (name: string): unknown => JSON.parse(readFileSync(`tests/vectors/${name}`, 'utf8'));
const { list, now, releases, refused, accepted } = json('vectors.json') as Vectors;
const keys = json('keys.json') as JSONWebKeySet;
const options = { keys, list, held: null, now };

describe('The test vectors:', () => {
  it('no key is a private key', () => expect(JSON.stringify(keys)).not.toContain('"d"'));
  it.each(releases)('$folder is read', async ({ folder, sequence, records }) => {
    const read = await readRelease(async (name) => bytes(`${folder}/${name}`), options);
    expect(read.head.sequence).toBe(sequence);
    expect(await sha256(new TextEncoder().encode(linesToText(read.lines!)))).toBe(records.hash);
    checkCompatible(read.lines!);
  });
  it.each(refused)('the head %s is refused', async (head) => {
    const get = async (name: string) => bytes(name === HEAD_NAME ? `refused/${head}.jws` : `release-2/${name}`);
    await expect(readRelease(get, options)).rejects.toHaveProperty('name', 'Refusal');
  });
  it.each(accepted)('the head %s is read', async (head) => {
    const get = async (name: string) => bytes(name === HEAD_NAME ? `accepted/${head}.jws` : `release-2/${name}`);
    expect((await readRelease(get, options)).head.sequence).toBe(2);
  });
});
