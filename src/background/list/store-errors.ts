/** Turns refusals and errors of IndexedDB into sync results, with words that a user can act on. */
import type { SyncResult } from '../../messages.ts';
import { Refusal } from '../../list/release/refusal.ts';

/** @param what the thing that was being updated: "the list" @param at ISO instant of the attempt */
export function refusedBy(error: unknown, what: string, at: string): SyncResult {
  if (error instanceof Refusal) return { at, outcome: 'refused', code: error.code, reason: error.message };
  return { at, outcome: 'refused', code: 'store', reason: `${what} could not be stored: ${storeErrorWords(error)}` };
}

const WORDS: Record<string, string> = {
  QuotaExceededError: 'the disk is full, or the space that the browser gives this extension: free some space',
  VersionError: 'the stored list was written by a newer version of Listmark: update the extension',
  SecurityError:
    'the browser does not let extensions store data (private browsing, or history that is never remembered)',
  InvalidStateError:
    'the browser does not let extensions store data (private browsing, or history that is never remembered)',
  NotAllowedError:
    'the browser does not let extensions store data (private browsing, or history that is never remembered)',
  Late: 'the browser’s database does not answer (another version of Listmark holds it, or the profile hangs): restart the browser',
  UnknownError: 'the browser cannot read or write its database (the disk may be full or damaged)',
};

export function storeErrorWords(error: unknown): string {
  const { name, message } =
    error instanceof Error || error instanceof DOMException ? error : { name: '', message: String(error) };
  const words = WORDS[name];
  return words ? `${words} (${name})` : message;
}
