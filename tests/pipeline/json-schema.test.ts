/**
 * What editors complete fields from: data/schema is what the code would write now, and every field says what it means.
 */
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
  it('says what each field means', () =>
    expect(folders.flatMap((folder) => fieldsOf(folder).flatMap(({ path, note }) => (note ? [] : [path])))).toEqual(
      [],
    ));
  it('has no note about a field that is gone', () => {
    const paths = folders.flatMap((folder) => fieldsOf(folder).map(({ path }) => path));
    const idle = Object.keys(FIELD_NOTES).filter((key) =>
      key.startsWith('*.')
        ? !paths.some((path) => path.endsWith(key.slice(1)) && !(path in FIELD_NOTES))
        : !paths.includes(key),
    );
    expect(idle).toEqual([]);
  });
  it('knows the shape of a date', () => {
    const date = jsonSchema('sources').properties!.date!;
    expect('2021-13'.match(date.pattern!)).toBeNull();
    expect('2021-12'.match(date.pattern!)).not.toBeNull();
  });
  it('asks for what every record needs, and lets nothing else pass', () =>
    expect(jsonSchema('markets')).toMatchObject({
      required: ['id', 'name', 'category', 'domains', 'events'],
      additionalProperties: false,
    }));
});

test('VS Code finds the schema of each folder without a line in the file', () => {
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
