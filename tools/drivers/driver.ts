/**
 * What a test may ask of a real browser with the extension in it, in the same words for Chromium and Firefox.
 * `chromium.ts` and `firefox.ts` each give a `launch`; `BROWSERS` of `browsers.ts` holds both for table tests.
 */

/**
 * Host name to the loopback ports that answer for it. `*.example.org` maps every subdomain. A host not named here does
 * not exist.
 */
export type Hosts = ReadonlyMap<string, { http: number; https?: number }>;

/** The ports of a host, by its own name or by a `*.` entry above it. */
export const portsOf = (hosts: Hosts, host: string) =>
  [host, ...host.split('.').map((_, at, labels) => `*.${labels.slice(at + 1).join('.')}`)]
    .map((name) => hosts.get(name))
    .find(Boolean);

export interface LaunchOptions {
  /** The built extension, unpacked. */
  extensionDir: string;
  hosts: Hosts;
  /** A profile to keep (for restarts); without it a new one is made and removed. */
  profileDir?: string;
  /** With windows on a display. */
  headed?: boolean;
  /** Firefox preferences; ignored by Chromium. */
  prefs?: Record<string, string | number | boolean>;
  env?: Record<string, string>;
  /** A program other than the one that is found. */
  executablePath?: string;
  /** Firefox: the extension in one file, installed for good instead of for the session. */
  packed?: string;
  /** Milliseconds that one call of the driver may take, where the limit of `limits.ts` is too short: for benches. */
  callLimit?: number;
  /** Somebody else installs the extension (see `policy.ts`): its id in Chromium, anything in Firefox. */
  installed?: string;
}

export type Scheme = 'light' | 'dark';

/** One node of the accessibility tree, in ARIA's role names in both browsers; nodes without meaning are left out. */
export interface AccessibleNode {
  role: string;
  name: string;
  description?: string;
  value?: string;
  /** `focused`, `disabled`, `expanded`, `collapsed`, `checked`, `pressed`. */
  states: string[];
  children: AccessibleNode[];
}

/** A name in the accessibility tree; a pattern where the name may change before the click. */
export type Named = string | RegExp;
export const isNamed = (name: string, wanted: Named) =>
  typeof wanted === 'string' ? name === wanted : wanted.test(name);

/** In CSS pixels of the view, from its top left corner. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export type Place = readonly [x: number, y: number];
/**
 * One thing that a hand does at the mouse, the glass or the keys, as `press` names them. Places in CSS pixels of the
 * view; 0 is the left button, 2 the right one.
 */
export type Gesture =
  | { move: Place }
  | { down: 0 | 2 }
  | { up: 0 | 2 }
  | { wheel: Place; by: number }
  | { touch: Place; to: Place }
  | { key: string; with: 'Control' };

/** What the page is to believe of the medium and of the user's wishes. */
export interface Media {
  forcedColors?: boolean;
  reducedMotion?: boolean;
  print?: boolean;
}

/**
 * What became of a navigation: a status, or the browser's error. A failed one does not throw: tests look at failed
 * pages too.
 */
export interface Visit {
  status?: number;
  error?: string;
}

/** Anything with a document in it: a tab, an extension page, the toolbar's popup. */
export interface View {
  /**
   * Runs a function (by its source: it sees only its arguments, which must be JSON) or an expression in the page;
   * awaits promises. Chromium answers only when no navigation of the tab is under way: while a test holds a page's
   * answer, look at the toolbar or the server.
   */
  evaluate<T, A extends unknown[]>(what: string | ((...args: A) => T | Promise<T>), ...args: A): Promise<T>;
  /** What is to be read on the page. */
  text(): Promise<string>;
  content(): Promise<string>;
  accessibilityTree(): Promise<AccessibleNode>;
  /** A PNG of the view; written to `path` when given. */
  screenshot(options?: { path?: string; scheme?: Scheme }): Promise<Uint8Array>;
  /** Sets what the page sees as `prefers-color-scheme`. */
  scheme(scheme: Scheme): Promise<void>;
  /** A true click (with user activation) in the middle of the element. */
  click(selector: string): Promise<void>;
  /** A true click on what has this role and name in the accessibility tree: the way into a closed shadow root. */
  clickNamed(role: string, name: Named): Promise<void>;
  /** Where what has this role and name lies; also inside a closed shadow root. */
  boxOf(role: string, name: Named): Promise<Box>;
  /** A key by its DOM name, e.g. `Tab`, `Enter`, `Escape`, `a`. */
  press(key: string): Promise<void>;
  close(): Promise<void>;
}

export interface Page extends View {
  /** The address last asked for with `goto`: an error page keeps it. */
  readonly address: string;
  /** `wait: 'none'` comes back at once, for a page whose answer the test holds. */
  goto(url: string, options?: { wait?: 'load' | 'none'; timeout?: number }): Promise<Visit>;
  reload(): Promise<Visit>;
  viewport(width: number, height: number): Promise<void>;
  /** What is not named is as it comes. */
  media(media: Media): Promise<void>;
  /** What the browser would print, as a PDF. */
  print(): Promise<Uint8Array>;
  /** True input at true places, one after the other. */
  hand(...gestures: Gesture[]): Promise<void>;
  /** Brings the tab to the front. */
  activate(): Promise<void>;
}

/** The toolbar's state for a tab, read by the action API. Chromium's API cannot read the icon. */
export interface ToolbarState {
  badgeText: string;
  title: string;
  /** The popup's address, '' where there is none. */
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
  /** The root of the extension's pages, with a closing slash. */
  readonly baseUrl: string;
  readonly profileDir: string;
  /** A new tab in front, led to the address. */
  open(url: string): Promise<Page>;
  /** A new tab in a new private window, led to the address. */
  openPrivate(url: string): Promise<Page>;
  /** Puts two tabs side by side in one view. */
  split(left: Page, right: Page): Promise<void>;
  extensionPage(path: string): Promise<Page>;
  /**
   * A page of the extension that it has opened itself, as a tab or as a popup: waits for one whose address begins so.
   */
  opened(path: string): Promise<View>;
  toolbar(tab: Page | string): Promise<ToolbarState>;
  /** Opens the toolbar's own popup over the tab. */
  popup(tab: Page): Promise<View>;
  /**
   * Runs in the background worker, starting it where it is stopped. Sees its global object, not the variables of its
   * modules.
   */
  inWorker<T, A extends unknown[]>(what: string | ((...args: A) => T | Promise<T>), ...args: A): Promise<T>;
  killWorker(): Promise<void>;
  workerAlive(): Promise<boolean>;
  /**
   * Bytes that the worker's process has in memory now, and Chromium's own count of the worker's heap and buffers; null
   * where it cannot be told.
   */
  workerMemory(): Promise<WorkerMemory | null>;
  /**
   * What the browser has complained of in the worker since that began: errors that nobody caught, and "unchecked" ones.
   */
  workerErrors(): Promise<string[]>;
  /** As the user's tick at "Allow in private windows"; the extension is loaded again by it, as it is by the browser. */
  allowInPrivate(): Promise<void>;
  /** Gives optional host access as if the user had agreed. Chromium cannot: it needs the e2e build, and says so. */
  grant(origins: string[]): Promise<void>;
  /** Loads the extension again, from another folder if given: what an update does. */
  reinstall(extensionDir?: string): Promise<void>;
  /** Hosts that something asked for and that are not mapped; the browser's own services among them. */
  refusedHosts(): Promise<string[]>;
  /** Ends the browser and removes its profile unless it was given. */
  close(): Promise<void>;
}

/**
 * The expression that runs `what` and gives its value as JSON (`undefined` as no text).
 * `__name` is there because tsx (esbuild's keepNames) writes calls of it into every named inner function.
 */
export function asExpression(what: string | ((...args: never[]) => unknown), args: unknown[]): string {
  const call = typeof what === 'string' ? `(${what}\n)` : `(${what.toString()})(...${JSON.stringify(args)})`;
  return `(async () => { const __name = (f) => f; return JSON.stringify(await ${call}) })()`;
}

export function fromJson<T>(json: unknown): T {
  return (typeof json === 'string' ? JSON.parse(json) : undefined) as T;
}

/**
 * The place of something on the page. On a busy machine the accessibility tree follows the page late. @throws what
 * `look` throws, after 5 s
 */
export async function placeOf(look: () => Promise<Box>): Promise<Box> {
  return (await until(() => look().catch(() => null), Boolean, 5_000).catch(() => null)) ?? look();
}

/**
 * The same where the tree also tells places late: what has just changed or scrolled may still move. The place counts
 * once it is the same twice.
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

/** The value of `look` once `accept` likes it; after `timeout` an error with the last value. */
export async function until<T>(
  look: () => Promise<T> | T,
  accept: (value: T) => boolean = Boolean,
  timeout = 10_000,
  every = 50,
): Promise<T> {
  const end = Date.now() + timeout;
  for (;;) {
    const value = await look();
    if (accept(value)) return value;
    if (Date.now() > end)
      throw new Error(`waited ${timeout} ms in vain; last seen: ${JSON.stringify(value)?.slice(0, 500)}`);
    await pause(every);
  }
}

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * The tree as indented lines, `button "Close" (focused)`: for messages, and for tests that compare what a screen reader
 * meets.
 */
export function outline(node: AccessibleNode, depth = 0): string {
  const line = `${'  '.repeat(depth)}${node.role}${node.name ? ` "${node.name}"` : ''}${node.states.length ? ` (${node.states.join(', ')})` : ''}`;
  return [line, ...node.children.map((child) => outline(child, depth + 1))].join('\n');
}

/**
 * Hosts that the browsers ask for on their own account (updates, sign-in, settings): what is left was asked for by a
 * page or by us.
 */
export const notTheBrowsersOwn = (hosts: string[]) =>
  hosts.filter(
    (host) =>
      !/(^|\.)(google\.com|googleapis\.com|gvt1\.com|gstatic\.com|mozilla\.(com|org|net)|firefox\.com|microsoft\.com|msn\.com|bing\.com)$/.test(
        host,
      ),
  );

/** All nodes of the tree, in reading order. */
export function allNodes(node: AccessibleNode): AccessibleNode[] {
  return [node, ...node.children.flatMap(allNodes)];
}
