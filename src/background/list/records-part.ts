/** Hands the records of the list to the explorer, part by part. */
import type { RecordsPart } from '../../messages.ts';
import { unpackPart } from '../../list/release/packed.ts';
import { withList } from './open-list.ts';

/** As `records` in messages.ts says. */
export const recordsPart = (part: number): Promise<RecordsPart | null> =>
  withList(async ({ stored, store }) => {
    const held = await unpackPart(stored.directory, store.readBlock, part);
    return held && { hash: stored.manifestHash, ...held };
  });
