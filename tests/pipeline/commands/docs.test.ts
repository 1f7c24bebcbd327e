/** The generated documents are up to date with the records. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { docFiles } from '../../../src/pipeline/commands/docs.ts';
import { readDataset } from '../../../src/pipeline/dataset.ts';

const generated = await docFiles(readDataset('data').dataset);

describe('Generated from the records (else: npm run -s list -- docs):', () => {
  it.each([...generated])('%s', (path, text) => expect(existsSync(path) && readFileSync(path, 'utf8')).toBe(text));
});
