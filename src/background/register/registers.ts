/** Keeps the registers that the user has added: each a list of its own, never mixed with the curated one. */
import { FETCH, LIST, LIST_KEYS } from '../../config.ts';
import type { RegisterReport } from '../../messages.ts';
import { HEAD_LIMIT, HEAD_NAME } from '../../list/release/release.ts';
import { Refusal } from '../../list/release/refusal.ts';
import { verifyHead } from '../../list/release/trust.ts';
import { mirrorsAt } from '../list/addresses.ts';
import { fetchFrom } from '../list/fetch-file.ts';
import { resume } from './ingest.ts';
import { keepIngestAlarm, nextIngestAlarm, startIngestAlarm } from './ingest-alarm.ts';
import { forgetOpenRegisters } from './look-up.ts';
import * as store from './register-store.ts';
import { syncRegister } from './register-sync.ts';
import { tryMirrors } from '../list/sync.ts';

let working: Promise<void> = Promise.resolve();

/**
 * Adds the register that lies at an address, which says itself what it is called; an address of one that is here
 * becomes another mirror of it.
 * @throws Refusal where there is none that bears our signature; then nothing is added
 */
export async function addRegister(address: string): Promise<void> {
  const from = new URL(address).href;
  const { head } = await verifyHead(await fetchFrom(from, FETCH)(HEAD_NAME, HEAD_LIMIT), LIST_KEYS);
  if (head.list === LIST)
    throw new Refusal('other-list', 'this is the address of Listmark’s own list, not of a register');
  const before = (await store.readAdded()).find(({ list }) => list === head.list);
  await store.writeAdded({ list: head.list, addresses: [...new Set([...(before?.addresses ?? []), from])] });
  await syncRegisters();
}

export async function removeRegister(list: string): Promise<void> {
  await store.removeRegister(list);
  forgetOpenRegisters();
}

/** One piece of work at a time, in the order in which they were asked for. */
const inTurn = (work: () => Promise<void>): Promise<void> => (working = working.catch(() => undefined).then(work));

const onStep = forgetOpenRegisters;

/** Goes on with an ingest that was cut short; while one is under way this only waits for it. */
export const resumeIngests = (): Promise<void> =>
  inTurn(async () => {
    const failed = await resume({ onLong: keepIngestAlarm, onStep });
    await nextIngestAlarm(failed.size > 0);
  });

export const syncRegisters = (): Promise<void> =>
  inTurn(async () => {
    const failed = await resume({ onLong: keepIngestAlarm, onStep });
    // What goes wrong with one, be it the storing of why, is nothing to the others.
    for (const added of await store.readAdded()) await syncOne(added, failed.get(added.list)).catch(() => undefined);
    forgetOpenRegisters();
    await nextIngestAlarm(failed.size > 0);
  });

async function syncOne({ list, addresses }: store.Added, unfinished: unknown): Promise<void> {
  const now = new Date().toISOString();
  const watch = { onLong: startIngestAlarm, onStep };
  const check = await tryMirrors(mirrorsAt(addresses), now, (get) =>
    syncRegister({ get, keys: LIST_KEYS, list, now, watch, unfinished }),
  );
  await store.writeRegisterSync(list, check);
}

export async function registerReports(): Promise<RegisterReport[]> {
  const [added, held, pending] = await Promise.all([store.readAdded(), store.readRegisters(), store.readPending()]);
  return Promise.all(
    added.map(async ({ list, addresses }) => {
      const stored = held.find((each) => each.list === list);
      const going = pending.find((each) => each.stored.list === list);
      return {
        list,
        addresses,
        held: stored
          ? {
              about: stored.about,
              count: stored.count,
              sequence: stored.sequence,
              published: stored.published.slice(0, 10),
              expires: stored.expires,
            }
          : null,
        progress: going ? going.next / (going.stored.plan.starts.length - 1) : null,
        lastSync: (await store.readRegisterSync(list).catch(() => undefined)) ?? null,
      };
    }),
  );
}
