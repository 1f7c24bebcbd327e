/** Generates the JSON Schema for editors from the schemas that the code parses with, and from field-notes.ts. */
import { toJsonSchema } from '@valibot/to-json-schema';
import { PARTIAL_DATE, isPartialDate } from '../list/dates.ts';
import { SCHEMAS, type RecordKind } from '../list/records.ts';
import { fieldNote, RECORD_NOTES } from './field-notes.ts';

/** The folder of the records and the word for one record. */
export const KINDS = {
  markets: 'market',
  sources: 'source',
  series: 'series',
  countries: 'country',
} as const satisfies Record<RecordKind, string>;

export interface JsonSchema {
  $schema?: string;
  title?: string;
  description?: string;
  type?: string | string[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  enum?: unknown[];
  const?: unknown;
  anyOf?: JsonSchema[];
  pattern?: string;
  [more: string]: unknown;
}

export function jsonSchema(folder: RecordKind): JsonSchema {
  const kind = KINDS[folder];
  const { $schema: _default, ...schema } = toJsonSchema(SCHEMAS[folder], {
    target: 'draft-07',
    // JSON Schema cannot express trimming and calendar dates; `validate` checks them. It can express the format of a
    // date.
    errorMode: 'ignore',
    overrideAction: ({ valibotAction, jsonSchema }) =>
      valibotAction.type === 'check' && 'requirement' in valibotAction && valibotAction.requirement === isPartialDate
        ? { ...jsonSchema, pattern: PARTIAL_DATE.source }
        : undefined,
  }) as JsonSchema;
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: `Listmark ${kind}`,
    description: RECORD_NOTES[kind],
    ...describe(schema, kind),
  };
}

function describe(schema: JsonSchema, path: string): JsonSchema {
  if (schema.items) return { ...schema, items: describe(schema.items, path) };
  if (!schema.properties) return schema;
  const properties = Object.entries(schema.properties).map(([name, inner]): [string, JsonSchema] => {
    const description = fieldNote(`${path}.${name}`);
    return [name, { ...(description && { description }), ...describe(inner, `${path}.${name}`) }];
  });
  return { ...schema, properties: Object.fromEntries(properties) };
}

export interface Field {
  /** "market.domains.from" */
  path: string;
  required: boolean;
  /** "text", "list", "one of: act, report" */
  takes: string;
  note: string;
}

/** All fields of a kind of record, in the order of the schema. */
export function fieldsOf(folder: RecordKind): Field[] {
  return [...walk(jsonSchema(folder), KINDS[folder])];
}

function* walk(schema: JsonSchema, path: string): Generator<Field> {
  if (schema.items) yield* walk(schema.items, path);
  for (const [name, inner] of Object.entries(schema.properties ?? {})) {
    const at = `${path}.${name}`;
    yield {
      path: at,
      required: schema.required?.includes(name) ?? false,
      takes: takes(inner),
      note: fieldNote(at) ?? '',
    };
    yield* walk(inner, at);
  }
}

function takes(schema: JsonSchema): string {
  if (schema.enum) return `one of: ${schema.enum.join(', ')}`;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.anyOf) return schema.anyOf.map(takes).join(', or ');
  if (schema.type === 'array')
    return schema.items?.type === 'object' ? 'list of records' : `list of: ${takes(schema.items ?? {})}`;
  if (schema.type === 'object') return 'record';
  if (schema.pattern === PARTIAL_DATE.source) return 'date';
  return (
    { string: 'text', boolean: 'true or false', integer: 'whole number', number: 'whole number', null: 'null' }[
      String(schema.type)
    ] ?? String(schema.type)
  );
}
