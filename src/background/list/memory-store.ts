/** Keeps the list in memory until the worker ends, for when the browser refuses or has lost its database. */
import type { Packed } from '../../list/release/packed.ts';
import type { ListStore, Stored } from './list-store.ts';

interface Held {
  stored: Stored;
  packed: Packed;
}

export function memoryStore(): ListStore & { held(): Held | null } {
  let held: Held | null = null;
  return {
    held: () => held,
    readStored: async () => held && { stored: held.stored, index: held.packed.index.buffer },
    readBlock: async (name) => held?.packed.blocks.get(name),
    async writeList(stored, packed, replaces) {
      if ((held?.stored.manifestHash ?? null) !== replaces) return false;
      held = { stored, packed };
      return true;
    },
    async renewStored(manifestHash, dates) {
      if (held?.stored.manifestHash === manifestHash) held = { ...held, stored: { ...held.stored, ...dates } };
    },
  };
}
