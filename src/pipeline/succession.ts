/**
 * What the next release owes to the one in the folder: a higher number, or the same records; dates that do not go back;
 * and nearly all that was named before. A client takes any signed release, so what it must not meet is refused here,
 * where it can be mended.
 */
import type { Head } from '../list/release/release.ts';
import { UsageError, type OptionUsage } from './arguments.ts';

/** What tells a release apart for this purpose. */
export interface Next {
  list: string;
  sequence: number;
  manifestHash: string;
}

/**
 * @param out the folder, for the complaint @throws where a client that holds `before` would keep it, with the remedy
 */
export function checkSuccession(out: string, before: Head | null, next: Next, remedy: string): void {
  if (!before) return;
  if (before.list !== next.list)
    throw new UsageError(`${out} holds the list "${before.list}", not "${next.list}": name another folder`);
  if (before.sequence > next.sequence)
    throw new Error(`${out} holds release ${before.sequence} already: ${remedy} above it`);
  if (before.sequence === next.sequence && before.manifest.hash !== next.manifestHash)
    throw new Error(
      `${out} holds release ${before.sequence} already, with other records: ${remedy} (to renew its dates only, use "sign")`,
    );
}

/** Why the next release cannot be compared with the one in the folder. */
export const unreadable = (out: string, before: Head, error: unknown): string =>
  `release ${before.sequence} in ${out} cannot be read (${(error as Error).message})`;

/** @param why as `unreadable` says */
export const cannotCompare = (why: string, cause: unknown): Error =>
  new Error(
    `${why}, so nobody can say what the next one loses: bring it back, or go on with --allow-loss. Nothing was written`,
    { cause },
  );

/** Of the names of a release, the share that the next one may lack without a word. */
const MAY_GO = 0.1;

/** The option by which a publisher says that a loss is meant. */
export const ALLOW_LOSS = { 'allow-loss': { type: 'boolean', default: false } } as const;
export const ALLOW_LOSS_USAGE: OptionUsage = [
  '--allow-loss',
  'also where more than a tenth of what the release before names is gone, or cannot be compared',
];

/**
 * A file that was cut short on its way still reads as a list: a shorter one.
 * @param what the thing in question, in the plural: "names"
 * @throws where more than a tenth of those before are gone
 */
export function checkLoss(what: string, before: Iterable<string>, after: ReadonlySet<string>): void {
  const all = [...before];
  const gone = all.filter((one) => !after.has(one));
  if (gone.length <= all.length * MAY_GO) return;
  const some = gone.slice(0, 3).join(', ') + (gone.length > 3 ? '…' : '');
  throw new Error(
    `${gone.length} of the ${all.length} ${what} of the release before are gone (${some}), more than a tenth: look whether the input was cut short; if the loss is meant, say so with --allow-loss. Nothing was written`,
  );
}
