/** `keygen`: makes a signing key. */
import { command, usage, UsageError } from '../command.ts';
import { newKey, publicSet, saveKey } from '../keys.ts';

const USAGE = usage(
  'keygen --out FILE',
  'Makes a signing key: the private key goes to the file, which only its owner can read; the public one is printed, as a set that a build takes.',
  [['--out FILE', 'for the private key; a file that is there is never overwritten']],
);

export const keygen = command(USAGE, { out: { type: 'string' } }, 0, async ({ values, say }) => {
  if (!values.out) throw new UsageError('name the file for the private key with --out FILE');
  const key = await newKey();
  saveKey(values.out, key);
  say(JSON.stringify(publicSet([key])));
  return 0;
});
