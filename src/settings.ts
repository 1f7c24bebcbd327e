/**
 * The user's settings, on this device only (`storage.local`, never `storage.sync`). They are parsed at every read,
 * member by member: a damaged or outdated member falls back to its default.
 */
import * as v from 'valibot';
import { ListAddress } from './list/release/list-address.ts';
import browser from 'webextension-polyfill';
import type { Corner, Theme } from './messages.ts';
import type { Status } from './list/status.ts';
import { within } from './within.ts';
import { say } from './words/settings.ts';

const KEY = 'settings';

export const CORNERS = ['bottom-right', 'bottom-left', 'top-right', 'top-left'] as const satisfies readonly Corner[];
export const THEMES = ['system', 'light', 'dark'] as const satisfies readonly Theme[];
/** Statuses for which the user can switch the badge on: those in which a source says something positive. */
export const BADGE_STATUSES = [
  'listed',
  'blocked',
  'block-ordered',
  'seized',
  'formerly-listed',
  'formerly-blocked',
  'named',
] as const satisfies readonly Status[];
/** Limit for the user's own addresses of the list. */
export const MAX_ADDRESSES = 5;
/** There are a few hundred series, but an imported file may name any number. */
const MAX_SERIES = 1_000;
export const SYNC_HOURS = { least: 1, most: 168 } as const;

const seriesId = v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/, 'expected the id of a series'));
const countryCode = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'expected a two-letter code such as "GB"'));
/** Each member is parsed separately, so that one bad member does not reset the others. */
const MEMBERS = {
  badgeOn: v.boolean(),
  badgeStatuses: v.array(v.picklist(BADGE_STATUSES)),
  badgeCorner: v.picklist(CORNERS),
  badgeForm: v.picklist(['pill', 'dot']),
  seriesIgnored: v.pipe(v.array(seriesId), v.maxLength(MAX_SERIES, `expected at most ${MAX_SERIES} series`)),
  jurisdictions: v.pipe(v.array(countryCode), v.maxLength(MAX_SERIES, `expected at most ${MAX_SERIES} codes`)),
  syncHours: v.pipe(v.number(), v.integer(), v.minValue(SYNC_HOURS.least), v.maxValue(SYNC_HOURS.most)),
  /**
   * The user's own addresses of the list, tried before the built-in ones. A list from there must be signed with a key
   * of the package, too.
   */
  listAddresses: v.pipe(
    v.array(ListAddress),
    v.maxLength(MAX_ADDRESSES, `expected at most ${MAX_ADDRESSES} addresses`),
  ),
  theme: v.picklist(THEMES),
};
export const Settings = v.strictObject(MEMBERS);
export type Settings = v.InferOutput<typeof Settings>;

export const DEFAULTS: Settings = {
  badgeOn: true,
  badgeStatuses: ['listed', 'blocked'],
  badgeCorner: 'bottom-right',
  badgeForm: 'pill',
  seriesIgnored: [],
  jurisdictions: [],
  syncHours: 6,
  listAddresses: [],
  theme: 'system',
};

/** Parses stored settings. A member that cannot be read gets its default. */
export function settingsFrom(stored: unknown): Settings {
  const held: Partial<Record<string, unknown>> = typeof stored === 'object' && stored !== null ? stored : {};
  const entries = Object.entries(MEMBERS).map(([name, schema]) => {
    const value = held[name];
    const read = v.safeParse(schema, value);
    // In an array, keep the values that can be read: an address that a newer version refuses must not remove the
    // others.
    const kept =
      read.success || !Array.isArray(value)
        ? read
        : v.safeParse(
            schema,
            value.filter((item) => v.is(schema, [item])),
          );
    return [name, kept.success ? kept.output : DEFAULTS[name as keyof Settings]];
  });
  return Object.fromEntries(entries) as Settings;
}

export async function readSettings(): Promise<Settings> {
  return settingsFrom((await within(browser.storage.local.get(KEY)))[KEY]);
}

/** Changes run one after the other; else two quick clicks would both start from the same old settings. */
let changing: Promise<unknown> = Promise.resolve();

export function changeSettings(change: Partial<Settings>): Promise<Settings> {
  const changed = changing.then(async () => {
    const settings = settingsFrom({ ...(await readSettings()), ...change });
    await within(browser.storage.local.set({ [KEY]: settings }));
    return settings;
  });
  changing = changed.catch(() => undefined);
  return changed;
}

/** Calls `listener` whenever any page of the extension changes the settings. */
export function onSettingsChange(listener: (settings: Settings) => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && changes[KEY]) listener(settingsFrom(changes[KEY].newValue));
  });
}

const Exported = v.strictObject({ listmarkSettings: v.literal(1), settings: Settings });

/** The settings as a JSON file. Silenced sites are left out: they tell which sites the user visited. */
export function exportSettings(settings: Settings): string {
  return `${JSON.stringify({ listmarkSettings: 1, settings } satisfies v.InferInput<typeof Exported>, null, 2)}\n`;
}

/**
 * Parses an exported file.
 * @throws Error with words for the user that name the bad member
 */
export function importSettings(text: string): Settings {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new Error(say('not-json'));
  }
  const read = v.safeParse(Exported, data);
  if (read.success) return read.output.settings;
  const [issue] = read.issues;
  const member = v.getDotPath(issue);
  const reason = issue.message;
  throw new Error(member === null ? say('bad-file', { reason }) : say('bad-member', { member, reason }));
}
