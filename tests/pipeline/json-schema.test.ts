/** The JSON schemas for editors: data/schema is up to date with the code, and every field has a description. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { schemaFiles } from '../../src/pipeline/commands/schema.ts';
import { fieldsOf, jsonSchema, KINDS } from '../../src/pipeline/json-schema.ts';
import { FIELD_NOTES } from '../../src/pipeline/field-notes.ts';
import { SCHEMAS, type RecordKind } from '../../src/list/records.ts';

const generated = [...(await schemaFiles())];
const folders = Object.keys(SCHEMAS) as RecordKind[];

describe('The schema for editors', () => {
  it.each(generated)('%s is as generated (else: npm run -s list -- schema)', (path, text) =>
    expect(existsSync(path) && readFileSync(path, 'utf8')).toBe(text),
  );
  it('describes each field', () =>
    expect(folders.flatMap((folder) => fieldsOf(folder).flatMap(({ path, note }) => (note ? [] : [path])))).toEqual(
      [],
    ));
  it('describes no field that does not exist', () => {
    const paths = folders.flatMap((folder) => fieldsOf(folder).map(({ path }) => path));
    const idle = Object.keys(FIELD_NOTES).filter((key) =>
      key.startsWith('*.')
        ? !paths.some((path) => path.endsWith(key.slice(1)) && !(path in FIELD_NOTES))
        : !paths.includes(key),
    );
    expect(idle).toEqual([]);
  });
  it('checks the format of a date', () => {
    const date = jsonSchema('sources').properties!.date!;
    expect('2021-13'.match(date.pattern!)).toBeNull();
    expect('2021-12'.match(date.pattern!)).not.toBeNull();
  });
  it('requires the required fields, and allows no unknown field', () =>
    expect(jsonSchema('markets')).toMatchObject({
      required: ['id', 'name', 'category', 'domains', 'events'],
      additionalProperties: false,
    }));
});

test('VS Code has a schema for each folder, without a $schema line in the records', () => {
  const settings = JSON.parse(readFileSync('.vscode/settings.json', 'utf8')) as {
    'json.schemas': { fileMatch: string[]; url: string }[];
  };
  expect(settings['json.schemas']).toEqual(
    folders.map((folder) => ({
      fileMatch: [`/data/${folder}${['markets', 'sources'].includes(folder) ? '/**' : ''}/*.json`],
      url: `./data/schema/${KINDS[folder]}.json`,
    })),
  );
});
