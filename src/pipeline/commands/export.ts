/** `export`: the dataset as CSV, NDJSON and a Frictionless data package. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { command, DATA, DATA_USAGE, usage, UsageError } from '../command.ts';
import { exportFiles } from '../export/package.ts';
import { validData } from '../valid-data.ts';

const USAGE = usage('export --out DIR [options]', 'The dataset as CSV, NDJSON and a Frictionless data package.', [
  ['--out DIR', 'folder to write to'],
  DATA_USAGE,
]);

export const exportData = command(
  USAGE,
  { ...DATA, out: { type: 'string' } },
  0,
  async ({ values, ...surroundings }) => {
    if (!values.out) throw new UsageError('name the folder with --out DIR');
    const { dataset, problems } = validData(values.data, surroundings);
    if (problems) return 1;
    const files = await exportFiles(dataset);
    mkdirSync(values.out, { recursive: true });
    for (const [name, bytes] of files) {
      writeFileSync(join(values.out, name), bytes);
      surroundings.say(`${join(values.out, name)}: ${bytes.length} bytes`);
    }
    return 0;
  },
);
