/**
 * The list read by a program with no code of ours: Python's standard library and openssl. It is written from
 * docs/list-format.md, so that page is tested too.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { serveFolder } from '../../src/pipeline/serve.ts';
import { makeRelease } from '../../tools/build.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

interface Vectors {
  list: string;
  now: string;
  releases: { folder: string; sequence: number; records: { hash: string }; names: Record<string, string> }[];
  refused: string[];
  accepted: string[];
}
const VECTORS = 'tests/vectors';
const vectors = JSON.parse(readFileSync(`${VECTORS}/vectors.json`, 'utf8')) as Vectors;
const dir = mkdtempSync(join(tmpdir(), 'listmark-second-'));
afterAll(() => rmSync(dir, { recursive: true }));

/** Exit code, output and error of the reader; a missing program fails, it does not skip. */
function read(...args: string[]) {
  const { status, stdout, stderr, error } = spawnSync('python3', ['tests/second-reader/read_list.py', ...args], {
    encoding: 'utf8',
  });
  if (error) throw new Error(`python3 cannot be started, and this test needs it: ${error.message}`);
  return {
    status,
    stderr,
    found: (status === 0 ? JSON.parse(stdout) : null) as {
      sequence: number;
      records: string;
      lines: number;
      names: Record<string, string>;
      delta: boolean;
    } | null,
  };
}

beforeAll(() => {
  const { error, stdout } = spawnSync('openssl', ['version'], { encoding: 'utf8' });
  if (error) throw new Error(`openssl cannot be started, and the second reader needs it: ${error.message}`);
  expect(stdout, 'openssl 3 is needed to verify Ed25519').toMatch(/OpenSSL [3-9]/);
});

describe('A second reader, of the test vectors,', () => {
  it.each(vectors.releases)('reads $folder', ({ folder, sequence, records, names }) => {
    const { found, stderr } = read(
      `${VECTORS}/keys.json`,
      vectors.list,
      `${VECTORS}/${folder}`,
      '--now',
      vectors.now,
      '--text',
      join(dir, folder),
    );
    expect(found, stderr).toEqual({
      sequence,
      records: records.hash,
      lines: expect.any(Number) as number,
      names,
      delta: false,
    });
  });
  it('reads release 2 by the delta from release 1', () => {
    const { found, stderr } = read(
      `${VECTORS}/keys.json`,
      vectors.list,
      `${VECTORS}/release-2`,
      '--now',
      vectors.now,
      '--held',
      '1',
      join(dir, 'release-1'),
    );
    expect(found, stderr).toMatchObject({ records: vectors.releases[1]!.records.hash, delta: true });
  });
  it.each(vectors.refused)('refuses the head %s', (name) => {
    const { status, stderr } = read(
      `${VECTORS}/keys.json`,
      vectors.list,
      '--head',
      `${VECTORS}/refused/${name}.jws`,
      '--now',
      vectors.now,
    );
    expect(stderr).toMatch(/^refused: /);
    expect(status).toBe(1);
  });
  it.each(vectors.accepted)('reads the head %s', (name) => {
    expect(
      read(`${VECTORS}/keys.json`, vectors.list, '--head', `${VECTORS}/accepted/${name}.jws`, '--now', vectors.now)
        .found,
    ).toEqual({ sequence: 2 });
  });
  it('refuses files that were changed', () => {
    const copy = join(dir, 'changed');
    spawnSync('cp', ['-r', `${VECTORS}/release-1`, copy]);
    const manifest = readFileSync(`${copy}/head.jws`, 'utf8').split('.')[1]!;
    const { hash } = (JSON.parse(Buffer.from(manifest, 'base64url').toString()) as { manifest: { hash: string } })
      .manifest;
    const bytes = readFileSync(`${copy}/files/${hash}.gz`);
    bytes[30]! ^= 1;
    writeFileSync(`${copy}/files/${hash}.gz`, bytes);
    expect(read(`${VECTORS}/keys.json`, vectors.list, copy, '--now', vectors.now).stderr).toContain(
      'not the file that is named',
    );
  });
});

describe('A second reader, of the true list over HTTP,', () => {
  it('verifies it and reads it whole', async () => {
    const { publicKeys, release } = await makeRelease(join(dir, 'true'));
    const server = await serveFolder(release, 0);
    try {
      const { port } = server.address() as { port: number };
      // Not `read`: this process serves, so it must not stand still meanwhile.
      const { execFile } = await import('node:child_process');
      const { promisify } = await import('node:util');
      const { stdout } = await promisify(execFile)('python3', [
        'tests/second-reader/read_list.py',
        publicKeys,
        'curated',
        `http://127.0.0.1:${port}/`,
      ]);
      const found = JSON.parse(stdout) as {
        sequence: number;
        records: string;
        lines: number;
        names: Record<string, string>;
      };
      console.log(
        `the second reader: release ${found.sequence}, ${found.lines} records, ${Object.keys(found.names).length} names, records ${found.records}`,
      );
      expect(found.names['thepiratebay.org']).toBe('the-pirate-bay');
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});
