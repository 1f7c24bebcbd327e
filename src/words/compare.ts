/** The words of the explorer's page that compares. */
import { catalogue } from './catalogue.ts';

export const say = catalogue({
  'compare-place': 'Compare',
  title: 'Compare',
  mode: 'What to compare',
  editions: 'Two editions of one series',
  series: 'Two series',
  'series-of': 'Series',
  older: 'Older edition',
  newer: 'Newer edition',
  'first-series': 'First series',
  'second-series': 'Second series',
  'edition-of': '{edition}, {day}',
  'same-edition': 'Choose two different editions.',
  'same-series': 'Choose two different series.',
  between: '{series}: {older} against {newer}',
  side: '{edition} ({day}): {found, number} found of {stated, number} stated; {complete, select, yes {complete in our record} other {not complete in our record}}.',
  'side-not-stated':
    '{edition} ({day}): {found, number} found; it states no number; {complete, select, yes {complete in our record} other {not complete in our record}}.',
  entered: 'Added: named in {newer}, not in {older}',
  'entered-why': '{older} is complete in our record, so its silence is known.',
  left: 'Removed: named in {older}, not in {newer}',
  'left-why':
    '{newer} is complete in our record, so its silence is known. Why a market was left out is not said here; its own page has what is on record.',
  'not-known': 'Found in one only; nothing follows from that',
  'not-known-why': 'The other edition is not complete in our record, so its silence proves nothing.',
  stayed: 'Kept: named in both',
  'found-in': 'found in {edition}',
  'printed-as': 'printed as {text}',
  'printed-change': 'printed as {older}, then as {newer}',
  none: 'None.',
  count: '{heading} ({count, number})',
  'only-in': 'Only in {series}',
  'both-in': 'In both',
  'series-why':
    'As of {day}. That a series does not name a market proves nothing by itself: our record may hold the series in part.',
  'in-series': '{series}: {times, plural, one {once, {first}} other {# times, {first} to {last}}}',
});
