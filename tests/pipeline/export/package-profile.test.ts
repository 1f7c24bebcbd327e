/**
 * Checks the descriptor of the export against the profiles of Frictionless, version 1.0 (tests/pipeline/profiles, in
 * the public domain, from github.com/frictionlessdata/datapackage). tests/pipeline/export/package.test.ts checks the
 * rows against the schemas.
 */
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { readDataset } from '../../../src/pipeline/dataset.ts';
import { exportFiles } from '../../../src/pipeline/export/package.ts';

// The profiles use keywords that JSON Schema does not have, such as "propertyOrder".
const ajv = new Ajv({ strict: false, allErrors: true });
// A CommonJS module: Node imports its function as the property "default".
(addFormats as unknown as typeof addFormats.default)(ajv);
const profile = (name: string) =>
  ajv.compile(JSON.parse(readFileSync(`tests/pipeline/profiles/${name}-1.0.json`, 'utf8')) as object);
const isPackage = profile('datapackage');
const isTableSchema = profile('tableschema');

interface Descriptor {
  resources: { name: string; path?: string; schema?: { fields: { name?: string }[] } }[];
}
const files = await exportFiles(readDataset('data').dataset);
const descriptor = JSON.parse(new TextDecoder().decode(files.get('datapackage.json'))) as Descriptor;

describe('The data package', () => {
  it('conforms to its profile', () => {
    isPackage(descriptor);
    expect(isPackage.errors).toBeNull();
  });
  it.each(descriptor.resources.filter(({ schema }) => schema))('has a valid schema for $name', ({ schema }) => {
    isTableSchema(schema);
    expect(isTableSchema.errors).toBeNull();
  });
  it('is invalid without the path of its data or without the name of a column', () => {
    const bent = structuredClone(descriptor);
    delete bent.resources[0]!.path;
    expect(isPackage(bent)).toBe(false);
    const { schema } = structuredClone(descriptor.resources.find((resource) => resource.schema)!);
    delete schema!.fields[0]!.name;
    expect(isTableSchema(schema)).toBe(false);
  });
});
