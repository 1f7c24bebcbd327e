/** Why the list or a register could not be stored or read, with what a user can do. */
import { catalogue } from './catalogue.ts';

export const say = catalogue({
  'not-stored': '{what, select, list {the list} register {the register} other {}} could not be stored: {reason}',
  'in-memory': 'the list cannot be stored',
  'not-to-the-end': 'its newest release is not stored to the end yet',
  'not-to-the-end-why': 'its newest release is not stored to the end yet: {reason}',
  full: 'the disk is full, or the space that the browser gives this extension: free some space ({error})',
  newer: 'the stored list was written by a newer version of Listmark: update the extension ({error})',
  'not-allowed':
    'the browser does not let extensions store data (private browsing, or history that is never remembered) ({error})',
  late: 'the browser’s database does not answer (another version of Listmark holds it, or the profile hangs): restart the browser ({error})',
  damaged: 'the browser cannot read or write its database (the disk may be full or damaged) ({error})',
});
