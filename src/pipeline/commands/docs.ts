/** `docs`: writes what is generated from the records and their schema, apart from data/schema: pages and metadata. */
import type { Command } from '../command.ts';
import { coverage } from '../coverage.ts';
import { readDataset, type Dataset } from '../dataset.ts';
import { tidy, writeFiles, type Files } from '../tidy.ts';
import { coveragePage } from './coverage.ts';

export async function docFiles(data: Dataset): Promise<Files> {
  const files: Files = new Map([['docs/coverage.md', coveragePage(coverage(data))]]);
  for (const [path, text] of files) files.set(path, await tidy(path, text));
  return files;
}

export const docs: Command = async ({ values, say, complain }) => {
  const { dataset, problems } = readDataset(values.data);
  if (problems.length) {
    complain(`the records in ${values.data} do not parse (${problems.length} problems): run validate`);
    return 1;
  }
  const files = await docFiles(dataset);
  writeFiles(files);
  say([...files.keys()].join('\n'));
  return 0;
};
