/** Reads the records for a command and, if asked, checks the rules. */
import { join } from 'node:path';
import { UsageError, type Surroundings } from './command.ts';
import { readDataset, type Dataset } from './dataset.ts';
import { problemLine } from './problem.ts';
import { applyRules } from './rules.ts';

/** Reads records without checking the rules. @throws UsageError if one does not parse */
export function parsedData(dir: string): Dataset {
  const { dataset, problems } = readDataset(dir);
  if (problems.length)
    throw new UsageError(`the records in ${dir} do not parse (${problems.length} problems): run validate`);
  return dataset;
}

/** Prints every problem of the records. @returns their number */
export function validData(dir: string, { complain, today }: Surroundings): { dataset: Dataset; problems: number } {
  const { dataset, problems } = readDataset(dir);
  const all = [...problems, ...applyRules(dataset, today)];
  for (const problem of all) complain(join(dir, problemLine(problem)));
  return { dataset, problems: all.length };
}
