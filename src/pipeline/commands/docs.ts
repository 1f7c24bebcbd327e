/** `docs`: generates pages and metadata from the records and their schema (data/schema apart). */
import { readFileSync } from 'node:fs';
import { citationFile, zenodoMetadata } from '../cite-the-project.ts';
import { command, DATA, DATA_USAGE, usage } from '../command.ts';
import type { Dataset } from '../dataset.ts';
import { fieldsPage } from '../fields-page.ts';
import { formatFile, writeFiles, type Files } from '../format-file.ts';
import { parsedData } from '../valid-data.ts';
import { coveragePage } from './coverage.ts';

export async function docFiles(data: Dataset): Promise<Files> {
  const software = (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version;
  const files: Files = new Map([
    ['docs/coverage.md', coveragePage(data)],
    ['data/FIELDS.md', fieldsPage()],
    ['CITATION.cff', citationFile(data.release, software)],
    ['.zenodo.json', JSON.stringify(zenodoMetadata(data.release))],
  ]);
  for (const [path, text] of files) files.set(path, await formatFile(path, text));
  return files;
}

const USAGE = usage(
  'docs [options]',
  'Writes the pages and metadata that are generated from the records: docs/coverage.md, data/FIELDS.md, CITATION.cff, .zenodo.json.',
  [DATA_USAGE],
);

export const docs = command(USAGE, DATA, 0, async ({ values, say }) => {
  const files = await docFiles(parsedData(values.data));
  writeFiles(files);
  say([...files.keys()].join('\n'));
  return 0;
});
