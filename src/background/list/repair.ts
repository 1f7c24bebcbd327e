/** Repairs a damaged store: rebuilds the index from the stored records if their hash is right, else erases the list. */
import { pack, unpack } from '../../list/release/packed.ts';
import { linesToText } from '../../list/release/record-lines.ts';
import { sha256 } from '../../list/release/trust.ts';
import type { ListStore } from './list-store.ts';

export async function repair(store: ListStore & { eraseList(): Promise<void> }): Promise<void> {
  const held = await store.readStored();
  if (!held) return;
  const { stored } = held;
  try {
    const lines = await unpack(stored.directory, store.readBlock);
    if ((await sha256(new TextEncoder().encode(linesToText(lines)))) !== stored.recordsHash)
      throw new Error('the hash of the stored records is not the one in the manifest');
    const packed = pack(lines);
    await store.writeList({ ...stored, directory: packed.directory }, packed, stored.manifestHash);
  } catch {
    await store.eraseList();
  }
}
