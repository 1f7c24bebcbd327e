/** The parts of a release of a register. */
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { encodeColumns } from '../../src/list/register/name-columns.ts';
import { encodeNames } from '../../src/list/register/name-table.ts';
import { fileName } from '../../src/list/release/release.ts';
import { sha256 } from '../../src/list/release/trust.ts';
import { buildRegisterRelease } from '../../src/pipeline/publish-register.ts';
import { register } from '../register-fixtures.ts';

const note = { list: 'xx-office', sequence: 2, published: '2026-11-20' };
const NAMES = ['a.example', 'b.example', 'd.example'];
const OLD = ['a.example', 'c.example'];

describe.each([true, false])('A release of a register (with columns: %s)', (withColumns) => {
  const of = register(NAMES, withColumns);
  const old = { ...register(OLD, withColumns), sequence: 1 };
  it('lists its tables and deltas by hash and size, compressed and uncompressed', async () => {
    const { manifest, manifestFile, files } = await buildRegisterRelease(of, note, [old]);
    const [delta] = manifest.deltas;
    const packed = [manifest.names, manifest.columns, delta!.names, delta!.columns, manifestFile].filter(
      (file) => file !== null,
    );
    expect(files.size).toBe(withColumns ? 5 : 3);
    for (const file of packed) {
      const bytes = files.get(fileName(file.hash))!;
      expect([await sha256(bytes), bytes.length]).toEqual([file.hash, file.size]);
      const unpacked = new Uint8Array(gunzipSync(bytes));
      if ('table' in file) expect(file.table).toEqual({ hash: await sha256(unpacked), size: unpacked.length });
      if ('deltaSize' in file) expect(file.deltaSize).toBe(unpacked.length);
    }
    expect(manifest.names.table.hash).toBe(await sha256(encodeNames(of.names)));
    expect(manifest.columns?.table.hash).toBe(withColumns ? await sha256(encodeColumns(of.columns)) : undefined);
    expect(JSON.parse(gunzipSync(files.get(fileName(manifestFile.hash))!).toString())).toEqual(manifest);
  });
  it('states its list id, its description and its number of names', async () => {
    const { manifest } = await buildRegisterRelease(of, note);
    expect(manifest).toMatchObject({
      format: 1,
      list: 'xx-office',
      sequence: 2,
      published: '2026-11-20T00:00:00Z',
      about: of.about,
      count: 3,
      deltas: [],
    });
    expect(manifest.columns?.labels).toEqual(withColumns ? of.labels : undefined);
    if (!withColumns) expect(manifest.columns).toBe(null);
  });
  it('has a delta from each previous release, except from one with other columns', async () => {
    const odd = { ...register(OLD, !withColumns), sequence: 0 };
    const { manifest } = await buildRegisterRelease(of, note, [odd, old]);
    expect(manifest.deltas.map(({ from }) => from)).toEqual([1]);
    expect(manifest.deltas[0]!.columns === null).toBe(!withColumns);
  });
});

it('A register with fewer labels than columns is refused', async () => {
  const of = register(NAMES);
  await expect(buildRegisterRelease({ ...of, labels: of.labels.slice(1) }, note)).rejects.toThrow(
    '2 columns, but 1 labels.',
  );
});
