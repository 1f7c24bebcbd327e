/** The props of every section of the options page: the settings and how to change them. */
import type { Settings } from '../settings.ts';

export interface Part {
  settings: Settings;
  change: (change: Partial<Settings>) => void;
  /** As `change`. @returns the error message, which the page shows itself; null if saved */
  save: (change: Partial<Settings>) => Promise<string | null>;
}
