/** What a bulk check answers, and how it is exported: one row for every entry, nothing dropped, and repeatable. */
import { describe, expect, it } from 'vitest';
import { checkEntries, type BulkOptions } from '../../src/bulk/bulk-check.ts';
import { bulkCsv, bulkJson, type BulkAnswer } from '../../src/bulk/bulk-export.ts';
import { readInput } from '../../src/bulk/read-input.ts';
import { endingOf } from '../../src/list/names/ending.ts';
import { listInMemory } from '../../src/list/release/list-in-memory.ts';
import { compile } from '../../src/pipeline/compile.ts';
import { exampleMarket } from '../fixtures.ts';
import { soundData } from '../pipeline/rules-data.ts';

const data = soundData();
data.markets.push({
  ...exampleMarket('nameless-market'),
  name: 'Nameless Site',
  domains: [],
  events: [{ kind: 'listed', source: 'xx-list-2020', domains: 'market-only', verification: 'act', locator: 'p. 2' }],
});
const list = await listInMemory(compile(data));
const OPTIONS: BulkOptions = { asOf: '2022-06-01', readOn: '2026-11-28', expired: false, endingOf };
const check = async (text: string, options: Partial<BulkOptions> = {}) =>
  checkEntries(readInput(text).entries, list, { ...OPTIONS, ...options });

describe('Each entry gives one row, with its line', () => {
  it('a named host: status, first and last naming, the strongest evidence, market', async () => {
    const [row] = await check('\nhttps://first.example.org/a?b\n');
    expect(row).toMatchObject({
      outcome: 'checked',
      line: 2,
      input: 'https://first.example.org/a?b',
      host: 'first.example.org',
      path: '/a',
      status: 'blocked',
      first: '2021-01-14',
      last: '2022-03-01',
      evidence: 'court-order',
      verification: 'act',
      markets: [{ id: 'first-market', name: 'Some market' }],
      note: 'Left out: the query “?b”.',
    });
    expect(row).toHaveProperty('says', expect.stringContaining('Ordered blocked'));
  });
  it('as of an earlier day, only what was known by then', async () => {
    expect(await check('first.example.org', { asOf: '2021-06-01' })).toMatchObject([
      { status: 'listed', last: '2021-01-14', evidence: 'government-list' },
    ]);
    expect(await check('first.example.org', { asOf: '2019-01-01' })).toMatchObject([
      { status: 'on-record', first: '', evidence: '' },
    ]);
  });
  it('duplicates, no hosts and public suffixes are told with the reason, in their place', async () => {
    const rows = await check('a.example\nA.example/\nsite one\nco.uk\ngithub.io\n192.0.2.1\na.example/x');
    expect(rows.map(({ line, outcome }) => `${line} ${outcome}`)).toEqual([
      '1 checked',
      '2 duplicate',
      '3 invalid',
      '4 public-suffix',
      '5 public-suffix',
      '6 checked',
      '7 checked',
    ]);
    expect(rows[1]).toHaveProperty('reason', 'The same as line 1.');
    expect(rows[5]).toHaveProperty('status', 'unknown');
  });
  it('a host that nothing names is never called clear, and what is on record beside it is told', async () => {
    const rows = await check('nothing.example\nnamelesssite.example');
    expect(rows).toMatchObject([
      {
        status: 'not-listed',
        says: expect.stringMatching(/^Not named by this address.*Not listed is not clearance\.$/),
      },
      { status: 'not-listed', says: expect.stringMatching(/Nameless Site.*Not listed is not clearance\.$/) },
    ]);
  });
  it('an out-of-date list says of what it does not name that it is not known', async () => {
    expect(await check('nothing.example\nfirst.example.org', { expired: true })).toMatchObject([
      { status: 'unknown', says: expect.stringContaining('out of date') },
      { status: 'blocked' },
    ]);
  });
  it('a line of a million characters is refused, and cut', async () => {
    const [row] = await check(`${'a'.repeat(1_000_000)}.example`);
    expect(row).toMatchObject({ outcome: 'invalid', reason: expect.stringContaining('1000008 characters') });
    expect(row!.input.length).toBeLessThan(300);
  });
  it('reports its progress, and is done at the end', async () => {
    const done: number[] = [];
    await check(Array.from({ length: 4500 }, (_, n) => `a${n}.example`).join('\n'), {
      progress: (count) => done.push(count),
    });
    expect(done).toEqual([2000, 4000, 4500]);
  });
});

describe('The export', () => {
  const answer = async (text: string): Promise<BulkAnswer> => {
    const { entries, ...input } = readInput(text);
    return {
      list: { sequence: 7, published: '2026-11-20', recordsHash: 'ab'.repeat(32) },
      asOf: OPTIONS.asOf,
      readOn: OPTIONS.readOn,
      input: { ...input, entries: entries.length, encoding: 'utf-8', why: 'every byte of it is valid UTF-8' },
      rows: await checkEntries(entries, list, OPTIONS),
    };
  };
  it('CSV: one row an entry, each with release, hash and day; no cell is a formula', async () => {
    const csv = bulkCsv(await answer('first.example.org\n=HYPERLINK("https://a.example")\nfirst.example.org'));
    const lines = csv.slice(1).trimEnd().split('\r\n');
    expect(csv[0]).toBe('\uFEFF');
    expect(lines).toHaveLength(4);
    expect(lines[1]).toMatch(/^1,first\.example\.org,checked,first\.example\.org,\/,blocked,/);
    expect(lines[2]).toMatch(/^2,"'=HYPERLINK\(""https:/);
    expect(lines[3]).toMatch(/^3,first\.example\.org,duplicate,.*The same as line 1\./);
    for (const line of lines.slice(1))
      expect(line).toMatch(new RegExp(`,2022-06-01,2026-11-28,7,2026-11-20,${'ab'.repeat(32)},CC-BY-4\\.0$`));
    const width = lines[0]!.split(',').length;
    expect(lines[3]!.split(',')).toHaveLength(width);
  });
  it('JSON: how the input was read, and the same rows', async () => {
    const made = await answer('# x\nfirst.example.org\nnot a host!\n');
    const read = JSON.parse(bulkJson(made)) as Record<string, unknown>;
    expect(read).toMatchObject({
      kind: 'listmark-bulk-check',
      asOf: '2022-06-01',
      release: 7,
      recordsHash: 'ab'.repeat(32),
      input: { format: 'lines', lines: 3, entries: 2, left: { comments: 1 }, encoding: 'utf-8' },
      rows: made.rows,
    });
  });
});
