/** Reads one state of the list from disk: a signed release, or a folder of records. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { JSONWebKeySet } from 'jose';
import { readRelease } from '../list/release/read-release.ts';
import type { Lines } from '../list/release/record-lines.ts';
import { HEAD_NAME } from '../list/release/release.ts';
import { UsageError } from './command.ts';
import { compile } from './compile.ts';
import { readDataset } from './dataset.ts';
import { getFromFolder } from './folder.ts';
import { readText } from './text-file.ts';

export interface ListState {
  sequence: number;
  /** YYYY-MM-DD */
  published: string;
  /** False for a folder of records, which is not signed. */
  signed: boolean;
  lines: Lines;
}

/**
 * @param keys file with the public keys to verify a signed release
 * @throws UsageError if the folder is neither; Refusal if a release does not verify
 */
export async function readState(dir: string, list: string, keys: string): Promise<ListState> {
  if (existsSync(join(dir, HEAD_NAME))) {
    if (!existsSync(keys))
      throw new UsageError(
        `${dir} is a signed release, and there are no public keys at ${keys}: name them with --keys FILE`,
      );
    const release = await readRelease(getFromFolder(dir), {
      keys: JSON.parse(readText(keys)) as JSONWebKeySet,
      list,
      held: null,
      now: null,
    });
    if (!release.lines) throw new Error(`${dir}: the release has no records`);
    const { manifest, lines } = release;
    return { sequence: manifest.sequence, published: manifest.published.slice(0, 10), signed: true, lines };
  }
  if (!existsSync(join(dir, 'release.json')))
    throw new UsageError(
      `${dir} is neither a signed release (it has no ${HEAD_NAME}) nor a folder of records (it has no release.json)`,
    );
  const { dataset, problems } = readDataset(dir);
  if (problems.length)
    throw new UsageError(
      `the records in ${dir} do not parse (${problems.length} problems): run validate --data ${dir}`,
    );
  return {
    sequence: dataset.release.sequence,
    published: dataset.release.published,
    signed: false,
    lines: compile(dataset),
  };
}
