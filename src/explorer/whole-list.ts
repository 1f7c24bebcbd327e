/** The whole list in memory, as the worker hands it over. docs/decisions/0080 says why in parts. */
import type { Library } from '../list/history.ts';
import type { Country, Market } from '../list/records.ts';
import { libraryIn } from '../list/release/packed.ts';
import { recordsOf, type Lines } from '../list/release/record-lines.ts';
import { ask, type ListReport, type RecordsPart } from '../messages.ts';

export type ReadyList = Extract<ListReport, { state: 'ready' }>;

export interface WholeList {
  /** Release, hash and dates of the list that the records are from. */
  list: ReadyList;
  /** All records as the list holds them. */
  lines: Lines;
  library: Library;
  /** Sorted by id. */
  markets: readonly Market[];
  /** Sorted by id, the ISO 3166 code in lower case. */
  countries: readonly Country[];
}

/** A sync may store a newer release while the parts are read; then they are read again. */
const ATTEMPTS = 3;

/**
 * @returns the report alone if there is no list
 * @throws Error if the worker does not answer, or if the list changes at every attempt
 */
export async function readWholeList(): Promise<WholeList | Extract<ListReport, { state: 'none' }>> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const first = await ask('records', { part: 0 });
    const rest = await Promise.all(
      Array.from({ length: (first?.parts ?? 1) - 1 }, (_, n) => ask('records', { part: n + 1 })),
    );
    // After the records, as asking for them may have switched to another list.
    const list = await ask('list', null);
    if (list.state === 'none') return list;
    const parts = [first, ...rest];
    if (parts.every((part): part is RecordsPart => part?.hash === list.hash))
      return wholeListOf(list, new Map(parts.flatMap((part) => part.lines)));
  }
  throw new Error('the list changed while it was read');
}

export function wholeListOf(list: ReadyList, lines: Lines): WholeList {
  return {
    list,
    lines,
    library: libraryIn(lines),
    markets: recordsOf('market', lines),
    countries: recordsOf('country', lines),
  };
}
