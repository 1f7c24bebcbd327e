/**
 * Adds, updates and removes the user's registers. Each register is a list of its own, never mixed with the curated one.
 */
import { FETCH, LIST, LIST_KEYS } from '../../config.ts';
import type { RegisterReport } from '../../messages.ts';
import { HEAD_LIMIT, HEAD_NAME } from '../../list/release/release.ts';
import { Refusal } from '../../list/release/refusal.ts';
import { verifyHead } from '../../list/release/trust.ts';
import { mirrorsAt } from '../list/addresses.ts';
import { fetchFrom } from '../list/fetch-file.ts';
import { resume } from './ingest.ts';
import { ensureIngestAlarm, updateIngestAlarm, startIngestAlarm } from './ingest-alarm.ts';
import { forgetOpenRegisters } from './look-up.ts';
import * as store from './register-store.ts';
import { syncRegister } from './register-sync.ts';
import { tryMirrors } from '../list/sync.ts';

let queue: Promise<void> = Promise.resolve();

/**
 * Adds the register published at an address; its head gives its id. If that register is here already, the address
 * becomes another mirror of it.
 * @throws Refusal if there is no register signed with one of our keys; then nothing is added
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

/** Runs jobs one at a time, in the order of the calls. */
const enqueue = (work: () => Promise<void>): Promise<void> => (queue = queue.catch(() => undefined).then(work));

const onStep = forgetOpenRegisters;

/** Resumes interrupted ingests. If one is running, waits for it. */
export const resumeIngests = (): Promise<void> =>
  enqueue(async () => {
    const failed = await resume({ onManySteps: ensureIngestAlarm, onStep });
    await updateIngestAlarm(failed.size > 0);
  });

export const syncRegisters = (): Promise<void> =>
  enqueue(async () => {
    const failed = await resume({ onManySteps: ensureIngestAlarm, onStep });
    // An error with one register, even in storing its sync result, must not stop the others.
    for (const added of await store.readAdded()) await syncOne(added, failed.get(added.list)).catch(() => undefined);
    forgetOpenRegisters();
    await updateIngestAlarm(failed.size > 0);
  });

async function syncOne({ list, addresses }: store.Added, unfinished: unknown): Promise<void> {
  const now = new Date().toISOString();
  const observer = { onManySteps: startIngestAlarm, onStep };
  const result = await tryMirrors(mirrorsAt(addresses), now, (get) =>
    syncRegister({ get, keys: LIST_KEYS, list, now, observer, unfinished }),
  );
  await store.writeRegisterSync(list, result);
}

export async function registerReports(): Promise<RegisterReport[]> {
  const [added, held, pending] = await Promise.all([store.readAdded(), store.readRegisters(), store.readPending()]);
  return Promise.all(
    added.map(async ({ list, addresses }) => {
      const stored = held.find((each) => each.list === list);
      const writing = pending.find((each) => each.stored.list === list);
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
        progress: writing ? writing.next / (writing.stored.plan.starts.length - 1) : null,
        lastSync: (await store.readRegisterSync(list).catch(() => undefined)) ?? null,
      };
    }),
  );
}
