/** The bulk check beside the page, so that the page never freezes. To cancel, the page ends this worker. */
import { BadInput } from '../../bulk/bad-input.ts';
import { checkEntries } from '../../bulk/bulk-check.ts';
import { bulkCsv, bulkJson, type BulkAnswer } from '../../bulk/bulk-export.ts';
import { readInput } from '../../bulk/read-input.ts';
import { decodeBytes } from '../../bulk/text-encoding.ts';
import { endingOf } from '../../list/names/ending.ts';
import { listInMemory } from '../../list/release/list-in-memory.ts';
import { linesToText, sorted } from '../../list/release/record-lines.ts';
import { sha256 } from '../../list/release/trust.ts';
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
  // The store hands them over in blocks; the hash is of the sorted text.
  const records = linesToText(sorted(lines));
  last = {
    list: { ...list, recordsHash: await sha256(new TextEncoder().encode(records)) },
    asOf,
    readOn,
    input: { ...read, ...decoded, entries: entries.length },
    rows: await checkEntries(entries, await listInMemory(lines), {
      asOf,
      readOn,
      expired,
      endingOf,
      progress: (done) => say({ step: 'working', done, of: entries.length }),
    }),
  };
  say({ step: 'done', answer: last });
}
