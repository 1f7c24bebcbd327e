/** Keeps the registers that the user has added: each a list of its own, never mixed with the curated one. */
import browser from 'webextension-polyfill';
import { FETCH, LIST, LIST_KEYS } from '../../config.ts';
import type { RegisterAnswer, RegisterReport } from '../../messages.ts';
import { SlicedNameIndex } from '../../list/names/name-slices.ts';
import { HEAD_LIMIT, HEAD_NAME } from '../../list/release/release.ts';
import { Refusal } from '../../list/release/refusal.ts';
import { verifyHead } from '../../list/release/trust.ts';
import { findInRegister, type ReadRegisterParts } from '../../list/register/packed-register.ts';
import { within } from '../../within.ts';
import { fetchFrom } from '../list/fetch-file.ts';
import { resume } from './ingest.ts';
import * as store from './register-store.ts';
import type { StoredRegister } from './register-store.ts';
import { syncRegister } from './register-sync.ts';
import { tryMirrors } from '../list/sync.ts';

/** Wakes the worker every half minute while a long ingest is under way: should it have died, it goes on. */
export const INGEST_ALARM = 'ingest';

interface OpenRegister {
  stored: StoredRegister;
  index: SlicedNameIndex;
  read: ReadRegisterParts;
}

/** A cache, not the truth. */
let open: Promise<OpenRegister[]> | null = null;
let working: Promise<void> = Promise.resolve();

/** What each register that names the host says of it. */
export async function inRegisters(host: string): Promise<RegisterAnswer[]> {
  const asked = open;
  try {
    return await ask(host);
  } catch (error) {
    // Another release may have taken the place of the one that was open when the worker last looked.
    if (asked === null) throw error;
    open = null;
    return ask(host);
  }
}

async function ask(host: string): Promise<RegisterAnswer[]> {
  open ??= store
    .readRegisters()
    .then((all) => all.map(openRegister))
    .catch((error: unknown) => {
      open = null;
      throw error;
    });
  const found = await Promise.all((await open).map(async ({ stored, index, read }) => ({ stored, hits: await findInRegister(index, read, host) })));
  return found.flatMap(({ stored: { list, about, labels, published, expires }, hits }) =>
    hits.length > 0 ? [{ list, about, labels, published: published.slice(0, 10), expires, hits }] : [],
  );
}

function openRegister(stored: StoredRegister): OpenRegister {
  const { list, manifestHash, plan } = stored;
  const read = {
    slices: (numbers: readonly number[]) => store.readSlices(list, manifestHash, numbers),
    block: (number: number) => store.readNameBlock(list, manifestHash, number),
  };
  return { stored, index: new SlicedNameIndex(plan), read };
}

/**
 * Adds the register that lies at an address, which says itself what it is called; an address of one that is here becomes another mirror of it.
 * @throws Refusal where there is none that bears our signature; then nothing is added
 */
export async function addRegister(address: string): Promise<void> {
  const from = new URL(address).href;
  const { head } = await verifyHead(await fetchFrom(from, FETCH)(HEAD_NAME, HEAD_LIMIT), LIST_KEYS);
  if (head.list === LIST) throw new Refusal('other-list', 'this is the address of Listmark’s own list, not of a register');
  const before = (await store.readAdded()).find(({ list }) => list === head.list);
  await store.writeAdded({ list: head.list, addresses: [...new Set([...(before?.addresses ?? []), from])] });
  await syncRegisters();
}

export async function removeRegister(list: string): Promise<void> {
  await store.removeRegister(list);
  open = null;
}

const watch = {
  onLong: async () => within(browser.alarms.create(INGEST_ALARM, { periodInMinutes: 0.5 })),
  onStep: () => (open = null),
};

/** One piece of work at a time, in the order in which they were asked for. */
const inTurn = (work: () => Promise<void>): Promise<void> => (working = working.catch(() => undefined).then(work));

/** Goes on with an ingest that was cut short; while one is under way this only waits for it. */
export const resumeIngests = (): Promise<void> =>
  inTurn(async () => {
    await resume(watch);
    if ((await store.readPending()).length === 0) await within(browser.alarms.clear(INGEST_ALARM));
  });

export async function syncRegisters(): Promise<void> {
  await resumeIngests();
  await inTurn(async () => {
    for (const { list, addresses } of await store.readAdded()) {
      const mirrors = addresses.map((address) => ({ name: new URL(address).host, get: fetchFrom(address, FETCH) }));
      const now = new Date().toISOString();
      const check = await tryMirrors(mirrors, now, (get) => syncRegister({ get, keys: LIST_KEYS, list, now, watch }));
      await store.writeRegisterCheck(list, check);
    }
    open = null;
  });
  await resumeIngests();
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
          ? { about: stored.about, count: stored.count, sequence: stored.sequence, published: stored.published.slice(0, 10), expires: stored.expires }
          : null,
        progress: going ? going.next / (going.stored.plan.starts.length - 1) : null,
        lastCheck: (await store.readRegisterCheck(list)) ?? null,
      };
    }),
  );
}
