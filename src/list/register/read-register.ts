/**
 * Reads and verifies a release of a register, as read-release.ts does for records. Every byte is verified before use.
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

/** The gzipped tables of a release, as fetched and stored. */
export interface RegisterFiles {
  names: Bytes;
  columns: Bytes | null;
}

export type HeldRegister = Omit<Held, 'lines'> & {
  files: () => Promise<RegisterFiles>;
  /** True if the stored release cannot be read: then everything is fetched again, even if there is no newer release. */
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

/**
 * @returns the release; only its head and `files: null` if it is the held one
 * @throws Refusal
 */
export async function readRegister(
  get: Get,
  { keys, list, held, now }: ReadRegisterOptions,
): Promise<RegisterRelease | (Signed & { files: null })> {
  const { head, key, isNew } = await readHead(get, { keys, list, held, now });
  if (!isNew && !held?.damaged) return { head, key, files: null };
  const manifest = await readManifest(get, head, RegisterManifest);
  const step = held && !held.damaged && manifest.deltas.find((delta) => delta.from === held.sequence);
  if (step) {
    try {
      return { head, key, manifest, files: await afterDelta(get, manifest, step, await held.files()) };
    } catch {
      // If the delta does not fit or the stored tables cannot be read, fetch the full tables below.
    }
  }
  return { head, key, manifest, files: await readTables(get, manifest) };
}

/** Fetches the full tables of a release. @throws Refusal */
export async function readTables(get: Get, manifest: RegisterManifest): Promise<RegisterFiles> {
  const [names, columns] = await Promise.all([
    readFile(get, manifest.names, 'the table of names'),
    manifest.columns && readFile(get, manifest.columns, 'the table of columns'),
  ]);
  return { names, columns };
}

/** Unzips the files of a release. @throws Refusal if a table does not match the manifest */
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
  const before = await unzipStored(old.names, 'the stored names');
  const applied = orRefusal(() => applyNames(before, delta));
  await checkFile(applied.table, manifest.names.table, 'the names after the delta');
  const names = await gzip(applied.table);
  if (!manifest.columns || !old.columns || !columnDelta) return { names, columns: null };
  // Only now: while the names are changed, memory holds no columns.
  const oldColumns = await unzipStored(old.columns, 'the stored columns');
  const columns = orRefusal(() =>
    encodeColumns(applyColumns(decodeColumns(oldColumns, countNames(before)), applied, columnDelta)),
  );
  await checkFile(columns, manifest.columns.table, 'the columns after the delta');
  return { names, columns: await gzip(columns) };
}

/** Without a size limit: stored files were checked when they were fetched. @throws Refusal */
const unzipStored = (file: Bytes, what: string): Promise<Bytes> => gunzip(file, Number.MAX_SAFE_INTEGER, what);

/** @throws Refusal */
export const unpackStored = async ({ names, columns }: RegisterFiles): Promise<Tables> => ({
  names: await unzipStored(names, 'the stored names'),
  columns: columns && (await unzipStored(columns, 'the stored columns')),
});

function orRefusal<T>(task: () => T): T {
  try {
    return task();
  } catch (error) {
    throw new Refusal('malformed', 'the delta does not fit', { cause: error });
  }
}
