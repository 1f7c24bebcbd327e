/**
 * The browser around the worker, in memory: what the polyfill gives, and `fetch` for the package and the list's host.
 * Tests put `browser` in the polyfill's place (`vi.mock`), so one file of tests is one browser.
 */
import type { Bytes } from '../../src/list/release/trust.ts';

type Answer = (...args: never[]) => unknown;
type Heard = (...args: unknown[]) => unknown;

/** Calls that never settle, such as `tabs.get`; and those that fail. */
export const hung = new Set<string>();
export const failing = new Map<string, Error>();
/** Every call so far, oldest first. */
export const calls: { name: string; args: unknown[] }[] = [];
export const callsOf = (name: string) => calls.filter((each) => each.name === name);

function call(name: string, answer: Answer) {
  return (...args: unknown[]): Promise<unknown> => {
    calls.push({ name, args });
    if (hung.has(name)) return new Promise(() => undefined);
    const error = failing.get(name);
    return error ? Promise.reject(error) : new Promise((resolve) => resolve(answer(...(args as never[]))));
  };
}

const listeners = new Map<string, Heard[]>();
const event = (name: string) => ({
  addListener: (hear: Heard) => void listeners.set(name, [...(listeners.get(name) ?? []), hear]),
});
/** Fires an event; what its listeners give. */
export const fire = (name: string, ...args: unknown[]): unknown[] =>
  (listeners.get(name) ?? []).map((hear) => hear(...args));

function area(name: string) {
  const held = new Map<string, unknown>();
  return {
    get: call(`storage.${name}.get`, (key: string) => (held.has(key) ? { [key]: structuredClone(held.get(key)) } : {})),
    set: call(`storage.${name}.set`, (values: Record<string, unknown>) => {
      for (const [key, value] of Object.entries(values)) held.set(key, structuredClone(value));
    }),
    remove: call(`storage.${name}.remove`, (key: string) => void held.delete(key)),
  };
}

export interface FakeTab {
  id: number;
  url: string;
  windowId: number;
  incognito: boolean;
  discarded: boolean;
}
export const tabs = new Map<number, FakeTab>();
export const openTab = (id: number, url: string): FakeTab => {
  const tab = { id, url, windowId: 1, incognito: false, discarded: false };
  tabs.set(id, tab);
  return tab;
};
const need = (id: number): FakeTab => {
  const tab = tabs.get(id);
  if (!tab) throw new Error(`No tab with id: ${id}.`);
  return tab;
};
/** Of each tab the newest title, and so on. */
export const told = (tabId: number, what: 'setTitle' | 'setBadgeText' | 'setIcon') =>
  callsOf(`action.${what}`).findLast(({ args }) => (args[0] as { tabId: number }).tabId === tabId)?.args[0] as
    Record<string, string> | undefined;
const ofTab = (name: string) => call(`action.${name}`, ({ tabId }: { tabId: number }) => void need(tabId));

export const alarms = new Map<string, { name: string; scheduledTime: number; periodInMinutes?: number }>();
interface When {
  when?: number;
  delayInMinutes?: number;
  periodInMinutes?: number;
}

/** As Chromium has it: the error is told to the callback alone. */
export const chrome = {
  runtime: {} as { lastError?: Error },
  action: {
    setIcon(details: { tabId: number }, done: () => void) {
      void browser.action.setIcon(details).then(done, (error: Error) => {
        chrome.runtime.lastError = error;
        done();
        delete chrome.runtime.lastError;
      });
    },
  },
};

export const PACKAGE = 'chrome-extension://listmark/';
export const browser = {
  runtime: {
    id: 'listmark',
    getURL: (path: string) => PACKAGE + path.replace(/^\//, ''),
    openOptionsPage: call('runtime.openOptionsPage', () => undefined),
    onInstalled: event('installed'),
    onStartup: event('startup'),
    onMessage: event('message'),
  },
  tabs: {
    get: call('tabs.get', need),
    query: call('tabs.query', () => [...tabs.values()]),
    create: call('tabs.create', () => ({})),
    onUpdated: event('tab updated'),
    onActivated: event('tab activated'),
    onReplaced: event('tab replaced'),
    onRemoved: event('tab removed'),
  },
  windows: { getAll: call('windows.getAll', () => []), onRemoved: event('window removed') },
  action: {
    getTitle: call('action.getTitle', () => ''),
    setTitle: ofTab('setTitle'),
    setBadgeText: ofTab('setBadgeText'),
    setBadgeBackgroundColor: ofTab('setBadgeBackgroundColor'),
    setIcon: ofTab('setIcon'),
    openPopup: call('action.openPopup', () => undefined),
  },
  permissions: {
    contains: call('permissions.contains', () => true),
    onAdded: event('permissions added'),
    onRemoved: event('permissions removed'),
  },
  scripting: { executeScript: call('scripting.executeScript', () => []) },
  management: { getSelf: call('management.getSelf', () => ({ installType: 'normal' })) },
  alarms: {
    get: call('alarms.get', (name: string) => alarms.get(name)),
    create: call('alarms.create', (name: string, { when, delayInMinutes, periodInMinutes }: When) => {
      const scheduledTime = when ?? Date.now() + (delayInMinutes ?? periodInMinutes ?? 0) * 60_000;
      alarms.set(name, { name, scheduledTime, ...(periodInMinutes !== undefined && { periodInMinutes }) });
    }),
    clear: call('alarms.clear', (name: string) => alarms.delete(name)),
    onAlarm: event('alarm'),
  },
  storage: {
    local: area('local'),
    session: area('session'),
    managed: { get: call('storage.managed.get', () => ({})) },
    onChanged: event('storage'),
  },
};

/** Where the list lies inside the package, and on its host. */
export const BUNDLED = `${PACKAGE}list/`;
/** Files by address. What is asked for and is not here cannot be reached. */
export const web = new Map<string, Bytes>();
export const asked: string[] = [];
export function serve(address: string, files: ReadonlyMap<string, Bytes>): void {
  for (const url of [...web.keys()]) if (url.startsWith(address)) web.delete(url);
  for (const [name, bytes] of files) web.set(address + name, bytes);
}
export const fetchFromWeb = async (url: string): Promise<Response> => {
  asked.push(url);
  const bytes = web.get(url);
  if (!bytes) throw new TypeError('Failed to fetch');
  return new Response(bytes);
};
