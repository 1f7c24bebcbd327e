/** The bulk check beside the page, so that the page never freezes. To cancel, the page ends this worker. */
import { BadInput } from '../../bulk/bad-input.ts';
import { bulkAnswer } from '../../bulk/bulk-answer.ts';
import { bulkCsv, bulkJson, type BulkAnswer } from '../../bulk/bulk-export.ts';
import { readInput } from '../../bulk/read-input.ts';
import { decodeBytes } from '../../bulk/text-encoding.ts';
import { endingOf } from '../../list/names/ending.ts';
import { MOST_ENTRIES, type CheckJob, type Job, type Report } from './protocol.ts';

const say = (report: Report) => postMessage(report);
let last: BulkAnswer | null = null;

onmessage = ({ data }: MessageEvent<Job>) => {
  if (data.what === 'check')
    void check(data).catch((error: unknown) =>
      say({ step: 'refused', reason: error instanceof BadInput ? error.message : String(error) }),
    );
  else if (last)
    say({ step: 'file', format: data.format, text: data.format === 'csv' ? bulkCsv(last) : bulkJson(last) });
};

async function check({ lines, list, expired, asOf, readOn, input, column }: CheckJob): Promise<void> {
  const { text, ...decoded } = typeof input === 'string' ? { text: input } : decodeBytes(input);
  const { entries, ...read } = readInput(text, { column, limit: MOST_ENTRIES });
  say({ step: 'working', done: 0, of: entries.length });
  const progress = (done: number) => say({ step: 'working', done, of: entries.length });
  last = await bulkAnswer(lines, list, { ...read, ...decoded, entries }, { asOf, readOn, expired, endingOf, progress });
  say({ step: 'done', answer: last });
}
