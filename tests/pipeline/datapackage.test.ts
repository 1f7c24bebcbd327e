/** The export, read back by Frictionless' own library: profile, schemas, every row, and every reference between tables. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Package } from 'datapackage';
import { afterAll, describe, expect, it } from 'vitest';
import { readDataset } from '../../src/pipeline/dataset.ts';
import { exportFiles } from '../../src/pipeline/export/package.ts';

const dir = mkdtempSync(join(tmpdir(), 'listmark-package-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
for (const [name, bytes] of await exportFiles(readDataset('data').dataset)) writeFileSync(join(dir, name), bytes);
const pack = await Package.load(join(dir, 'datapackage.json'), { basePath: dir });

describe('The data package', () => {
  it('is valid by its profile', () => expect(pack.errors.map(String)).toEqual([]));
  it.each(pack.resources.filter((resource) => resource.tabular))('$name: every row by its schema, every reference found', async (resource) => {
    await resource.read({ keyed: true, relations: true, integrity: true });
    expect(resource.valid).toBe(true);
  });
});
