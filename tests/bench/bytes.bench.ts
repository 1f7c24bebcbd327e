/**
 * The bytes of names in the download and in storage, compared with `gzip -9` of the sorted text, for made-up and real
 * lists.
 *
 *     npx tsx tests/bench/bytes.bench.ts [--sizes=1000,10000,100000,1000000] [--lists=DIR] [--json]
 *
 * Bytes are exact and the same in every run; milliseconds are medians of 3, and comparable only inside one run.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { diffColumns } from '../../src/list/register/column-delta.ts';
import { readTypedHost } from '../../src/list/names/typed-host.ts';
import { encodeColumns } from '../../src/list/register/name-columns.ts';
import { applyNames, diffNames } from '../../src/list/register/name-delta.ts';
import { NameIndexBuilder } from '../../src/list/names/name-index.ts';
import { sortNames } from '../../src/list/names/name-order.ts';
import { countNames, encodeNames, NameReader } from '../../src/list/register/name-table.ts';
import { makeNames, seeded } from './names.ts';
import { programArguments, usage } from '../../src/pipeline/arguments.ts';

const USAGE = usage(
  'tsx tests/bench/bytes.bench.ts [--sizes=…] [--lists=…] [--json]',
  'Bytes a name, on the wire and in memory: see the head of the file.',
);
const { values } = programArguments(USAGE, {
  sizes: { type: 'string', default: '1000,10000,100000,1000000' },
  /** A folder of real lists, one host per line; the project contains none of them. */
  lists: { type: 'string', default: '' },
  json: { type: 'boolean', default: false },
});

const gzipped = (bytes: Uint8Array | string): number => gzipSync(bytes, { level: 9 }).length;
const ADDED = 500;
const REMOVED = 300;

function milliseconds(task: () => void): number {
  const times = Array.from({ length: 3 }, () => {
    const start = performance.now();
    task();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[1]!;
}

/** Days and order numbers by name: one order for three names, days over ten years. */
function madeUpRows(names: readonly string[]): Map<string, [day: number, order: number]> {
  const random = seeded(6);
  const orders = Math.ceil(names.length / 3);
  return new Map(
    names.map((name) => {
      const order = Math.floor(random() * orders);
      return [name, [16_000 + Math.floor((order * 3_650) / orders), order * 3 + (order % 5)]];
    }),
  );
}

function measure(list: string, all: readonly string[]) {
  const random = seeded(8);
  // The last 500 names are added; 300 of the others are removed.
  const news = new Set(all.slice(-ADDED));
  const gone = new Set(
    Array.from({ length: REMOVED }, () => all[Math.floor(random() * Math.max(1, all.length - ADDED))]!),
  );
  const names = sortNames(all);
  const before = names.filter((name) => !news.has(name));
  const after = names.filter((name) => !gone.has(name));
  const table = encodeNames(names);
  const [beforeTable, delta] = [encodeNames(before), diffNames(before, after)];
  const packed = gzipSync(table, { level: 9 });
  const rows = madeUpRows(all);
  const columnsOf = (of: readonly string[]) => [0, 1].map((c) => Int32Array.from(of, (name) => rows.get(name)![c]!));
  const columns = encodeColumns(columnsOf(names));
  const columnDelta = diffColumns(columnsOf(before), columnsOf(after), applyNames(beforeTable, delta));
  let index: Uint8Array = new Uint8Array();
  const ingest = milliseconds(() => {
    const bytes = new Uint8Array(gunzipSync(packed));
    const builder = new NameIndexBuilder(countNames(bytes));
    const reader = new NameReader(bytes);
    for (let n = 0; n < reader.count; n++) {
      reader.next();
      builder.addKey(reader.key);
    }
    index = builder.finish().bytes;
  });
  const apply = milliseconds(() => applyNames(beforeTable, delta));
  return {
    list,
    names: names.length,
    'text gzip -9': gzipped([...names].sort().join('\n')) / names.length,
    'table gzip -9': packed.length / names.length,
    'with day and number': (packed.length + gzipped(columns)) / names.length,
    'index B/name': index.length / names.length,
    [`delta B/change (+${ADDED} -${REMOVED})`]: gzipped(delta) / (news.size + gone.size),
    'with day and number, B/change': (gzipped(delta) + gzipped(columnDelta)) / (news.size + gone.size),
    'unzip, decode and index ms': ingest,
    'apply delta ms': apply,
  };
}

const rows = values.sizes.split(',').map((size) => measure('made up', makeNames(Number(size))));
for (const file of values.lists && existsSync(values.lists) ? readdirSync(values.lists).sort() : []) {
  const hosts = new Set<string>();
  let refused = 0;
  for (const line of readFileSync(join(values.lists, file), 'utf8').split('\n')) {
    if (line.trim() === '') continue;
    const read = readTypedHost(line);
    if ('host' in read) hosts.add(read.host);
    else refused++;
  }
  rows.push(measure(`${file}${refused > 0 ? `, ${refused} lines refused` : ''}`, [...hosts]));
}
if (values.json) console.log(JSON.stringify(rows, null, 2));
else
  console.table(
    rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([key, value]) => [key, typeof value === 'number' ? Number(value.toFixed(2)) : value]),
      ),
    ),
  );
