/**
 * A client in Node: the worker's own sync, fetch and store with an in-memory IndexedDB. Import "fake-indexeddb/auto"
 * first.
 */
import type { JSONWebKeySet } from 'jose';
import { fetchFrom } from '../../src/background/list/fetch-file.ts';
import * as store from '../../src/background/list/store.ts';
import { sync, syncFrom } from '../../src/background/list/sync.ts';
import { unpack } from '../../src/list/release/packed.ts';
import { linesToText } from '../../src/list/release/record-lines.ts';
import { sha256 } from '../../src/list/release/trust.ts';
import { getFrom } from '../fixtures.ts';
import type { Client, Outcome } from './world.ts';

const YEAR = 365.25 * 86_400_000;

export function nodeClient(address: string, keys: JSONWebKeySet): Client {
  let addresses = [address];
  let shift = 0;
  const parts = () => ({ store, keys, list: 'curated', now: new Date(Date.now() + shift).toISOString() });
  return {
    async sync(): Promise<Outcome> {
      const mirrors = addresses.map((each) => ({
        name: new URL(each).host,
        get: fetchFrom(each, { timeout: 500, pace: 100_000 }),
      }));
      const { outcome, code, reason } = await syncFrom(mirrors, { ...parts(), origin: 'network' });
      return { outcome, code, reason, line: null };
    },
    async held() {
      const { stored } = (await store.readStored())!;
      return {
        sequence: stored.sequence,
        records: await sha256(new TextEncoder().encode(linesToText(await unpack(stored.directory, store.readBlock)))),
      };
    },
    async shiftClock(years) {
      shift = years * YEAR;
    },
    async update(change) {
      keys = change.keys ?? keys;
      addresses = change.addresses ?? addresses;
      if (change.bundle) await sync({ get: getFrom(change.bundle.files), ...parts(), origin: 'bundled' });
    },
  };
}
