/** Reads data/ from disk. Every record is parsed; each problem is reported with its file and path. */
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import * as v from 'valibot';
import { SCHEMAS, type Country, type Market, type RecordKind, type Series, type Source } from '../list/records.ts';
import { isPartialDate } from '../list/dates.ts';
import { recordFile } from '../list/record-file.ts';
import { listId, sequence } from '../list/release/release.ts';
import type { Problem } from './problem.ts';
import { readJson, type ReadJson } from './read-json.ts';

export interface Dataset {
  markets: Market[];
  sources: Source[];
  series: Series[];
  countries: Country[];
  release: ReleaseNote;
}

/** data/release.json: number and date of the release that the records make. */
const ReleaseNote = v.strictObject({
  list: listId,
  sequence,
  published: v.pipe(
    v.string(),
    v.check((day) => day.length === 10 && isPartialDate(day), 'expected a day as YYYY-MM-DD'),
  ),
});
export type ReleaseNote = v.InferOutput<typeof ReleaseNote>;

/**
 * @param dir the data folder
 * @returns the dataset without records that do not parse, which are listed in `problems`
 */
export function readDataset(dir: string): { dataset: Dataset; problems: Problem[] } {
  const problems: Problem[] = [];
  const read = <K extends RecordKind>(kind: K): v.InferOutput<(typeof SCHEMAS)[K]>[] =>
    filesOf(dir, kind, problems).flatMap((file) => {
      const record = parseFile<v.GenericSchema<unknown, v.InferOutput<(typeof SCHEMAS)[K]>>>(
        join(dir, file),
        file,
        SCHEMAS[kind],
        problems,
      );
      if (!record) return [];
      const name = basename(file, '.json');
      const place = recordFile(kind, record);
      if (record.id !== name)
        problems.push({ file, path: 'id', message: `expected "${name}", the name of the file, found "${record.id}"` });
      else if (file !== place)
        problems.push({ file, path: '', message: `this record belongs at ${place}: move it there` });
      return [record];
    });
  const release = parseFile(join(dir, 'release.json'), 'release.json', ReleaseNote, problems) ?? {
    list: 'curated',
    sequence: 1,
    published: '1970-01-01',
  };
  return {
    dataset: {
      markets: read('markets'),
      sources: read('sources'),
      series: read('series'),
      countries: read('countries'),
      release,
    },
    problems,
  };
}

/**
 * The files of one kind at any depth, sorted by id, so that the order of records does not depend on their folders.
 * Other files are reported: they would be ignored silently, or, as links, publish files from elsewhere on the disk.
 */
function filesOf(dir: string, kind: RecordKind, problems: Problem[]): string[] {
  const folder = join(dir, kind);
  const isFolder = lstatSync(folder, { throwIfNoEntry: false })?.isDirectory();
  if (!isFolder) {
    problems.push({
      file: kind,
      path: '',
      message:
        'there is no such folder (a link to one does not count): name the folder that holds markets, sources, series and countries with --data',
    });
    return [];
  }
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => ({
      file: relative(dir, join(entry.parentPath, entry.name)).replaceAll(sep, '/'),
      name: entry.name,
      isFile: entry.isFile(),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap(({ file, name, isFile }) => {
    if (!isFile)
      problems.push({ file, path: '', message: 'is a link or a device, not a file: put the record itself here' });
    else if (!name.endsWith('.json') && !name.startsWith('.'))
      problems.push({ file, path: '', message: 'only records named <id>.json belong here: rename or remove it' });
    return isFile && name.endsWith('.json') ? [file] : [];
  });
}

/** @returns the record; null if it does not parse, which is then reported in `problems` */
function parseFile<T extends v.GenericSchema>(
  path: string,
  file: string,
  schema: T,
  problems: Problem[],
): v.InferOutput<T> | null {
  const read = readFile(path);
  if ('problem' in read) {
    problems.push({ file, path: '', message: read.problem });
    return null;
  }
  const parsed = v.safeParse(schema, read.value);
  if (parsed.success) return parsed.output;
  for (const issue of parsed.issues) problems.push({ file, path: v.getDotPath(issue) ?? '', message: issue.message });
  return null;
}

function readFile(path: string): ReadJson {
  try {
    if (!lstatSync(path).isFile()) return { problem: 'is a link or a device, not a file: put the file itself here' };
    return readJson(readFileSync(path));
  } catch (error) {
    return { problem: `cannot be read: ${(error as Error).message}` };
  }
}
