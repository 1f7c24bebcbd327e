/** Records that a command needs: read from disk, and where asked for, held to the rules across them. */
import { join } from 'node:path';
import { UsageError, type Surroundings } from './command.ts';
import { readDataset, type Dataset } from './dataset.ts';
import { problemLine } from './problem.ts';
import { applyRules } from './rules.ts';

/** Records that parse, whatever the rules say of them. @throws UsageError where one does not */
export function parsedData(dir: string): Dataset {
  const { dataset, problems } = readDataset(dir);
  if (problems.length)
    throw new UsageError(`the records in ${dir} do not parse (${problems.length} problems): run validate`);
  return dataset;
}

/** Complains of every problem of the records, and counts them. */
export function validData(dir: string, { complain, today }: Surroundings): { dataset: Dataset; problems: number } {
  const { dataset, problems } = readDataset(dir);
  const all = [...problems, ...applyRules(dataset, today)];
  for (const problem of all) complain(join(dir, problemLine(problem)));
  return { dataset, problems: all.length };
}
