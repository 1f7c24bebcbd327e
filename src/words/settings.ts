/** Why a file of settings is refused. Apart from the words of the options page, because the worker reads settings, too. */
import { catalogue } from './catalogue.ts';

export const say = catalogue({
  'not-json': 'This file is not JSON, so it is not an export of Listmark’s settings. Nothing was changed.',
  'bad-member': '“{member}”: {reason}. Nothing was changed.',
  'bad-file': '“the file”: {reason}. Nothing was changed.',
});
