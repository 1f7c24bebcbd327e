/** Reads data/ from disk: every record parsed, every fault kept with its file and path. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import * as v from 'valibot';
import { SCHEMAS, type Country, type Market, type RecordKind, type Series, type Source } from '../list/records.ts';
import { recordFile } from '../list/record-file.ts';
import type { Problem } from './problem.ts';

export interface Dataset {
  markets: Market[];
  sources: Source[];
  series: Series[];
  countries: Country[];
  release: ReleaseNote;
}

/** data/release.json: which release the records are, and the day they are of. */
const ReleaseNote = v.strictObject({
  list: v.pipe(v.string(), v.minLength(1)),
  sequence: v.pipe(v.number(), v.integer(), v.minValue(1)),
  published: v.pipe(v.string(), v.isoDate('expected a day as YYYY-MM-DD')),
});
export type ReleaseNote = v.InferOutput<typeof ReleaseNote>;

/** @param dir the data folder; records that do not parse are left out of the dataset and named in `problems` */
export function readDataset(dir: string): { dataset: Dataset; problems: Problem[] } {
  const problems: Problem[] = [];
  const read = <K extends RecordKind>(kind: K): v.InferOutput<(typeof SCHEMAS)[K]>[] =>
    filesOf(dir, kind, problems).flatMap((file) => {
      const record = parseFile<v.GenericSchema<unknown, v.InferOutput<(typeof SCHEMAS)[K]>>>(join(dir, file), file, SCHEMAS[kind], problems);
      if (!record) return [];
      const name = basename(file, '.json');
      const place = recordFile(kind, record);
      if (record.id !== name) problems.push({ file, path: 'id', message: `expected "${name}", the name of the file, found "${record.id}"` });
      else if (file !== place) problems.push({ file, path: '', message: `this record belongs at ${place}: move it there` });
      return [record];
    });
  const release = parseFile(join(dir, 'release.json'), 'release.json', ReleaseNote, problems) ?? { list: 'curated', sequence: 1, published: '1970-01-01' };
  return { dataset: { markets: read('markets'), sources: read('sources'), series: read('series'), countries: read('countries'), release }, problems };
}

/**
 * The files of a kind, at any depth, sorted by id, so that the order of the records does not depend on their folders.
 * A record under another ending would be passed over in silence, so it is named.
 */
function filesOf(dir: string, kind: RecordKind, problems: Problem[]): string[] {
  let files: string[];
  try {
    files = readdirSync(join(dir, kind), { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => relative(dir, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
      .sort((a, b) => (basename(a) < basename(b) ? -1 : 1));
  } catch {
    problems.push({ file: kind, path: '', message: 'there is no such folder: name the folder that holds markets, sources, series and countries with --data' });
    return [];
  }
  for (const file of files)
    if (!file.endsWith('.json') && !basename(file).startsWith('.'))
      problems.push({ file, path: '', message: 'only records named <id>.json belong here: rename or remove it' });
  return files.filter((file) => file.endsWith('.json'));
}

function parseFile<T extends v.GenericSchema>(path: string, file: string, schema: T, problems: Problem[]): v.InferOutput<T> | null {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    problems.push({ file, path: '', message: `cannot be read as JSON: ${(error as Error).message}` });
    return null;
  }
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return parsed.output;
  for (const issue of parsed.issues) problems.push({ file, path: v.getDotPath(issue) ?? '', message: issue.message });
  return null;
}
