/** `schema`: writes data/schema/*.json, from which editors complete and check records. */
import { SCHEMAS, type RecordKind } from '../../list/records.ts';
import type { Command } from '../command.ts';
import { jsonSchema, KINDS } from '../json-schema.ts';
import { tidy, writeFiles, type Files } from '../tidy.ts';

export async function schemaFiles(): Promise<Files> {
  const files: Files = new Map();
  for (const folder of Object.keys(SCHEMAS) as RecordKind[]) {
    const path = `data/schema/${KINDS[folder]}.json`;
    files.set(path, await tidy(path, JSON.stringify(jsonSchema(folder))));
  }
  return files;
}

export const schema: Command = async ({ say }) => {
  const files = await schemaFiles();
  writeFiles(files);
  say([...files.keys()].join('\n'));
  return 0;
};
