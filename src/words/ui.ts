/** The words of what several pages share. */
import { catalogue } from './catalogue.ts';

export const say = catalogue({
  'access-off':
    'Badges inside listed pages are off: they need access to the pages. Everything is checked on this device.',
  'access-ask': 'Show badges in pages',
  'access-refused': 'Badges stay off. The mark in the toolbar and the popup work as before.',
  'no-answer': '{what}: {reason}.',
  again: 'Try again',

  'no-list': 'No list is loaded',
  release: 'Release {number}, {date} ({days, plural, =0 {today} =1 {yesterday} other {# days old}})',
  'out-of-date': ', out of date',
  bundled: ', came with the extension',
  verified: '✓ signature verified',
  hash: 'SHA-256 {hash}',
  'in-memory': 'This list is held in memory only: {reason}',
  check: 'Check now',
  checking: 'Checking…',
  'check-broke-off': 'The check did not come to its end: {reason}. Try again.',
  options: 'Settings',
  'no-address':
    'This copy has no list address; {kept, select, none {nothing is fetched} bundled {the list that came with the extension is used} network {the list that was fetched last is used} other {}}.',
  'not-checked': 'Not yet checked for a newer release',
  checked: '{outcome, select, updated {Updated} current {Checked, up to date} other {}}, {when}',
  refused: 'Last check failed: {reason} ({when})',
  'refused-kept': 'Last check failed, the list above is kept: {reason} ({when})',
  'no-reason': 'no reason known',
});
