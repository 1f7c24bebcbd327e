/** How a release of a register is read: as a delta if there is one, else whole; with the checks of each file. */
import { beforeAll, describe, expect, it } from 'vitest';
import {
  openTables,
  readRegister,
  readTables,
  type HeldRegister,
  type RegisterFiles,
} from '../../../src/list/register/read-register.ts';
import { RegisterManifest } from '../../../src/list/register/register-release.ts';
import { readHead, readManifest } from '../../../src/list/release/read-release.ts';
import { fileName, HEAD_NAME } from '../../../src/list/release/release.ts';
import { gzip, sha256, type Bytes } from '../../../src/list/release/trust.ts';
import { signingKey } from '../../../src/pipeline/keys.ts';
import { sign } from '../../../src/pipeline/publish.ts';
import { getFrom, jwk, keys, NOW } from '../../fixtures.ts';
import { publishRegister, register, type PublishedRegister } from '../../register-fixtures.ts';

const LIST = 'xx-register';
const options = { keys, list: LIST, now: NOW };

const manifestOf = async ({ files }: PublishedRegister): Promise<RegisterManifest> => {
  const { head } = await readHead(getFrom(files), { ...options, held: null });
  return readManifest(getFrom(files), head, RegisterManifest);
};
/** The release as a client has stored it. */
async function heldOf(release: PublishedRegister, more: Partial<HeldRegister> = {}): Promise<HeldRegister> {
  const { head } = await readHead(getFrom(release.files), { ...options, held: null });
  const files = await readTables(getFrom(release.files), await manifestOf(release));
  return {
    sequence: head.sequence,
    manifestHash: head.manifest.hash,
    issued: head.issued,
    files: async () => files,
    ...more,
  };
}
const read = (files: Map<string, Bytes>, held: HeldRegister | null = null, asked: string[] = []) =>
  readRegister(getFrom(files, asked), { ...options, held });
const tablesOf = async (files: RegisterFiles, release: PublishedRegister) => {
  const { names, columns } = await openTables(files, await manifestOf(release));
  return { names: await sha256(names), columns: columns && (await sha256(columns)) };
};
/** The files with another manifest, which the head names. */
async function withManifest(
  { files }: PublishedRegister,
  manifest: RegisterManifest,
  more: [string, Bytes][] = [],
): Promise<Map<string, Bytes>> {
  const { head } = await readHead(getFrom(files), { ...options, held: null });
  const bytes = await gzip(new TextEncoder().encode(JSON.stringify(manifest)));
  const hash = await sha256(bytes);
  const signed = await sign({ ...head, manifest: { hash, size: bytes.length } }, await signingKey(jwk));
  return new Map([...files, [HEAD_NAME, signed], [fileName(hash), bytes], ...more]);
}
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'taken',
    ({ code, message }: { code: string; message: string }) => `${code}: ${message}`,
  );

describe.each([true, false])('A register (with columns: %s)', (withColumns) => {
  let first: PublishedRegister;
  let second: PublishedRegister;
  let whole: Awaited<ReturnType<typeof tablesOf>>;
  /** Name of the file that is requested only if the release is read whole. */
  let names: string;
  beforeAll(async () => {
    first = await publishRegister(register(['a.example', 'b.example', 'c.example'], withColumns));
    second = await publishRegister(register(['a.example', 'c.example', 'd.example'], withColumns), {
      sequence: 2,
      before: [first],
    });
    const manifest = await manifestOf(second);
    names = fileName(manifest.names.hash);
    whole = await tablesOf(await readTables(getFrom(second.files), manifest), second);
  });

  it('is read whole if none is stored', async () => {
    const asked: string[] = [];
    const release = await read(second.files, null, asked);
    expect(release).toMatchObject({ key: jwk.kid, head: { sequence: 2 }, manifest: await manifestOf(second) });
    expect(asked).toHaveLength(withColumns ? 4 : 3);
    expect(asked).toContain(names);
    expect(await tablesOf(release.files!, second)).toEqual(whole);
    expect(whole.columns === null).toBe(!withColumns);
  });
  it('needs only its head if it is stored already, and is read whole again if the stored one is damaged', async () => {
    const asked: string[] = [];
    expect(await read(second.files, await heldOf(second), asked)).toMatchObject({
      key: jwk.kid,
      head: { sequence: 2 },
      files: null,
    });
    expect(asked).toEqual([HEAD_NAME]);
    const unreadable = { damaged: true, files: () => Promise.reject(new Error('not to be asked')) };
    for (const of of [second, first]) {
      const again: string[] = [];
      const release = await read(second.files, await heldOf(of, unreadable), again);
      expect(again).toHaveLength(withColumns ? 4 : 3);
      expect(await tablesOf(release.files!, second)).toEqual(whole);
    }
  });
  it('after the stored one is read as a delta, with the same tables', async () => {
    const asked: string[] = [];
    const release = await read(second.files, await heldOf(first), asked);
    const [step] = (await manifestOf(second)).deltas;
    expect(asked.slice(2)).toEqual([
      fileName(step!.names.hash),
      ...(withColumns ? [fileName(step!.columns!.hash)] : []),
    ]);
    expect(await tablesOf(release.files!, second)).toEqual(whole);
  });
  it('is read whole if there is no delta from the stored one', async () => {
    const third = await publishRegister(register(['a.example'], withColumns), { sequence: 3, before: [second] });
    const asked: string[] = [];
    const release = await read(third.files, await heldOf(first), asked);
    expect(asked).toContain(fileName((await manifestOf(third)).names.hash));
    // The delta from another release is not requested.
    expect(asked).toHaveLength(withColumns ? 4 : 3);
    expect((await tablesOf(release.files!, third)).names).toBe((await manifestOf(third)).names.table.hash);
  });

  const leadsNowhere = async (files: Map<string, Bytes>, held: HeldRegister) => {
    const asked: string[] = [];
    const release = await read(files, held, asked);
    expect(asked).toContain(names);
    expect(await tablesOf(release.files!, second)).toEqual(whole);
  };
  it('is read whole if the delta is damaged, missing, larger than stated, or cannot be applied', async () => {
    const manifest = await manifestOf(second);
    const [step] = manifest.deltas;
    const name = fileName(step!.names.hash);
    const held = await heldOf(first);
    const bytes = second.files.get(name)!;
    await leadsNowhere(new Map([...second.files, [name, bytes.with(12, bytes[12]! ^ 1)]]), held);
    await leadsNowhere(new Map([...second.files].filter(([each]) => each !== name)), held);
    const short = { ...step!, names: { ...step!.names, deltaSize: 1 } };
    await leadsNowhere(await withManifest(second, { ...manifest, deltas: [short] }), held);
    // A delta of names only would lose the columns; a delta with invalid columns cannot be applied.
    const other = { ...step!, columns: withColumns ? null : step!.names };
    await leadsNowhere(await withManifest(second, { ...manifest, deltas: [other] }), held);
    const junk = await gzip(new Uint8Array([255, 255, 255]));
    const hash = await sha256(junk);
    const unfit = { ...step!, names: { hash, size: junk.length, deltaSize: 3 } };
    await leadsNowhere(await withManifest(second, { ...manifest, deltas: [unfit] }, [[fileName(hash), junk]]), held);
  });
  it('is read whole if the store gives no tables or wrong ones', async () => {
    await leadsNowhere(
      second.files,
      await heldOf(first, { files: () => Promise.reject(new Error('the store failed')) }),
    );
    const other = await publishRegister(register(['x.example'], withColumns));
    await leadsNowhere(second.files, { ...(await heldOf(first)), files: (await heldOf(other)).files });
    const odd = await publishRegister(register(['a.example', 'b.example', 'c.example'], !withColumns));
    await leadsNowhere(second.files, { ...(await heldOf(first)), files: (await heldOf(odd)).files });
  });

  it('is refused if a table does not have the hash of its file or of its content', async () => {
    const manifest = await manifestOf(second);
    const spoilt = async (file: { hash: string }) => {
      const name = fileName(file.hash);
      const bytes = second.files.get(name)!;
      return refusal(read(new Map([...second.files, [name, bytes.with(12, bytes[12]! ^ 1)]])));
    };
    expect(await spoilt(manifest.names)).toBe(
      'wrong-hash: the table of names is not the file that the signed list names',
    );
    if (manifest.columns)
      expect(await spoilt(manifest.columns)).toBe(
        'wrong-hash: the table of columns is not the file that the signed list names',
      );
    const files = await readTables(getFrom(second.files), manifest);
    const lying = <T extends { table: { hash: string; size: number } }>(file: T): T => ({
      ...file,
      table: { ...file.table, hash: 'a'.repeat(64) },
    });
    expect(await refusal(openTables(files, { ...manifest, names: lying(manifest.names) }))).toBe(
      'wrong-hash: the table of names is not the file that the signed list names',
    );
    if (manifest.columns)
      expect(await refusal(openTables(files, { ...manifest, columns: lying(manifest.columns) }))).toBe(
        'wrong-hash: the table of columns is not the file that the signed list names',
      );
    expect((await openTables({ ...files, columns: null }, manifest)).columns).toBe(null);
    expect((await openTables({ ...files, columns: files.names }, { ...manifest, columns: null })).columns).toBe(null);
    const small = { ...manifest.names, table: { ...manifest.names.table, size: 1 } };
    expect(await refusal(openTables(files, { ...manifest, names: small }))).toBe(
      'too-large: the table of names unpacks to more than the 1 bytes announced',
    );
  });
});
