/** Turns refusals and errors of IndexedDB into sync results, with words that a user can act on. */
import type { SyncResult } from '../../messages.ts';
import { Refusal } from '../../list/release/refusal.ts';
import { say } from '../../words/store.ts';

/** @param what was being updated @param at ISO instant of the attempt */
export function refusedBy(error: unknown, what: 'list' | 'register', at: string): SyncResult {
  if (error instanceof Refusal) return { at, outcome: 'refused', code: error.code, reason: error.message };
  return { at, outcome: 'refused', code: 'store', reason: say('not-stored', { what, reason: storeErrorWords(error) }) };
}

/** Names of errors, with the message for each. */
const KNOWN = {
  QuotaExceededError: 'full',
  VersionError: 'newer',
  SecurityError: 'not-allowed',
  InvalidStateError: 'not-allowed',
  NotAllowedError: 'not-allowed',
  Late: 'late',
  UnknownError: 'damaged',
} as const;

const isKnown = (name: string): name is keyof typeof KNOWN => Object.hasOwn(KNOWN, name);

export function storeErrorWords(error: unknown): string {
  const { name, message } =
    error instanceof Error || error instanceof DOMException ? error : { name: '', message: String(error) };
  return isKnown(name) ? say(KNOWN[name], { error: name }) : message;
}
