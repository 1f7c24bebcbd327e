/** The made-up market of the gallery keeps the rules of the record: a rule that is new must not stop the gallery. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readDataset } from '../../../src/pipeline/dataset.ts';
import { applyRules } from '../../../src/pipeline/rules.ts';
import { galleryRecords, isMadeUp } from '../../../tools/gallery/records.ts';

const scratch = mkdtempSync(join(tmpdir(), 'listmark-gallery-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

it('the records of the gallery have no problem but the made-up names', () => {
  const { dataset, problems } = readDataset(galleryRecords('data', join(scratch, 'data')));
  const all = [...problems, ...applyRules(dataset, new Date().toISOString().slice(0, 10))];
  expect(all.filter((problem) => !isMadeUp(problem))).toEqual([]);
  expect(all.some(isMadeUp)).toBe(true);
});
