/** Looks up a host in the user's registers. Each is cached separately, so a damaged one does not hide the others. */
import type { RegisterAnswer, RegisterAnswers, UnreadableRegister } from '../../messages.ts';
import { SlicedNameIndex } from '../../list/names/name-slices.ts';
import { findInRegister, type RegisterHit } from '../../list/register/packed-register.ts';
import { Late } from '../../within.ts';
import * as store from './register-store.ts';
import type { StoredRegister } from './register-store.ts';

interface OpenRegister {
  stored: StoredRegister;
  find(host: string): Promise<RegisterHit[]>;
}

/** Only a cache: a worker that starts again reads the store. */
let open: Promise<OpenRegister[]> | null = null;

/** Call this after a register was written or removed. */
export function forgetOpenRegisters(): void {
  open = null;
}

/**
 * Looks up a host in all registers.
 * @returns the registers that name the host, and those that cannot be read
 */
export async function inRegisters(host: string): Promise<RegisterAnswers> {
  const cached = open;
  const answers = await ask(host);
  if (cached === null || answers.unreadable.length === 0) return answers;
  // A newer release may have replaced the cached one, whose blocks are then gone. Open again and retry once.
  open = null;
  return ask(host);
}

async function ask(host: string): Promise<RegisterAnswers> {
  open ??= store
    .readRegisters()
    .then((all) => all.map(openRegister))
    .catch((error: unknown) => {
      open = null;
      throw error;
    });
  const answers = await Promise.all((await open).map((register) => answerOf(register, host)));
  return {
    named: answers.flatMap((each) => ('hits' in each ? each : [])),
    unreadable: answers.flatMap((each) => ('problem' in each ? each : [])),
  };
}

const NOTHING: never[] = [];

async function answerOf(
  { stored, find }: OpenRegister,
  host: string,
): Promise<RegisterAnswer | UnreadableRegister | typeof NOTHING> {
  const { list, about, labels, published, expires } = stored;
  try {
    const hits = await find(host);
    return hits.length > 0 ? { list, about, labels, published: published.slice(0, 10), expires, hits } : NOTHING;
  } catch (error) {
    // A database that does not answer is not damage. A damaged register is only marked: fetching it now would tell its
    // host when a page was visited.
    if (!(error instanceof Late)) await store.writeDamaged(list, stored.manifestHash).catch(() => undefined);
    return { list, title: about.title, problem: error instanceof Late ? error.message : DAMAGED };
  }
}

const DAMAGED = 'what is stored of it is damaged; it is fetched again at the next check';

function openRegister(stored: StoredRegister): OpenRegister {
  const { list, manifestHash, plan } = stored;
  const read = {
    slices: (numbers: readonly number[]) => store.readSlices(list, manifestHash, numbers),
    block: (number: number) => store.readNameBlock(list, manifestHash, number),
  };
  let index: SlicedNameIndex | null = null;
  // Created at the first look-up, so that a damaged plan fails for this register only.
  return { stored, find: async (host) => findInRegister((index ??= new SlicedNameIndex(plan)), read, host) };
}
