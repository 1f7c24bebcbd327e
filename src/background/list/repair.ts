/** Mends a damaged store from itself where its records are whole, and empties it where they are not. */
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
      throw new Error('the stored records were changed');
    const packed = pack(lines);
    await store.writeList({ ...stored, directory: packed.directory }, packed, stored.manifestHash);
  } catch {
    await store.eraseList();
  }
}
