/** Finds entries by their words; typing errors and beginnings of words are tolerated. */
import MiniSearch from 'minisearch';
import { readTypedHost } from '../../list/names/typed-host.ts';
import type { Entry } from './entries.ts';

export interface Engine {
  entries: readonly Entry[];
  /** Entries with every word of the query, best first; all entries if there is no word. */
  find(query: string): readonly Entry[];
}

const FIELDS = ['title', 'names', 'domains', 'numbers', 'bodies'] as const;
/** Shorter words may differ in no letter, or "mp3" finds "mp4". */
const SHORTEST_FUZZY = 4;

export function engineOf(entries: readonly Entry[]): Engine {
  const byKey = new Map(entries.map((entry) => [entry.key, entry]));
  const index = new MiniSearch<Entry>({
    idField: 'key',
    fields: [...FIELDS],
    processTerm: plain,
    searchOptions: {
      combineWith: 'AND',
      prefix: true,
      fuzzy: (term) => (term.length < SHORTEST_FUZZY ? false : 0.2),
      boost: { title: 3, names: 2, domains: 2 },
      // A market stands before the documents about it.
      boostDocument: (key) => ((key as string).startsWith('market ') ? 2 : 1),
    },
  });
  index.addAll([...entries]);
  return {
    entries,
    find(query) {
      const words = wordsOf(query);
      return words === '' ? entries : index.search(words).map(({ id }) => byKey.get(id as string)!);
    },
  };
}

/** Lower case without accents. */
const plain = (term: string): string => term.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** The words to search: of a pasted web address its host alone. */
function wordsOf(query: string): string {
  const text = query.trim();
  if (!/^[a-z]+:\/\//i.test(text)) return text;
  const read = readTypedHost(text);
  return 'host' in read ? read.host.replace(/^www\./, '') : text;
}
