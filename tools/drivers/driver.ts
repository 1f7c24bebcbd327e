/**
 * The interface of the browser drivers, the same for Chromium and Firefox. `chromium.ts` and `firefox.ts` each export
 * `launch`; `BROWSERS` in `browsers.ts` has both, for tests that run in each.
 */

/** Maps host names to loopback ports. `*.example.org` maps all subdomains. Other hosts do not exist. */
export type Hosts = ReadonlyMap<string, { http: number; https?: number }>;

/** The ports of a host, by its name or a matching `*.` entry. */
export const portsOf = (hosts: Hosts, host: string) =>
  [host, ...host.split('.').map((_, at, labels) => `*.${labels.slice(at + 1).join('.')}`)]
    .map((name) => hosts.get(name))
    .find(Boolean);

export interface LaunchOptions {
  /** Folder of the built extension. */
  extensionDir: string;
  hosts: Hosts;
  /** Profile folder to keep (for restarts); without it a temporary one is used. */
  profileDir?: string;
  /** Shows windows on a display. */
  headed?: boolean;
  /** Firefox preferences; ignored by Chromium. */
  prefs?: Record<string, string | number | boolean>;
  env?: Record<string, string>;
  /** Another browser program than the one found. */
  executablePath?: string;
  /** Firefox: installs the packed extension permanently instead of for the session. */
  packed?: string;
  /** Milliseconds for one call of the driver, if the default of `limits.ts` is too short; for benchmarks. */
  callLimit?: number;
  /** The extension is installed by policy (see `policy.ts`): its id in Chromium, any text in Firefox. */
  installed?: string;
}

export type Scheme = 'light' | 'dark';

/** One node of the accessibility tree, with ARIA role names in both browsers; nodes without meaning are left out. */
export interface AccessibleNode {
  role: string;
  name: string;
  description?: string;
  value?: string;
  /** `focused`, `disabled`, `expanded`, `collapsed`, `checked`, `pressed`. */
  states: string[];
  children: AccessibleNode[];
}

/** A name in the accessibility tree; a pattern if the name may change before the click. */
export type Named = string | RegExp;
export const isNamed = (name: string, wanted: Named) =>
  typeof wanted === 'string' ? name === wanted : wanted.test(name);

/** In CSS pixels from the top left corner of the view. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export type Place = readonly [x: number, y: number];
/**
 * One input of mouse, touch or keyboard. Positions in CSS pixels of the view; button 0 is the left one, 2 the right
 * one.
 */
export type Gesture =
  | { move: Place }
  | { down: 0 | 2 }
  | { up: 0 | 2 }
  | { wheel: Place; by: number }
  | { touch: Place; to: Place }
  | { key: string; with: 'Control' };

/** Emulated media features and user preferences. */
export interface Media {
  forcedColors?: boolean;
  reducedMotion?: boolean;
  print?: boolean;
}

/**
 * The result of a navigation: a status, or the browser's error. Errors are not thrown, because tests examine failed
 * pages, too.
 */
export interface Visit {
  status?: number;
  error?: string;
}

/** Anything with a document: a tab, an extension page, the toolbar's popup. */
export interface View {
  /**
   * Runs a function or an expression in the page and awaits promises. A function is sent as source text, so it sees
   * only its arguments, which must be JSON. Trap: Chromium answers only while the tab is not navigating; if a test
   * holds back a page, examine the toolbar or the server instead.
   */
  evaluate<T, A extends unknown[]>(what: string | ((...args: A) => T | Promise<T>), ...args: A): Promise<T>;
  /** The visible text of the page. */
  text(): Promise<string>;
  content(): Promise<string>;
  accessibilityTree(): Promise<AccessibleNode>;
  /** A PNG of the view; also written to `path` if given. */
  screenshot(options?: { path?: string; scheme?: Scheme }): Promise<Uint8Array>;
  /** Sets what the page sees as `prefers-color-scheme`. */
  scheme(scheme: Scheme): Promise<void>;
  /** A real click (with user activation) in the middle of the element. */
  click(selector: string): Promise<void>;
  /** A real click on the node with this role and name in the accessibility tree. Also works in closed shadow roots. */
  clickNamed(role: string, name: Named): Promise<void>;
  /** The position of the node with this role and name; also in closed shadow roots. */
  boxOf(role: string, name: Named): Promise<Box>;
  /** A key by its DOM name, e.g. `Tab`, `Enter`, `Escape`, `a`. */
  press(key: string): Promise<void>;
  close(): Promise<void>;
}

export interface Page extends View {
  /** The address last passed to `goto`; an error page keeps it. */
  readonly address: string;
  /** `wait: 'none'` returns at once, for a page that the test holds back. */
  goto(url: string, options?: { wait?: 'load' | 'none'; timeout?: number }): Promise<Visit>;
  reload(): Promise<Visit>;
  viewport(width: number, height: number): Promise<void>;
  /** Features that are not given keep their defaults. */
  media(media: Media): Promise<void>;
  /** The printed page as a PDF. */
  print(): Promise<Uint8Array>;
  /** Real input events, one after the other. */
  hand(...gestures: Gesture[]): Promise<void>;
  /** Brings the tab to the front. */
  activate(): Promise<void>;
}

/** The toolbar's state for a tab, read with the action API. Chromium's API cannot read the icon. */
export interface ToolbarState {
  badgeText: string;
  title: string;
  /** The popup's address, '' if there is none. */
  popup: string;
  icon?: string;
  enabled: boolean;
}

export interface WorkerMemory {
  resident: number;
  heap?: number;
  buffers?: number;
}

export interface Driver {
  readonly name: 'chromium' | 'firefox';
  readonly version: string;
  readonly extensionId: string;
  /** Base address of the extension's pages, ending in a slash. */
  readonly baseUrl: string;
  readonly profileDir: string;
  /** Opens the address in a new active tab. */
  open(url: string): Promise<Page>;
  /** Opens the address in a new private window. */
  openPrivate(url: string): Promise<Page>;
  /** Puts two tabs side by side in one view. */
  split(left: Page, right: Page): Promise<void>;
  extensionPage(path: string): Promise<Page>;
  /** Waits for a page that the extension opened itself, as a tab or popup, with this beginning of its address. */
  opened(path: string): Promise<View>;
  toolbar(tab: Page | string): Promise<ToolbarState>;
  /** Opens the toolbar's popup over the tab. */
  popup(tab: Page): Promise<View>;
  /**
   * Runs code in the background worker and starts it if needed. The code sees the global object, not module variables.
   */
  inWorker<T, A extends unknown[]>(what: string | ((...args: A) => T | Promise<T>), ...args: A): Promise<T>;
  killWorker(): Promise<void>;
  workerAlive(): Promise<boolean>;
  /** Bytes of memory of the worker's process, and in Chromium of the worker's heap and buffers; null if not known. */
  workerMemory(): Promise<WorkerMemory | null>;
  /** Errors that the browser logged in the worker since it started: uncaught and "unchecked" ones. */
  workerErrors(): Promise<string[]>;
  /** Like the user's "Allow in private windows". The browser reloads the extension. */
  allowInPrivate(): Promise<void>;
  /**
   * Grants the optional host permission as if the user had agreed. Chromium needs the e2e build for that, and the error
   * says so.
   */
  grant(origins: string[]): Promise<void>;
  /** Reloads the extension, from another folder if given, as an update does. */
  reinstall(extensionDir?: string): Promise<void>;
  /** Host names that were resolved but are not mapped; includes the browser's own services. */
  refusedHosts(): Promise<string[]>;
  /** Ends the browser, and removes its profile if it was temporary. */
  close(): Promise<void>;
}

/**
 * The expression that runs `what` and returns its value as JSON (no text for `undefined`). Defines `__name`, because
 * tsx (esbuild's keepNames) calls it in named inner functions.
 */
export function asExpression(what: string | ((...args: never[]) => unknown), args: unknown[]): string {
  const call = typeof what === 'string' ? `(${what}\n)` : `(${what.toString()})(...${JSON.stringify(args)})`;
  return `(async () => { const __name = (f) => f; return JSON.stringify(await ${call}) })()`;
}

export function fromJson<T>(json: unknown): T {
  return (typeof json === 'string' ? JSON.parse(json) : undefined) as T;
}

/**
 * The position of something on the page. Retries, because the accessibility tree lags on a busy machine. @throws what
 * `look` throws, after 5 s
 */
export async function placeOf(look: () => Promise<Box>): Promise<Box> {
  return (await until(() => look().catch(() => null), Boolean, 5_000).catch(() => null)) ?? look();
}

/**
 * The same, if the position itself may still be moving after a change or a scroll: returns it once it is the same
 * twice.
 */
export async function restingPlaceOf(look: () => Promise<Box>): Promise<Box> {
  let place = await placeOf(look);
  await until(async () => {
    const before = place;
    await pause(60);
    place = await placeOf(look);
    return place.left === before.left && place.top === before.top;
  });
  return place;
}

/** Polls `look` until `accept` is true; after `timeout` throws an error with the last value. */
export async function until<T>(
  look: () => Promise<T> | T,
  accept: (value: T) => boolean = Boolean,
  timeout = 20_000,
  every = 50,
): Promise<T> {
  const end = Date.now() + timeout;
  for (;;) {
    const value = await look();
    if (accept(value)) return value;
    if (Date.now() > end)
      throw new Error(`condition not met within ${timeout} ms; last value: ${JSON.stringify(value)?.slice(0, 500)}`);
    await pause(every);
  }
}

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** The tree as indented lines, `button "Close" (focused)`, for messages and for tests of what a screen reader meets. */
export function outline(node: AccessibleNode, depth = 0): string {
  const line = `${'  '.repeat(depth)}${node.role}${node.name ? ` "${node.name}"` : ''}${node.states.length ? ` (${node.states.join(', ')})` : ''}`;
  return [line, ...node.children.map((child) => outline(child, depth + 1))].join('\n');
}

/**
 * Host names that the browsers resolve for themselves (updates, sign-in, settings). Any other was resolved for a page
 * or for the extension.
 */
export const notTheBrowsersOwn = (hosts: string[]) =>
  hosts.filter(
    (host) =>
      !/(^|\.)(google\.com|googleapis\.com|gvt1\.com|gstatic\.com|mozilla\.(com|org|net)|firefox\.com|microsoft\.com|msn\.com|bing\.com)$/.test(
        host,
      ),
  );

/** All nodes of the tree in reading order. */
export function allNodes(node: AccessibleNode): AccessibleNode[] {
  return [node, ...node.children.flatMap(allNodes)];
}
