/**
 * Takes verified tables of a register into the store. A long one goes in steps, each of them kept: a worker that dies
 * in between goes on where it stopped, from the tables that the first step has stored.
 */
import { packTables, type RegisterPack, type Tables } from '../../list/register/pack-register.ts';
import { unpackStored, type RegisterFiles } from '../../list/register/read-register.ts';
import { yieldToEventLoop } from '../../list/release/event-loop.ts';
import { Late } from '../../within.ts';
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

/**
 * @returns false where somebody else has written or removed the register meanwhile. @throws Refusal where the tables
 * are not what the manifest says
 */
export async function ingest(
  register: Unplanned,
  instead: string | null,
  files: RegisterFiles,
  tables: Tables,
  watch: IngestWatch,
): Promise<boolean> {
  const pack = await packTables(tables, register, yielder());
  return write({ stored: { ...register, plan: pack.plan }, instead, next: 0 }, files, pack, watch);
}

/**
 * Goes on with what a worker that died, or a full disk, has left, with each register by itself.
 * @returns why, of those that could still not be stored (the disk is full, the database does not answer): they are for
 * a later attempt
 */
export async function resume(watch: IngestWatch): Promise<Map<string, unknown>> {
  const failed = new Map<string, unknown>();
  for (const pending of await readPending()) {
    try {
      const read = await readBack(pending);
      // What somebody else has written meanwhile is left to them.
      if (!read || !(await write(pending, read.files, read.pack, watch))) await dropPending(pending);
    } catch (error) {
      failed.set(pending.stored.list, error);
    }
  }
  return failed;
}

/** @returns null where what is stored cannot be read: then it is to be given up, and fetched anew. @throws Late */
async function readBack({ stored }: Pending): Promise<{ files: RegisterFiles; pack: RegisterPack } | null> {
  try {
    const files = await readFiles(stored.list, stored.manifestHash);
    return files ? { files, pack: await packTables(await unpackStored(files), stored, yielder()) } : null;
  } catch (error) {
    if (error instanceof Late) throw error;
    return null;
  }
}

/** Milliseconds of work after which it yields to the event loop. */
const LONGEST_TASK = 8;

function yielder(): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < LONGEST_TASK) return;
    await yieldToEventLoop();
    last = performance.now();
  };
}

async function write(
  { stored, instead, next }: Pending,
  files: RegisterFiles,
  pack: RegisterPack,
  watch: IngestWatch,
): Promise<boolean> {
  if (pack.slices > SLICES_PER_STEP) await watch.onLong();
  for (let from = next; from < pack.slices; from += SLICES_PER_STEP) {
    const to = Math.min(from + SLICES_PER_STEP, pack.slices);
    if (!(await writeStep({ stored, instead, files, from, to, slices: pack.pack(from, to) }))) return false;
    watch.onStep(to, pack.slices);
  }
  return true;
}
