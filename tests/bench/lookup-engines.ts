/** The engines of the look-up bench: ours, its peers, and the floors, which no engine of this kind can beat. */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { covers, hostSpan } from '../../src/list/names/host.ts';
import { mix, PRIME, SEED } from '../../src/list/names/name-hash.ts';
import { buildNameIndex, wrapNameIndex, type NameIndex } from '../../src/list/names/name-index.ts';

/** True if the host, or the host of the address, is listed. */
export type Lookup = (text: string) => boolean;

export interface Engine {
  name: string;
  kind: 'ours' | 'peer' | 'floor';
  takes: 'host' | 'address';
  /** Fewer hosts per pass, so that a slow peer does not take most of the run. */
  slow?: true;
  /** The bytes that it stores between two runs, and the names in the order that `load` needs. */
  build(names: readonly string[]): Promise<{ stored: Uint8Array<ArrayBuffer>; names: readonly string[] }>;
  /** Loads the stored bytes, so that it can answer. */
  load(stored: Uint8Array<ArrayBuffer>, names: readonly string[]): Promise<Lookup>;
}

const bytesOf = (view: ArrayBufferView): Uint8Array<ArrayBuffer> =>
  new Uint8Array(view.buffer as ArrayBuffer, view.byteOffset, view.byteLength).slice();

/** Ours, with the check of every hit against the exact name, because the other engines are exact too. */
function confirmed(index: NameIndex, names: readonly string[]): (text: string, start: number, end: number) => boolean {
  const out: number[] = [];
  return (text, start, end) => {
    const found = index.find(text, start, end, out);
    for (let i = 0; i < found; i++) if (covers(names[out[i]!]!, text.slice(start, end))) return true;
    return false;
  };
}

const buildOurs: Engine['build'] = async (names) => {
  const { bytes, order } = buildNameIndex(names);
  return { stored: bytes, names: Array.from(order, (n) => names[n]!) };
};

const nothing: Engine['build'] = async () => ({ stored: new Uint8Array(), names: [] });

/** @param peers a folder in whose node_modules the peers are installed. */
export function makeEngines(peers: string): Engine[] {
  const require = createRequire(`${peers}/package.json`);
  const load = async (module: string): Promise<unknown> => import(pathToFileURL(require.resolve(module)).href);
  return [
    {
      name: 'listmark, host',
      kind: 'ours',
      takes: 'host',
      build: buildOurs,
      load: async (stored, names) => {
        const check = confirmed(wrapNameIndex(stored), names);
        return (host) => check(host, 0, host.length);
      },
    },
    {
      name: 'listmark, address',
      kind: 'ours',
      takes: 'address',
      build: buildOurs,
      load: async (stored, names) => {
        const check = confirmed(wrapNameIndex(stored), names);
        return (address) => {
          const span = hostSpan(address);
          return span !== null && check(address, span.start, span.end);
        };
      },
    },
    {
      name: 'listmark, new URL(address).hostname',
      kind: 'ours',
      takes: 'address',
      build: buildOurs,
      load: async (stored, names) => {
        const check = confirmed(wrapNameIndex(stored), names);
        return (address) => {
          const host = new URL(address).hostname;
          return check(host, 0, host.length);
        };
      },
    },
    {
      name: 'Set, parent walk',
      kind: 'peer',
      takes: 'host',
      build: async (names) => ({ stored: new TextEncoder().encode(names.join('\n')), names: [] }),
      load: async (stored) => {
        const set = new Set(new TextDecoder().decode(stored).split('\n'));
        return (host) => {
          for (let name = host; ;) {
            if (set.has(name)) return true;
            const dot = name.indexOf('.');
            if (dot < 0) return false;
            name = name.slice(dot + 1);
          }
        };
      },
    },
    hnTrie(false, load, require),
    hnTrie(true, load, require),
    ghostery(load),
    {
      name: 'floor: hash every parent, probe nothing',
      kind: 'floor',
      takes: 'host',
      build: nothing,
      load: async () => hashEveryParent,
    },
    {
      name: 'floor: read every character',
      kind: 'floor',
      takes: 'host',
      build: nothing,
      load: async () => readEveryCharacter,
    },
  ];
}

interface HNTrie {
  setNeedle(host: string): { matches(trie: number): number };
  createTrieFromIterable(names: readonly string[]): number;
  toSelfie(): { buf32: Uint32Array; checksum: number };
  fromSelfie(selfie: { buf32: Uint32Array; checksum: number }): boolean;
  enableWASM(fetch: (path: string) => Promise<WebAssembly.Module>, path: string): Promise<boolean>;
}

/** uBlock Origin's trie of host names. Its stored form is a buffer, its root and a checksum over the buffer. */
function hnTrie(wasm: boolean, load: (module: string) => Promise<unknown>, require: NodeJS.Require): Engine {
  const make = async (): Promise<HNTrie> => {
    const { default: Container } = (await load('@gorhill/ubo-core/js/hntrie.js')) as { default: new () => HNTrie };
    const trie = new Container();
    const compile = (path: string) =>
      WebAssembly.compile(new Uint8Array(require(`@gorhill/ubo-core${path}.wasm.json`) as number[]));
    if (wasm && !(await trie.enableWASM(compile, '/js/wasm/'))) throw new Error('The trie did not take its WASM.');
    return trie;
  };
  return {
    name: `ubo-core HNTrie, ${wasm ? 'WASM' : 'JS'}`,
    kind: 'peer',
    takes: 'host',
    build: async (names) => {
      const trie = await make();
      const root = trie.createTrieFromIterable(names);
      const { buf32, checksum } = trie.toSelfie();
      const words = new Uint32Array(2 + buf32.length);
      words.set([root, checksum]);
      words.set(buf32, 2);
      return { stored: bytesOf(words), names: [] };
    },
    load: async (stored) => {
      const trie = await make();
      const words = new Uint32Array(stored.buffer, stored.byteOffset, stored.length / 4);
      const root = words[0]!;
      // slice: the container keeps the buffer.
      if (!trie.fromSelfie({ buf32: words.slice(2), checksum: words[1]! | 0 }))
        throw new Error('The trie refused its own bytes.');
      return (host) => trie.setNeedle(host).matches(root) >= 0;
    },
  };
}

interface Ghostery {
  FiltersEngine: { parse(filters: string): GhosteryEngine; deserialize(bytes: Uint8Array): GhosteryEngine };
  Request: { fromRawDetails(details: { url: string; type: string }): unknown };
}
interface GhosteryEngine {
  match(request: unknown): { match: boolean };
  serialize(): Uint8Array;
}

function ghostery(load: (module: string) => Promise<unknown>): Engine {
  return {
    name: '@ghostery/adblocker',
    kind: 'peer',
    takes: 'address',
    slow: true,
    build: async (names) => {
      const { FiltersEngine } = (await load('@ghostery/adblocker')) as Ghostery;
      return {
        stored: bytesOf(FiltersEngine.parse(names.map((name) => `||${name}^$document`).join('\n')).serialize()),
        names: [],
      };
    },
    load: async (stored) => {
      const { FiltersEngine, Request } = (await load('@ghostery/adblocker')) as Ghostery;
      const engine = FiltersEngine.deserialize(stored);
      return (url) => engine.match(Request.fromRawDetails({ url, type: 'main_frame' })).match;
    },
  };
}

/** A good hash of the host and of every parent: what a hash table has to compute before it reads any memory. */
function hashEveryParent(host: string): boolean {
  const prime = PRIME;
  let state = SEED;
  let sum = 0;
  for (let i = host.length - 1; i >= 0; i--) {
    const c = host.charCodeAt(i);
    if (c === 46) sum ^= mix(state);
    state = Math.imul(state ^ c, prime);
  }
  return (sum ^ mix(state)) === 0;
}

function readEveryCharacter(host: string): boolean {
  let sum = 0;
  for (let i = host.length - 1; i >= 0; i--) sum = (sum + host.charCodeAt(i)) | 0;
  return sum === 0;
}
