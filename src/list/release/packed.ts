/**
 * A stored list: the index as one buffer, everything else as immutable blocks that are read only on a hit. Writing
 * 100,000 rows to IndexedDB takes nine seconds; as 256 blocks a quarter of a second.
 */
import { keysOfHost, nameKey, nearTo, type Beside, type NameWithoutAddress } from '../beside.ts';
import { covers } from '../names/host.ts';
import type { Market, Source } from '../records.ts';
import { buildNameIndex, type NameIndex } from '../names/name-index.ts';
import { keyOf, readRecord, recordsOf, sorted, type Lines } from './record-lines.ts';
import { Refusal } from './refusal.ts';
import { libraryOf, type Library, type Match } from '../history.ts';
import type { Bytes } from './trust.ts';
import { matchMarkets } from '../look-up.ts';

/** Names per block. The block of a name is its position in the index divided by this. */
const NAMES_PER_BLOCK = 256;
const MARKETS_PER_BLOCK = 16;

/** One listed name with the ids of its markets, in the order of the index. */
export type NameEntry = readonly [name: string, ...markets: string[]];

export interface Directory {
  /** Id of the first market of each block, in order. */
  markets: string[];
  /** Counts for the status line. */
  counts: { markets: number; sources: number; series: number; countries: number; names: number };
}

export type Block = NameEntry[] | [key: string, json: string][];

export interface Packed {
  index: Bytes;
  directory: Directory;
  /** Keys: `blockOfNames`, `blockOfMarkets` and `LIBRARY`. */
  blocks: Map<string, Block>;
}

/** Reads a stored block; undefined means that the store is damaged. */
export type ReadBlock = (name: string) => Promise<Block | undefined>;

const blockOfNames = (position: number): string => `names ${Math.floor(position / NAMES_PER_BLOCK)}`;
const blockOfMarkets = (number: number): string => `markets ${number}`;
export const LIBRARY = 'library';
/** Names of markets without a domain, by `nameKey`. */
export const NAMELESS = 'without an address';

/** Packs the records of a release for the store. @throws Refusal if a record cannot be read */
export function pack(lines: Lines): Packed {
  const markets = recordsOf('market', lines);
  const byName = new Map<string, string[]>();
  for (const market of markets)
    for (const { name } of market.domains) {
      const ids = byName.get(name) ?? [];
      if (!ids.includes(market.id)) byName.set(name, [...ids, market.id]);
    }
  const names = [...byName.keys()].sort();
  const { bytes, order } = buildNameIndex(names);
  const blocks = new Map<string, Block>();
  const entries = [...order].map((number): NameEntry => [names[number]!, ...byName.get(names[number]!)!]);
  for (let at = 0; at < entries.length; at += NAMES_PER_BLOCK)
    blocks.set(blockOfNames(at), entries.slice(at, at + NAMES_PER_BLOCK));
  const marketLines = markets.map(({ id }): [string, string] => [keyOf('market', id), lines.get(keyOf('market', id))!]);
  const directory: string[] = [];
  for (let at = 0; at < marketLines.length; at += MARKETS_PER_BLOCK) {
    blocks.set(blockOfMarkets(directory.length), marketLines.slice(at, at + MARKETS_PER_BLOCK));
    directory.push(markets[at]!.id);
  }
  blocks.set(
    LIBRARY,
    [...lines].filter(([key]) => !key.startsWith('market ')),
  );
  blocks.set(NAMELESS, namesWithoutAddress(lines, markets));
  const count = (kind: string) => [...lines.keys()].filter((key) => key.startsWith(`${kind} `)).length;
  const counts = {
    markets: markets.length,
    sources: count('source'),
    series: count('series'),
    countries: count('country'),
    names: names.length,
  };
  return { index: bytes, directory: { markets: directory, counts }, blocks };
}

function namesWithoutAddress(lines: Lines, markets: readonly Market[]): [key: string, json: string][] {
  const sources = new Map(recordsOf('source', lines).map((source) => [source.id, source]));
  const labels = new Map(recordsOf('series', lines).map(({ id, label }) => [id, label]));
  return markets
    .filter(({ domains }) => !domains.length)
    .flatMap(({ id, name, otherNames = [], events }) => {
      const named = namedBy(events, (source) => sources.get(source)!, labels);
      const json = JSON.stringify({ id, name, ...named } satisfies Nameless);
      return [...new Set([name, ...otherNames].map(nameKey))].map((key): [string, string] => [key, json]);
    });
}

/** Which series name a market, and whether it is reported removed or closed. */
function namedBy(
  events: Market['events'],
  sourceOf: (id: string) => Source,
  labels: ReadonlyMap<string, string>,
): Pick<NameWithoutAddress, 'by' | 'closed'> {
  const labelOf = ({ source }: Market['events'][number]) => labels.get(sourceOf(source).series)!;
  const naming = events.filter(({ kind }) => kind !== 'closed' && kind !== 'delisted');
  const by = [...new Set(naming.map(labelOf))].map((label) => {
    const last = events.findLast((event) => labelOf(event) === label)!;
    if (last.kind !== 'delisted') return { label };
    const { edition, date } = sourceOf(last.source);
    return { label, removed: { ...(edition !== undefined && { edition }), date } };
  });
  const closed = events.findLast(({ kind }) => kind === 'closed');
  return { by, ...(closed && { closed: closed.date ?? sourceOf(closed.source).date }) };
}

type Nameless = NameWithoutAddress & { id: string };

/** The record lines of a stored list, to which the next delta applies. @throws Refusal if a block is missing */
export async function unpack(directory: Directory, read: ReadBlock): Promise<Lines> {
  const names = [LIBRARY, ...directory.markets.map((_, number) => blockOfMarkets(number))];
  const blocks = await Promise.all(names.map((name) => requireBlock(read, name)));
  return sorted(blocks.flatMap((block) => block as [string, string][]));
}

/** Blocks of markets in one part. */
const BLOCKS_PER_PART = 16;

/**
 * The record lines in parts of a bounded number of markets, for whoever cannot take them all at once. The first part
 * holds everything but the markets.
 * @returns null if there is no part of this number
 * @throws Refusal if a block is missing
 */
export async function unpackPart(
  directory: Directory,
  read: ReadBlock,
  part: number,
): Promise<{ parts: number; lines: [key: string, json: string][] } | null> {
  const blocks = directory.markets.map((_, number) => blockOfMarkets(number));
  const parts = 1 + Math.ceil(blocks.length / BLOCKS_PER_PART);
  if (part >= parts) return null;
  const names = part ? blocks.slice((part - 1) * BLOCKS_PER_PART, part * BLOCKS_PER_PART) : [LIBRARY];
  const held = await Promise.all(names.map((name) => requireBlock(read, name)));
  return { parts, lines: held.flatMap((block) => block as [string, string][]) };
}

export async function readLibrary(read: ReadBlock): Promise<Library> {
  return libraryIn(new Map((await requireBlock(read, LIBRARY)) as [string, string][]));
}

/** The library of a list, or of the lines that hold its series and sources. */
export const libraryIn = (lines: Lines): Library =>
  libraryOf({ series: recordsOf('series', lines), sources: recordsOf('source', lines) });

/**
 * The markets that cover a host. Reads nothing if the index has no candidate, as on nearly all unlisted pages. Each
 * candidate is compared with the exact name, so a hash collision never flags a site.
 * @throws Refusal if a block is missing
 */
export async function findMatches(
  index: NameIndex,
  directory: Directory,
  read: ReadBlock,
  host: string,
  path = '/',
): Promise<Match[]> {
  return matchMarkets(await candidates(index, directory, read, host), host, path);
}

/** What is on record beside a host of which `findMatches` finds nothing. */
export async function findBeside(
  index: NameIndex,
  directory: Directory,
  read: ReadBlock,
  host: string,
): Promise<Beside> {
  // A list that was stored by an earlier version has no such block.
  const [near, block = []] = await Promise.all([candidates(index, directory, read, host), read(NAMELESS)]);
  const nameless = new Map<string, NameWithoutAddress>();
  const names = new Map<string, NameWithoutAddress>();
  const keys = keysOfHost(host);
  for (const [key, json] of block as [string, string][]) {
    const { id, ...market } = JSON.parse(json) as Nameless;
    nameless.set(id, market);
    if (keys.includes(key)) names.set(id, market);
  }
  return { near: nearTo(near, host), names: [...names.values()], nameless: nameless.size };
}

/** The markets that have the host, or a name above it, among their domains. */
async function candidates(index: NameIndex, directory: Directory, read: ReadBlock, host: string): Promise<Market[]> {
  const ids = new Set<string>();
  const positions: number[] = [];
  const found = index.find(host, 0, host.length, positions);
  for (const position of positions.slice(0, found)) {
    const block = (await requireBlock(read, blockOfNames(position))) as NameEntry[];
    const entry = block[position % NAMES_PER_BLOCK];
    if (entry && covers(entry[0], host)) for (const id of entry.slice(1)) ids.add(id);
  }
  const markets = await Promise.all([...ids].map((id) => readMarket(directory, read, id)));
  return markets.filter((market) => market !== null);
}

export async function readMarket(directory: Directory, read: ReadBlock, id: string): Promise<Market | null> {
  const number = directory.markets.findLastIndex((first) => first <= id);
  if (number < 0) return null;
  const key = keyOf('market', id);
  const line = ((await requireBlock(read, blockOfMarkets(number))) as [string, string][]).find(([k]) => k === key);
  return line ? readRecord<'market'>(key, line[1]) : null;
}

async function requireBlock(read: ReadBlock, name: string): Promise<Block> {
  const block = await read(name);
  if (!block) throw new Refusal('store', `the stored list is damaged: it has no block "${name}"`);
  return block;
}
