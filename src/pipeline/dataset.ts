/** Reads data/ from disk: every record parsed, every fault kept with its file and path. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { SCHEMAS, type Country, type Market, type RecordKind, type Series, type Source } from '../list/records.ts';
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
    filesOf(dir, kind, problems).flatMap((name) => {
      const file = `${kind}/${name}`;
      const record = parseFile<v.GenericSchema<unknown, v.InferOutput<(typeof SCHEMAS)[K]>>>(join(dir, file), file, SCHEMAS[kind], problems);
      if (record && `${record.id}.json` !== name)
        problems.push({ file, path: 'id', message: `expected "${name.slice(0, -5)}", the name of the file, found "${record.id}"` });
      return record ? [record] : [];
    });
  const release = parseFile(join(dir, 'release.json'), 'release.json', ReleaseNote, problems) ?? { list: 'curated', sequence: 1, published: '1970-01-01' };
  return { dataset: { markets: read('markets'), sources: read('sources'), series: read('series'), countries: read('countries'), release }, problems };
}

/** A record under another ending would be passed over in silence, so it is named. */
function filesOf(dir: string, kind: RecordKind, problems: Problem[]): string[] {
  let names: string[];
  try {
    names = readdirSync(join(dir, kind)).sort();
  } catch {
    problems.push({ file: kind, path: '', message: 'there is no such folder: name the folder that holds markets, sources, series and countries with --data' });
    return [];
  }
  for (const name of names)
    if (!name.endsWith('.json') && !name.startsWith('.'))
      problems.push({ file: `${kind}/${name}`, path: '', message: 'only records named <id>.json belong here: rename or remove it' });
  return names.filter((name) => name.endsWith('.json'));
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
