/** `docs`: writes what is generated from the records and their schema, apart from data/schema: pages and metadata. */
import { readFileSync } from 'node:fs';
import { citationFile, zenodoMetadata } from '../citation.ts';
import type { Command } from '../command.ts';
import { coverage } from '../coverage.ts';
import { readDataset, type Dataset } from '../dataset.ts';
import { fieldsPage } from '../fields-page.ts';
import { tidy, writeFiles, type Files } from '../tidy.ts';
import { coveragePage } from './coverage.ts';

export async function docFiles(data: Dataset): Promise<Files> {
  const software = (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version;
  const files: Files = new Map([
    ['docs/coverage.md', coveragePage(coverage(data))],
    ['data/FIELDS.md', fieldsPage()],
    ['CITATION.cff', citationFile(data.release, software)],
    ['.zenodo.json', JSON.stringify(zenodoMetadata(data.release))],
  ]);
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
