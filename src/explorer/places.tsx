/** The places of the explorer by the first word of their address. Those with a label stand in the navigation. */
import type { ComponentType } from 'preact';
import { say } from '../words/explorer.ts';
import { CountryView } from './records/CountryView.tsx';
import { MarketView } from './records/MarketView.tsx';
import { BodyView, SeriesView } from './records/SeriesView.tsx';
import { SourceView } from './records/SourceView.tsx';
import { say as sayBulk } from '../words/bulk.ts';
import { say as sayCompare } from '../words/compare.ts';
import { Bulk } from './bulk/Bulk.tsx';
import { Compare } from './compare/Compare.tsx';
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
  ['market', { view: MarketView }],
  ['source', { view: SourceView }],
  ['series', { view: SeriesView }],
  ['country', { view: CountryView }],
  ['body', { view: BodyView }],
  ['bulk', { view: Bulk, label: sayBulk('bulk-place') }],
  ['compare', { view: Compare, label: sayCompare('compare-place') }],
]);
