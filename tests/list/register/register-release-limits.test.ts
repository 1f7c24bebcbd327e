/**
 * The memory limits for a register. The publisher's command and the client use the same reader, so both refuse a larger
 * register.
 */
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { ByteWriter } from '../../../src/list/register/byte-stream.ts';
import { packTables } from '../../../src/list/register/pack-register.ts';
import {
  MAX_CHARACTERS,
  MAX_COLUMNS,
  MAX_NAMES,
  RegisterManifest,
} from '../../../src/list/register/register-release.ts';
import { buildRegisterRelease } from '../../../src/pipeline/publish-register.ts';
import { register } from '../../register-fixtures.ts';

const { manifest } = await buildRegisterRelease(register(['a.example']), {
  list: 'xx-register',
  sequence: 1,
  published: '2026-11-20',
});
const reads = (spoil: object) => v.is(RegisterManifest, { ...manifest, ...spoil });

/**
 * A table of names of 253 characters, each of which shares all but the last character with the name before: 3 bytes per
 * name. The reader stops before its end.
 */
function deepTable(names: number) {
  const writer = new ByteWriter();
  writer.format('LMNT', 1);
  writer.number(names);
  writer.bytes(new Uint8Array(names).fill(252));
  writer.bytes(new Uint8Array(names * 2).fill(10));
  return writer.finish();
}

describe('A register', () => {
  it('may have the maximum number of names and columns, and no more', () => {
    const labels = (count: number) => ({
      columns: {
        ...manifest.columns,
        labels: Array.from({ length: count }, () => ({ name: 'Order', kind: 'number' })),
      },
    });
    expect([reads({}), reads({ count: MAX_NAMES }), reads({ count: MAX_NAMES + 1 })]).toEqual([true, true, false]);
    expect([reads(labels(MAX_COLUMNS)), reads(labels(MAX_COLUMNS + 1))]).toEqual([true, false]);
  });

  it('with a small table of long names is refused before the names are in memory', async () => {
    const names = Math.ceil(MAX_CHARACTERS / 252);
    const table = deepTable(names);
    expect(table.length).toBeLessThan(1_700_000);
    await expect(packTables({ names: table, columns: null }, { count: names, labels: [] })).rejects.toMatchObject({
      code: 'too-large',
      message: expect.stringMatching(/characters, more than the 134217728 allowed/) as string,
    });
  });
});
