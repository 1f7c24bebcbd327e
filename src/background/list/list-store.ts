/** What keeping a list takes. `store.ts` does it in IndexedDB, `memory-store.ts` in memory where that is refused. */
import type { Directory, Packed, ReadBlock } from '../../list/release/packed.ts';

/** What is known of the stored release besides its content. */
export interface Stored {
  origin: 'bundled' | 'network';
  sequence: number;
  manifestHash: string;
  /** SHA-256 of the records as text, by which the content can be proved at any time. */
  recordsHash: string;
  /** Id of the key that signed the head. */
  key: string;
  published: string;
  issued: string;
  expires: string;
  directory: Directory;
}

export type SignedDates = Pick<Stored, 'issued' | 'expires' | 'key'>;

export interface ListStore {
  readStored(): Promise<{ stored: Stored; index: ArrayBuffer } | null>;
  readBlock: ReadBlock;
  /**
   * Replaces the stored list by another, whole.
   * @param instead manifest hash of the list that it replaces, null for none
   * @returns false where another list is stored by now: another worker was quicker, and nothing is written
   */
  writeList(stored: Stored, packed: Packed, instead: string | null): Promise<boolean>;
  /** The head was signed anew for the release that is stored: only its dates and key change. */
  renewStored(of: string, dates: SignedDates): Promise<void>;
}
