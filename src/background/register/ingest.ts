/**
 * Stores verified tables of a register. A large one is written in steps: if the worker dies, the next one continues
 * from the tables that the first step stored.
 */
import { packTables, type RegisterPack, type Tables } from '../../list/register/pack-register.ts';
import { unpackStored, type RegisterFiles } from '../../list/register/read-register.ts';
import { yieldToEventLoop } from '../../list/release/event-loop.ts';
import { Late } from '../../within.ts';
import { dropPending, readFiles, readPending, writeStep, type Pending, type StoredRegister } from './register-store.ts';

/** About 140,000 names, one second of work. A register of a million names takes eight steps. */
const SLICES_PER_STEP = 64;

/** The metadata of a register before its index is planned. */
export type UnplannedRegister = Omit<StoredRegister, 'plan'>;

export interface IngestObserver {
  /** Called before the first write if there is more than one step. */
  onManySteps(): Promise<void>;
  onStep(done: number, total: number): void;
}

/**
 * Stores a new release of a register.
 * @param instead manifest hash of the release to replace, null for none
 * @returns false if another worker wrote or removed the register meanwhile
 * @throws Refusal if the tables do not match the manifest
 */
export async function ingest(
  register: UnplannedRegister,
  instead: string | null,
  files: RegisterFiles,
  tables: Tables,
  observer: IngestObserver,
): Promise<boolean> {
  const pack = await packTables(tables, register, yielder());
  return write({ stored: { ...register, plan: pack.plan }, instead, next: 0 }, files, pack, observer);
}

/**
 * Resumes every interrupted ingest; one failure does not stop the others.
 * @returns the errors by register id (disk full, database does not answer); a later attempt may succeed
 */
export async function resume(observer: IngestObserver): Promise<Map<string, unknown>> {
  const failed = new Map<string, unknown>();
  for (const pending of await readPending()) {
    try {
      const read = await readBack(pending);
      // Another worker has written something newer: give up this one.
      if (!read || !(await write(pending, read.files, read.pack, observer))) await dropPending(pending);
    } catch (error) {
      failed.set(pending.stored.list, error);
    }
  }
  return failed;
}

/**
 * @returns null if the stored tables cannot be read; the release must then be dropped and fetched again
 * @throws Late
 */
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
const MAX_TASK_MS = 8;

function yielder(): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < MAX_TASK_MS) return;
    await yieldToEventLoop();
    last = performance.now();
  };
}

async function write(
  { stored, instead, next }: Pending,
  files: RegisterFiles,
  pack: RegisterPack,
  observer: IngestObserver,
): Promise<boolean> {
  if (pack.slices > SLICES_PER_STEP) await observer.onManySteps();
  for (let from = next; from < pack.slices; from += SLICES_PER_STEP) {
    const to = Math.min(from + SLICES_PER_STEP, pack.slices);
    if (!(await writeStep({ stored, instead, files, from, to, slices: pack.pack(from, to) }))) return false;
    observer.onStep(to, pack.slices);
  }
  return true;
}
