/** Which badges the user closed, and what they said then. On this device only; of a private window nothing is kept but in memory. */
import browser from 'webextension-polyfill';

const KEY = 'closedBadges';
/** Oldest are dropped beyond this, so that the record of closed badges cannot grow into a history. */
const LIMIT = 500;

type Closed = Record<string, string>;

const area = (isPrivate: boolean) => (isPrivate ? browser.storage.session : browser.storage.local);

async function read(isPrivate: boolean): Promise<Closed> {
  return ((await area(isPrivate).get(KEY))[KEY] as Closed | undefined) ?? {};
}

export async function closedFor(host: string, isPrivate: boolean): Promise<string | undefined> {
  return (await read(isPrivate))[host] ?? (isPrivate ? (await read(false))[host] : undefined);
}

export async function rememberClosed(host: string, statusKey: string, isPrivate: boolean): Promise<void> {
  const { [host]: _before, ...others } = await read(isPrivate);
  const entries = [...Object.entries(others), [host, statusKey] as const].slice(-LIMIT);
  await area(isPrivate).set({ [KEY]: Object.fromEntries(entries) });
}
