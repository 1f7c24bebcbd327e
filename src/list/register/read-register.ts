/**
 * Reads a release of a register from wherever it lies, each byte verified before it is used: read-release.ts, for names
 * instead of records.
 */
import type { JSONWebKeySet } from 'jose';
import { applyColumns } from './column-delta.ts';
import { decodeColumns, encodeColumns } from './name-columns.ts';
import { applyNames } from './name-delta.ts';
import { countNames } from './name-table.ts';
import type { Tables } from './pack-register.ts';
import { readFile, readHead, readManifest, type Get, type Held } from '../release/read-release.ts';
import { Refusal } from '../release/refusal.ts';
import { RegisterManifest } from './register-release.ts';
import { checkFile, gunzip, gzip, type Bytes, type Signed } from '../release/trust.ts';

/** The tables of a release, gzipped, as they are fetched and stored. */
export interface RegisterFiles {
  names: Bytes;
  columns: Bytes | null;
}

export type HeldRegister = Omit<Held, 'lines'> & {
  files: () => Promise<RegisterFiles>;
  /** What is stored of it cannot be read: then it is read whole, also where there is no newer one. */
  damaged?: boolean;
};

export interface RegisterRelease extends Signed {
  manifest: RegisterManifest;
  files: RegisterFiles;
}

export interface ReadRegisterOptions {
  keys: JSONWebKeySet;
  list: string;
  held: HeldRegister | null;
  now: string;
}

/** @returns the release, or its head alone where it is the one already held. @throws Refusal */
export async function readRegister(
  get: Get,
  { keys, list, held, now }: ReadRegisterOptions,
): Promise<RegisterRelease | (Signed & { files: null })> {
  const { head, key, news } = await readHead(get, { keys, list, held, now });
  if (!news && !held?.damaged) return { head, key, files: null };
  const manifest = await readManifest(get, head, RegisterManifest);
  const step = held && !held.damaged && manifest.deltas.find((delta) => delta.from === held.sequence);
  if (step) {
    try {
      return { head, key, manifest, files: await afterDelta(get, manifest, step, await held.files()) };
    } catch {
      // As with records: the full tables are the way out of a delta that does not fit, and of a store that does not
      // give what it leads on from.
    }
  }
  return { head, key, manifest, files: await readTables(get, manifest) };
}

/** The tables of a release, as they are served. @throws Refusal */
export async function readTables(get: Get, manifest: RegisterManifest): Promise<RegisterFiles> {
  const [names, columns] = await Promise.all([
    readFile(get, manifest.names, 'the table of names'),
    manifest.columns && readFile(get, manifest.columns, 'the table of columns'),
  ]);
  return { names, columns };
}

/** The tables inside the files of a release. @throws Refusal where they are not what the manifest says */
export const openTables = async (
  files: RegisterFiles,
  { names, columns }: Pick<RegisterManifest, 'names' | 'columns'>,
): Promise<Tables> => ({
  names: await openTable(files.names, names, 'the table of names'),
  columns: columns && files.columns && (await openTable(files.columns, columns, 'the table of columns')),
});

async function openTable(
  file: Bytes,
  { table }: { table: { hash: string; size: number } },
  what: string,
): Promise<Bytes> {
  const bytes = await gunzip(file, table.size, what);
  await checkFile(bytes, table, what);
  return bytes;
}

async function afterDelta(
  get: Get,
  manifest: RegisterManifest,
  step: RegisterManifest['deltas'][number],
  old: RegisterFiles,
): Promise<RegisterFiles> {
  if ((manifest.columns === null) !== (old.columns === null) || (manifest.columns === null) !== (step.columns === null))
    throw new Refusal('malformed', 'the delta is for other columns');
  const unpacked = async (file: { hash: string; size: number; deltaSize: number }) =>
    gunzip(await readFile(get, file, 'the delta'), file.deltaSize, 'the delta');
  const [delta, columnDelta] = await Promise.all([unpacked(step.names), step.columns && unpacked(step.columns)]);
  const { names: before, columns: oldColumns } = await unpackStored(old);
  const applied = refusing(() => applyNames(before, delta));
  await checkFile(applied.table, manifest.names.table, 'the names after the delta');
  const names = await gzip(applied.table);
  if (!manifest.columns || !oldColumns || !columnDelta) return { names, columns: null };
  const columns = refusing(() =>
    encodeColumns(applyColumns(decodeColumns(oldColumns, countNames(before)), applied, columnDelta)),
  );
  await checkFile(columns, manifest.columns.table, 'the columns after the delta');
  return { names, columns: await gzip(columns) };
}

/** The tables inside the files that we stored ourselves: bounded and verified when they came. @throws Refusal */
export const unpackStored = async ({ names, columns }: RegisterFiles): Promise<Tables> => ({
  names: await gunzip(names, Number.MAX_SAFE_INTEGER, 'the stored names'),
  columns: columns && (await gunzip(columns, Number.MAX_SAFE_INTEGER, 'the stored columns')),
});

function refusing<T>(task: () => T): T {
  try {
    return task();
  } catch (error) {
    throw new Refusal('malformed', 'the delta does not fit', { cause: error });
  }
}
