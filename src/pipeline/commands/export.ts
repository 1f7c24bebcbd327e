/** `export`: the dataset as CSV, NDJSON and a Frictionless data package. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError, type Command } from '../command.ts';
import { readDataset } from '../dataset.ts';
import { exportFiles } from '../export/package.ts';
import { problemLine } from '../problem.ts';
import { applyRules } from '../rules.ts';

export const exportData: Command = async ({ values, say, complain, today }) => {
  if (!values.out) throw new UsageError('export: name the folder with --out DIR');
  const { dataset, problems } = readDataset(values.data);
  const all = [...problems, ...applyRules(dataset, today)];
  for (const problem of all) complain(join(values.data, problemLine(problem)));
  if (all.length) return 1;
  const files = await exportFiles(dataset);
  mkdirSync(values.out, { recursive: true });
  for (const [name, bytes] of files) {
    writeFileSync(join(values.out, name), bytes);
    say(`${join(values.out, name)}: ${bytes.length} bytes`);
  }
  return 0;
};
