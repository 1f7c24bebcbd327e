/** What the registers say of a host, each asked by itself: one that is damaged silences no other. */
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

/** A cache, not the truth. */
let open: Promise<OpenRegister[]> | null = null;

/** Another release may have taken the place of one that is open. */
export function forgetOpenRegisters(): void {
  open = null;
}

/** What each register that names the host says of it, and which of them cannot be read. */
export async function inRegisters(host: string): Promise<RegisterAnswers> {
  const asked = open;
  const answers = await ask(host);
  if (asked === null || answers.unreadable.length === 0) return answers;
  // Another release may have taken the place of the one that was open when the worker last looked.
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
    // A database that does not answer is no damaged one. Not fetched now: its host would learn when a page was visited.
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
  // Made when it is asked: a damaged plan is a fault of this register alone.
  return { stored, find: async (host) => findInRegister((index ??= new SlicedNameIndex(plan)), read, host) };
}
