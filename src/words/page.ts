/** What the worker says of one page: the title of the toolbar’s mark, and what stands around the sentences of the badge. */
import { catalogue } from './catalogue.ts';

export const say = catalogue({
  unreadable: 'Listmark: not known, the list cannot be read ({reason})',
  impossible: 'Listmark: not checked; only web pages can be',
  'no-list': 'Listmark: not known, the list is not loaded',
  'ip-address': '{host}: not known; the list names sites by their names, not by IP addresses',
  stale: '{host}: not known, the list is out of date',
  'not-listed':
    '{host}: not named by this address in the lists, orders and submissions on record. Not listed is not clearance.',
  named: '{host} (named: {named})',
  found: '{name}: {words}',
  'found-more': '{name}: {words}; {more, plural, one {# more entry} other {# more entries}} on record',
  'on-record': '{name}: on record, no status today: {causes}',
  expired: '{title} (list of {date}, out of date)',
  'in-registers': '{title}\nAlso in {registers}',
  'only-web-pages': 'Only web pages (http and https) with a host name can be checked.',

  'also-named': '{words}.',
  'the-list': 'The list: {list}.',
  'kind-of-act': 'Kind of act: {kinds}. Listmark judges nothing; a listing is not a finding of law.',
});
