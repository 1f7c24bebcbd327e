/**
 * The interface of a list store. `store.ts` implements it in IndexedDB, `memory-store.ts` in memory for when IndexedDB
 * fails.
 */
import type { Directory, Packed, ReadBlock } from '../../list/release/packed.ts';

/** The metadata of the stored release. */
export interface Stored {
  origin: 'bundled' | 'network';
  sequence: number;
  manifestHash: string;
  /** SHA-256 of the records as text. `repair` verifies the stored content against it. */
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
   * Replaces the whole stored list.
   * @param replaces manifest hash of the list to replace, null for none
   * @returns false if another worker has stored a list meanwhile; then nothing is written
   */
  writeList(stored: Stored, packed: Packed, replaces: string | null): Promise<boolean>;
  /**
   * Stores new dates and key for the stored release, whose head was signed again.
   * @param manifestHash of the release that they belong to; does nothing if another one is stored
   */
  renewStored(manifestHash: string, dates: SignedDates): Promise<void>;
}
