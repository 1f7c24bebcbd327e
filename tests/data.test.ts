/** The real records: each file parses, and all rules hold. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SCHEMAS, type RecordKind } from '../src/list/records.ts';
import { readDataset } from '../src/pipeline/dataset.ts';
import { problemLine } from '../src/pipeline/problem.ts';
import { RULES } from '../src/pipeline/rules.ts';

const { dataset, problems } = readDataset('data');
const today = new Date().toISOString().slice(0, 10);
const kinds = Object.keys(SCHEMAS) as RecordKind[];

describe('Each file of data parses:', () => {
  test.each([
    'release.json',
    ...kinds.flatMap((kind) =>
      readdirSync(join('data', kind), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.json'))
        .map((name) => `${kind}/${name.replaceAll('\\', '/')}`),
    ),
  ])('%s', (file) => expect(problems.filter((problem) => problem.file === file).map(problemLine)).toEqual([]));
});

describe('Over all records:', () => {
  test.each(Object.entries(RULES))('%s', (_, rule) => expect(rule(dataset, today).map(problemLine)).toEqual([]));
});
