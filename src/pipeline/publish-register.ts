/**
 * Turns a register into static files: tables of names and columns, deltas from earlier releases, and the manifest that
 * names them.
 */
import { diffColumns, type Columns } from '../list/register/column-delta.ts';
import { encodeColumns } from '../list/register/name-columns.ts';
import { applyNames, diffNames } from '../list/register/name-delta.ts';
import { encodeNames } from '../list/register/name-table.ts';
import type { About, Column, RegisterManifest } from '../list/register/register-release.ts';
import { FORMAT } from '../list/release/release.ts';
import { sha256, type Bytes } from '../list/release/trust.ts';
import type { ReleaseNote } from './dataset.ts';
import { namedByHash, type Built } from './publish.ts';

export interface Register {
  /** In the order of `sortNames`. */
  names: readonly string[];
  /** The columns in the order of `labels`, with one number for each name; empty if the register has none. */
  columns: Columns;
  labels: Column[];
  about: About;
}

export type EarlierRegister = Pick<Register, 'names' | 'columns'> & { sequence: number };

/**
 * @param earlier releases to make deltas from; those with another number of columns get none
 * @throws Error if `encodeNames` refuses a name
 */
export async function buildRegisterRelease(
  { names, columns, labels, about }: Register,
  { list, sequence, published }: ReleaseNote,
  earlier: readonly EarlierRegister[] = [],
): Promise<Built<RegisterManifest>> {
  if (columns.length !== labels.length)
    throw new Error(`The register has ${columns.length} columns, but ${labels.length} labels.`);
  const { files, add } = namedByHash();
  const addTable = async (table: Bytes) => ({
    ...(await add(table)),
    table: { hash: await sha256(table), size: table.length },
  });
  const addDelta = async (delta: Bytes) => ({ ...(await add(delta)), deltaSize: delta.length });
  const deltas: RegisterManifest['deltas'] = [];
  for (const old of earlier) {
    if (old.columns.length !== columns.length) continue;
    const delta = diffNames(old.names, names);
    const applied = applyNames(encodeNames(old.names), delta);
    const columnDelta = columns.length > 0 ? diffColumns(old.columns, columns, applied) : null;
    deltas.push({
      from: old.sequence,
      names: await addDelta(delta),
      columns: columnDelta && (await addDelta(columnDelta)),
    });
  }
  const manifest: RegisterManifest = {
    format: FORMAT,
    list,
    sequence,
    published: `${published}T00:00:00Z`,
    about,
    count: names.length,
    names: await addTable(encodeNames(names)),
    columns: columns.length > 0 ? { ...(await addTable(encodeColumns(columns))), labels } : null,
    deltas,
  };
  return { manifest, manifestFile: await add(JSON.stringify(manifest)), files };
}
