/** `schema`: generates data/schema/*.json, with which editors complete and check records. */
import { SCHEMAS, type RecordKind } from '../../list/records.ts';
import { command, usage } from '../command.ts';
import { jsonSchema, KINDS } from '../json-schema.ts';
import { formatFile, writeFiles, type Files } from '../format-file.ts';

export async function schemaFiles(): Promise<Files> {
  const files: Files = new Map();
  for (const folder of Object.keys(SCHEMAS) as RecordKind[]) {
    const path = `data/schema/${KINDS[folder]}.json`;
    files.set(path, await formatFile(path, JSON.stringify(jsonSchema(folder))));
  }
  return files;
}

const USAGE = usage('schema', 'Writes data/schema, from which editors complete and check the fields of records.');

export const schema = command(USAGE, {}, 0, async ({ say }) => {
  const files = await schemaFiles();
  writeFiles(files);
  say([...files.keys()].join('\n'));
  return 0;
});
