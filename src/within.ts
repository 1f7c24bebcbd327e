/**
 * Every wait has an end. A promise of the browser's may stay open for ever (a profile that hangs, a database that
 * another version of us holds, a worker that was ended), and whoever awaits it would wait as long.
 */

/**
 * Milliseconds for a call of the browser's and for a read of its database: a look-up that takes longer is of no use.
 */
export const LOOK_UP = 2_000;
/** Milliseconds for what writes much; a slow disk is no dead one. */
export const WRITE = 60_000;

export class Late extends Error {
  override name = 'Late';
}

/** What went wrong, for people: the message, without the name of the error's class. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Settles as `promise` does, but after `limit` milliseconds rejects with `Late`. What was begun is not stopped: it may
 * still be done later. The limit runs in two halves: while we are busy ourselves, or the device sleeps, only one can
 * pass, and then comes what was waiting.
 */
export function within<T>(promise: Promise<T>, limit = LOOK_UP): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = new Promise<never>((_, reject) => {
    const late = () => reject(new Late(`the browser did not answer within ${limit / 1000} seconds`));
    timer = setTimeout(() => (timer = setTimeout(late, limit / 2)), limit / 2);
  });
  return Promise.race([promise, end]).finally(() => clearTimeout(timer));
}
