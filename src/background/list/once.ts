/** Work that is not to be done twice. */

/** One at a time: a caller that comes while the work runs gets the result of that run. */
export function shared<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | null = null;
  return () => (running ??= work().finally(() => (running = null)));
}

/** Reads at the first call and keeps what it read; a failure is not kept. */
export function once<T>(read: () => Promise<T>): () => Promise<T> {
  let held: Promise<T> | null = null;
  return () =>
    (held ??= read().catch((error: unknown) => {
      held = null;
      throw error;
    }));
}
