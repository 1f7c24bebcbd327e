/**
 * Timeouts for promises of the browser. Such a promise may never settle: the profile hangs, another version of the
 * extension holds the database, the worker was ended.
 */

/** Milliseconds for a call to the browser and for reading the database. A look-up that takes longer is useless. */
export const READ_LIMIT = 2_000;
/** Milliseconds for large writes; a slow disk is not an error. */
export const WRITE_LIMIT = 60_000;

export class Late extends Error {
  override name = 'Late';
}

/** The message of an error, without the name of its class. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Settles as `promise` does, but rejects with `Late` after `limit` milliseconds. The work itself is not cancelled and
 * may still finish later.
 * The limit is two timers in a row. After a blocked event loop or a sleep of the device the first one fires at once,
 * but a promise that has settled meanwhile still wins over the second.
 */
export function within<T>(promise: Promise<T>, limit = READ_LIMIT): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = new Promise<never>((_, reject) => {
    const late = () => reject(new Late(`the browser did not answer within ${limit / 1000} seconds`));
    timer = setTimeout(() => (timer = setTimeout(late, limit / 2)), limit / 2);
  });
  return Promise.race([promise, end]).finally(() => clearTimeout(timer));
}
