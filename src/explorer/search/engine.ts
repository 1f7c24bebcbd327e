/** Finds entries by their words; typing errors and beginnings of words are tolerated. */
import MiniSearch, { type SearchResult } from 'minisearch';
import { readTypedHost } from '../../list/names/typed-host.ts';
import type { Entry } from './entries.ts';

export interface Engine {
  entries: readonly Entry[];
  /** Entries with every word of the query, best first; all entries if there is no word. */
  find(query: string): readonly Entry[];
}

const FIELDS = ['title', 'names', 'domains', 'numbers', 'bodies'] as const;
/** Letters that may be wrong: none in a short word, or "mp3" finds "mp4"; two where they may be exchanged. */
const wrongLetters = ({ length }: string): number => (length < 4 ? 0 : length < 6 ? 1 : 2);

export function engineOf(entries: readonly Entry[]): Engine {
  const byKey = new Map(entries.map((entry) => [entry.key, entry]));
  const index = new MiniSearch<Entry>({
    idField: 'key',
    fields: [...FIELDS],
    processTerm: plain,
    searchOptions: {
      combineWith: 'AND',
      prefix: true,
      fuzzy: wrongLetters,
      boost: { title: 5, names: 2 },
      // Long fields count nearly as much as short ones: a market with many domains is not less of a find.
      bm25: { k: 1.2, b: 0.2, d: 0.5 },
      // A market stands before the documents about it, the one of which more is known first; a government's list before
      // what was asked of it.
      boostDocument: (key) => {
        const { kind, facts } = byKey.get(key as string)!;
        if (kind === 'market') return 2 + Math.log10(facts.length);
        return kind === 'source' && facts[0]?.act === 'government-list' ? 1.5 : 1;
      },
    },
  });
  index.addAll([...entries]);
  return {
    entries,
    find(query) {
      const words = wordsOf(query);
      if (words === '') return entries;
      const found = index.search(words).map((result) => ({ result, entry: byKey.get(result.id as string)! }));
      const rank = new Map(
        found.map(({ result, entry }) => [entry, result.score * (1 + shareOf(entry.title, result))]),
      );
      return found.map(({ entry }) => entry).sort((a, b) => rank.get(b)! - rank.get(a)!);
    },
  };
}

/** How much of the title was typed, 0 to 1: "pirate bay" means The Pirate Bay before a longer title with these words. */
function shareOf(title: string, { match }: SearchResult): number {
  const inTitle = Object.values(match).filter((fields) => fields.includes('title')).length;
  return inTitle / title.trim().split(/\s+/).length;
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
