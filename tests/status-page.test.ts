/** docs/status.md: its table has the statuses of the code, and every example agrees with the real record. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { STATUS_WORDS } from '../src/words/record/terms.ts';
import { checker } from '../src/pipeline/check.ts';
import { compile } from '../src/pipeline/compile.ts';
import { readDataset } from '../src/pipeline/dataset.ts';

/** The rows of the table below a heading, as cells without backticks. */
function tableBelow(heading: string): string[][] {
  const section = readFileSync('docs/status.md', 'utf8').split(`\n## ${heading}\n`)[1]!.split('\n## ')[0]!;
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('`', '')),
  );
}

test('the table has every status, in the order of the code', () => {
  expect(tableBelow('The statuses').map(([status]) => status)).toEqual(Object.keys(STATUS_WORDS));
});

const { check } = await checker(compile(readDataset('data').dataset));
test.each(tableBelow('Examples from the record'))(
  '%s: %s as of %s, %s is %s',
  async (_, host, asOf, series, status) => {
    const line = await check(host, asOf);
    if ('error' in line) throw new Error(line.error);
    expect(series ? line.series.find((one) => one.series === series)?.status : line.status).toBe(status);
  },
);
