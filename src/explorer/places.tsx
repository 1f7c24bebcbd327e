/** The places of the explorer by the first word of their address. Those with a label stand in the navigation. */
import type { ComponentType } from 'preact';
import { say } from '../words/explorer.ts';
import { Search } from './search/Search.tsx';
import type { ViewProps } from './view.ts';

export interface PlaceOf {
  view: ComponentType<ViewProps>;
  /** Its words in the navigation. */
  label?: string;
}

/** The first one is shown where the address names none. */
export const PLACES: ReadonlyMap<string, PlaceOf> = new Map<string, PlaceOf>([
  ['search', { view: Search, label: say('search-place') }],
]);
