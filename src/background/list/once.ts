/** Wrappers that keep asynchronous work from being done twice. */

/** At most one run at a time: a call during a run gets the result of that run. */
export function shared<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | null = null;
  return () => (running ??= work().finally(() => (running = null)));
}

/** Reads at the first call and keeps the value. A failure is not kept. */
export function once<T>(read: () => Promise<T>): () => Promise<T> {
  let held: Promise<T> | null = null;
  return () =>
    (held ??= read().catch((error: unknown) => {
      held = null;
      throw error;
    }));
}
