/** Where the list is kept while the browser refuses its database or has lost it: in memory, until the worker ends. */
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
    async writeList(stored, packed, instead) {
      if ((held?.stored.manifestHash ?? null) !== instead) return false;
      held = { stored, packed };
      return true;
    },
    async renewStored(of, dates) {
      if (held?.stored.manifestHash === of) held = { ...held, stored: { ...held.stored, ...dates } };
    },
  };
}
