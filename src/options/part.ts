/** What every part of the options page gets: the settings as they are, and how it changes them. */
import type { Settings } from '../settings.ts';

export interface Part {
  settings: Settings;
  change: (change: Partial<Settings>) => void;
  /** As `change`. @returns why they could not be saved, null where they were; the page has said so */
  save: (change: Partial<Settings>) => Promise<string | null>;
}
