/**
 * Checks the next release against the one in the folder: a higher number or the same records, dates that do not go
 * back, and nearly all names of before. A client accepts any signed release, so mistakes must be refused here.
 */
import type { Head } from '../list/release/release.ts';
import { UsageError, type OptionUsage } from './arguments.ts';

/** The fields of a release that are compared. */
export interface Next {
  list: string;
  sequence: number;
  manifestHash: string;
}

/**
 * @param out the folder, for the message
 * @throws Error, with the remedy, if clients that hold `before` would refuse the next release
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

/** The reason why the next release cannot be compared with the one in the folder. */
export const unreadable = (out: string, before: Head, error: unknown): string =>
  `release ${before.sequence} in ${out} cannot be read (${(error as Error).message})`;

/** @param why as `unreadable` says */
export const cannotCompare = (why: string, cause: unknown): Error =>
  new Error(
    `${why}, so nobody can say what the next one loses: bring it back, or go on with --allow-loss. Nothing was written`,
    { cause },
  );

/** The share of names that may disappear without the option below. */
const MAY_GO = 0.1;

/** The option that confirms an intended loss. */
export const ALLOW_LOSS = { 'allow-loss': { type: 'boolean', default: false } } as const;
export const ALLOW_LOSS_USAGE: OptionUsage = [
  '--allow-loss',
  'also where more than a tenth of what the release before names is gone, or cannot be compared',
];

/**
 * A file cut short in a transfer still reads as a list, only a shorter one.
 * @param what the items in the plural: "names"
 * @throws Error if more than a tenth of the earlier items are gone
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
