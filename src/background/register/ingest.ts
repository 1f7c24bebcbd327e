/**
 * Takes verified tables of a register into the store. A long one goes in steps, each of them kept: a worker that dies in
 * between goes on where it stopped, from the tables that the first step has stored.
 */
import { packTables, type RegisterPack, type Tables } from '../../list/register/pack-register.ts';
import type { RegisterFiles } from '../../list/register/read-register.ts';
import { Refusal } from '../../list/release/refusal.ts';
import { gunzip } from '../../list/release/trust.ts';
import { yieldToEventLoop } from '../../list/release/event-loop.ts';
import { dropPending, readFiles, readPending, writeStep, type Pending, type StoredRegister } from './register-store.ts';

/** About 140 thousand names, which is a second's work: at a million, eight steps. */
const SLICES_PER_STEP = 64;

/** Everything of a stored register that is known before its index is made. */
export type Unplanned = Omit<StoredRegister, 'plan'>;

export interface IngestWatch {
  /** Called before anything is written of what takes more than one step. */
  onLong(): Promise<void>;
  onStep(done: number, of: number): void;
}

/** @returns false where somebody else has written or removed the register meanwhile. @throws Refusal where the tables are not what the manifest says */
export async function ingest(register: Unplanned, instead: string | null, files: RegisterFiles, tables: Tables, watch: IngestWatch): Promise<boolean> {
  const pack = await packTables(tables, register, breather());
  return write({ stored: { ...register, plan: pack.plan }, instead, next: 0 }, files, pack, watch);
}

/** Goes on with what a worker that died has left. A half-written release that cannot be finished is given up. */
export async function resume(watch: IngestWatch): Promise<void> {
  for (const pending of await readPending()) {
    const { list, manifestHash } = pending.stored;
    try {
      const files = await readFiles(list, manifestHash);
      if (!files) throw new Refusal('store', 'the tables of a half-written register are gone');
      await write(pending, files, await packTables(await unpackStored(files), pending.stored, breather()), watch);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await dropPending(pending);
    }
  }
}

/** What we stored was bounded and verified when it came. */
const FAR = Number.MAX_SAFE_INTEGER;
const unpackStored = async ({ names, columns }: RegisterFiles): Promise<Tables> => ({
  names: await gunzip(names, FAR, 'the stored names'),
  columns: columns && (await gunzip(columns, FAR, 'the stored columns')),
});

/** Milliseconds for which the others wait at most. */
const TURN = 8;

function breather(): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < TURN) return;
    await yieldToEventLoop();
    last = performance.now();
  };
}

async function write({ stored, instead, next }: Pending, files: RegisterFiles, pack: RegisterPack, watch: IngestWatch): Promise<boolean> {
  if (pack.slices > SLICES_PER_STEP) await watch.onLong();
  for (let from = next; from < pack.slices; from += SLICES_PER_STEP) {
    const to = Math.min(from + SLICES_PER_STEP, pack.slices);
    if (!(await writeStep({ stored, instead, files, from, to, slices: pack.pack(from, to) }))) return false;
    watch.onStep(to, pack.slices);
  }
  return true;
}
