/**
 * The user's choices, on this device only (`storage.local`, never `storage.sync`): one document, parsed whenever it is
 * read, so that a damaged or older one falls back to the defaults member by member and never breaks a face.
 */
import * as v from 'valibot';
import { ListAddress } from './list/release/list-address.ts';
import browser from 'webextension-polyfill';
import type { Corner, Theme } from './messages.ts';
import type { Status } from './list/status.ts';
import { within } from './within.ts';

const KEY = 'settings';

export const CORNERS = ['bottom-right', 'bottom-left', 'top-right', 'top-left'] as const satisfies readonly Corner[];
export const THEMES = ['system', 'light', 'dark'] as const satisfies readonly Theme[];
/** Statuses that a badge can be had for: whatever a source says something positive about. */
export const BADGE_STATUSES = [
  'listed',
  'blocked',
  'block-ordered',
  'seized',
  'formerly-listed',
  'formerly-blocked',
  'named',
] as const satisfies readonly Status[];
/** Further addresses of the list. */
export const MOST_ADDRESSES = 5;
/** There are some hundred series; a file may name any number. */
const MOST_SERIES = 1_000;
export const SYNC_HOURS = { least: 1, most: 168 } as const;

const seriesId = v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/, 'expected the id of a series'));
const place = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'expected a two-letter code such as "GB"'));
/** Each member by itself, so that one bad member does not cost the others. */
const MEMBERS = {
  badgeOn: v.boolean(),
  badgeStatuses: v.array(v.picklist(BADGE_STATUSES)),
  badgeCorner: v.picklist(CORNERS),
  badgeForm: v.picklist(['pill', 'dot']),
  seriesIgnored: v.pipe(v.array(seriesId), v.maxLength(MOST_SERIES, `expected at most ${MOST_SERIES} series`)),
  jurisdictions: v.pipe(v.array(place), v.maxLength(MOST_SERIES, `expected at most ${MOST_SERIES} codes`)),
  syncHours: v.pipe(v.number(), v.integer(), v.minValue(SYNC_HOURS.least), v.maxValue(SYNC_HOURS.most)),
  /**
   * Further addresses of the list, tried before the built-in ones; every one must serve a list signed with a key of the
   * package.
   */
  listAddresses: v.pipe(
    v.array(ListAddress),
    v.maxLength(MOST_ADDRESSES, `expected at most ${MOST_ADDRESSES} addresses`),
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

/** Whatever was stored, as settings: what cannot be read is the default. */
export function settingsFrom(stored: unknown): Settings {
  const held: Partial<Record<string, unknown>> = typeof stored === 'object' && stored !== null ? stored : {};
  const entries = Object.entries(MEMBERS).map(([name, schema]) => {
    const value = held[name];
    const read = v.safeParse(schema, value);
    // Of many values those that can be read are kept: an address that a newer version refuses does not cost the others.
    const kept =
      read.success || !Array.isArray(value)
        ? read
        : v.safeParse(
            schema,
            value.filter((one) => v.is(schema, [one])),
          );
    return [name, kept.success ? kept.output : DEFAULTS[name as keyof Settings]];
  });
  return Object.fromEntries(entries) as Settings;
}

export async function readSettings(): Promise<Settings> {
  return settingsFrom((await within(browser.storage.local.get(KEY)))[KEY]);
}

/** One after the other: two quick clicks must not each start from what was before the first. */
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

/** Calls back whenever any page of ours changed the settings. */
export function onSettings(hear: (settings: Settings) => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && changes[KEY]) hear(settingsFrom(changes[KEY].newValue));
  });
}

const Exported = v.strictObject({ listmarkSettings: v.literal(1), settings: Settings });

/** Settings as a file. Silenced sites are not in it: they would tell which sites were visited. */
export function exportSettings(settings: Settings): string {
  return `${JSON.stringify({ listmarkSettings: 1, settings } satisfies v.InferInput<typeof Exported>, null, 2)}\n`;
}

/** @throws Error with words for the user, naming the member at fault */
export function importSettings(text: string): Settings {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new Error('This file is not JSON, so it is not an export of Listmark’s settings. Nothing was changed.');
  }
  const read = v.safeParse(Exported, data);
  if (read.success) return read.output.settings;
  const [issue] = read.issues;
  throw new Error(`“${v.getDotPath(issue) ?? 'the file'}”: ${issue.message}. Nothing was changed.`);
}
