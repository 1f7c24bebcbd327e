/** A whole list in memory, for programs that look up many hosts: the command line and the bulk check. */
import { keysOfHost, type Beside } from '../beside.ts';
import type { Library, Match } from '../history.ts';
import { wrapNameIndex } from '../names/name-index.ts';
import { findBeside, findMatches, LIBRARY, NAMELESS, pack, readLibrary } from './packed.ts';
import type { Lines } from './record-lines.ts';

export interface ListInMemory {
  library: Library;
  /** A fast test. False: the list names neither the host nor a name above it. True: `find` must confirm it. */
  mayName(host: string): boolean;
  find(host: string, path: string): Promise<Match[]>;
  /** True if a name is on record without an address that is the host's own. */
  hasNameOf(host: string): boolean;
  /** What is on record beside a host that `find` finds nothing of. */
  beside(host: string): Promise<Beside>;
}

/** @throws Refusal if a record cannot be read */
export async function listInMemory(lines: Lines): Promise<ListInMemory> {
  const packed = pack(lines);
  const index = wrapNameIndex(packed.index.buffer);
  const read = (name: string) => Promise.resolve(packed.blocks.get(name));
  const nameless = new Set(((packed.blocks.get(NAMELESS) ?? []) as [key: string, json: string][]).map(([key]) => key));
  return {
    library: packed.blocks.has(LIBRARY) ? await readLibrary(read) : { series: {}, sources: {} },
    mayName: (host) => index.find(host, 0, host.length, []) > 0,
    find: (host, path) => findMatches(index, packed.directory, read, host, path),
    hasNameOf: (host) => mayHaveKey(host, nameless) && keysOfHost(host).some((key) => nameless.has(key)),
    beside: (host) => findBeside(index, packed.directory, read, host),
  };
}

/** A fast test before `keysOfHost`: true if a label of the host, or all of them in one, can be one of the keys. */
function mayHaveKey(host: string, keys: ReadonlySet<string>): boolean {
  if (host.includes('xn--')) return true;
  const bare = host.replace(/^www\.|[-_]/g, '');
  return keys.has(bare.replaceAll('.', '')) || bare.split('.').some((label) => keys.has(label));
}
