/**
 * The dataset for researchers: the same bytes for the same release, with a data package that describes each file
 * correctly.
 */
import { createHash } from 'node:crypto';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { exportFiles } from '../../../src/pipeline/export/package.ts';
import { readDataset } from '../../../src/pipeline/dataset.ts';
import { soundData } from '../rules-data.ts';

interface Resource {
  name: string;
  path: string;
  bytes: number;
  hash: string;
  schema?: {
    fields: {
      name: string;
      type: string;
      description: string;
      constraints?: { required?: boolean; unique?: boolean; enum?: string[]; pattern?: string };
    }[];
    primaryKey?: string[];
    foreignKeys?: { fields: string; reference: { resource: string; fields: string } }[];
  };
}

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const hashes = (of: Map<string, Uint8Array>) => [...of].map(([name, bytes]) => `${name} ${sha256(bytes)}`);
const files = await exportFiles(readDataset('data').dataset);
const descriptor = JSON.parse(text(files.get('datapackage.json'))) as {
  licenses: object[];
  sources: object[];
  resources: Resource[];
};
const tables = descriptor.resources.filter((resource) => resource.schema);
const parsed = new Map(
  tables.map(({ name, path }) => [
    name,
    Papa.parse<Record<string, string>>(text(files.get(path)), { header: true, skipEmptyLines: true }),
  ]),
);

describe('The export of the real records', () => {
  it('has the same bytes each time', async () =>
    expect(hashes(await exportFiles(readDataset('data').dataset))).toEqual(hashes(files)));
  it('lists every file except itself, with hash and size', () => {
    expect(descriptor.resources.map(({ path }) => path).sort()).toEqual(
      [...files.keys()].filter((name) => name !== 'datapackage.json').sort(),
    );
    for (const { path, bytes, hash } of descriptor.resources) {
      expect(files.get(path)!.length).toBe(bytes);
      expect(`sha256:${sha256(files.get(path)!)}`).toBe(hash);
    }
  });
  it('names licence and sources', () => {
    expect(descriptor.licenses).toMatchObject([{ name: 'CC-BY-4.0' }]);
    expect(descriptor.sources.length).toBeGreaterThan(0);
  });
  it('describes every column', () =>
    expect(
      tables.flatMap(({ name, schema }) =>
        schema!.fields.filter((field) => !field.description).map((field) => `${name}.${field.name}`),
      ),
    ).toEqual([]));
  it.each(tables)('$path conforms to its schema', ({ name, schema }) => {
    const { meta, data, errors } = parsed.get(name)!;
    expect(errors).toEqual([]);
    expect(meta.fields).toEqual(schema!.fields.map((field) => field.name));
    for (const { name: field, type, constraints } of schema!.fields) {
      const cells = data.map((row) => row[field]!);
      const filled = cells.filter((cell) => cell !== '');
      if (constraints?.required) expect(filled).toHaveLength(cells.length);
      if (constraints?.unique) expect(new Set(cells).size).toBe(cells.length);
      if (constraints?.enum) expect(filled.filter((cell) => !constraints.enum!.includes(cell))).toEqual([]);
      if (constraints?.pattern)
        expect(filled.filter((cell) => !new RegExp(`^(?:${constraints.pattern!})$`).test(cell))).toEqual([]);
      const shape = { integer: /^\d+$/, boolean: /^(true|false)$/, date: /^\d{4}-\d\d-\d\d$/ }[type];
      if (shape) expect(filled.filter((cell) => !shape.test(cell))).toEqual([]);
    }
  });
  it.each(tables)('$path refers only to existing rows', ({ name, schema }) => {
    for (const { fields, reference } of schema!.foreignKeys ?? []) {
      const ids = new Set(parsed.get(reference.resource)!.data.map((row) => row[reference.fields]));
      expect(parsed.get(name)!.data.filter((row) => row[fields] && !ids.has(row[fields]))).toEqual([]);
    }
  });
  it('gives each order of a series, with its date and what is known of it', () => {
    const { data } = parsed.get('statuses')!;
    const spain = data.find(
      ({ domain, says }) => domain === 'thepiratebay.org' && says!.includes('(Spain) in two orders'),
    )!;
    expect(spain.orders).toBe('2015-03-27 | 2019-06-20');
    const several = data.filter(({ orders }) => orders!.includes(' | '));
    for (const { orders, orders_in_force: force } of several)
      expect(force!.split(' | ')).toHaveLength(orders!.split(' | ').length);
    const known = new Set(data.flatMap(({ orders_in_force: force }) => force!.split(' | ')));
    expect([...known].sort()).toEqual(['', 'no', 'not known', 'yes']);
  });
  it('has every record in NDJSON as it is published', () => {
    const lines = text(files.get('records.ndjson')).trimEnd().split('\n');
    const kinds = lines.map((line) => (JSON.parse(line) as { record: string }).record);
    expect(kinds.filter((kind) => kind === 'market')).toHaveLength(parsed.get('markets')!.data.length);
    expect(kinds.filter((kind) => kind === 'source')).toHaveLength(parsed.get('sources')!.data.length);
  });
});

describe('A cell', () => {
  const exported = async (note: string) => {
    const data = soundData();
    data.markets[0]!.note = note;
    const out = await exportFiles(data);
    return { csv: text(out.get('markets.csv')), ndjson: text(out.get('records.ndjson')) };
  };
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx'])(
    'that a spreadsheet would read as a formula begins with an apostrophe: %j',
    async (note) => {
      const { csv, ndjson } = await exported(note);
      expect(Papa.parse<{ note: string }>(csv, { header: true }).data[0]!.note).toBe(`'${note}`);
      expect(ndjson).toContain(JSON.stringify(note));
    },
  );
  it('keeps quotes, commas and line ends', async () => {
    const note = 'a "b", c\nd';
    expect(Papa.parse<{ note: string }>((await exported(note)).csv, { header: true }).data[0]!.note).toBe(note);
  });
});
