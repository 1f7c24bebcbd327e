/** `sign`: signs a new head for the release in the folder; only its dates change. */
import * as v from 'valibot';
import { readManifest } from '../../list/release/read-release.ts';
import { RegisterManifest } from '../../list/register/register-release.ts';
import { HEAD_NAME, Manifest } from '../../list/release/release.ts';
import { command, usage, UsageError } from '../command.ts';
import { getFromFolder, publishedHead, writeHead } from '../folder.ts';
import { DATES, datesOf, datesUsage } from '../head-dates.ts';
import { KEY, KEY_USAGE, keyNamed } from '../keys.ts';
import { sign } from '../publish.ts';
import { proveRegister, proveRelease } from '../read-back.ts';

const USAGE = usage(
  'sign --key FILE [options]',
  `Signs the release in a folder anew, of the list or of a register: only its dates change. The whole release must lie there, because it is
read by the clients' own reader first.`,
  [KEY_USAGE, ['--out DIR', 'folder of the release (.listmark/release)'], ...datesUsage('now')],
);

export const signAnew = command(
  USAGE,
  { ...KEY, ...DATES, out: { type: 'string', default: '.listmark/release' } },
  0,
  async ({ values, say }) => {
    const { out } = values;
    const { key, keys } = await keyNamed(values.key);
    const before = publishedHead(out);
    if (!before) throw new UsageError(`there is no release in ${out}: run compile`);
    const now = new Date().toISOString();
    const dates = datesOf(values, now, before);
    const head = await sign({ ...before, ...dates }, key);
    const folder = getFromFolder(out);
    const manifest = await readManifest(folder, before, v.union([Manifest, RegisterManifest]));
    const candidate = {
      get: (name: string, limit: number) => (name === HEAD_NAME ? Promise.resolve(head) : folder(name, limit)),
      keys,
      list: before.list,
      now,
      before,
    };
    await ('records' in manifest ? proveRelease(candidate, []) : proveRegister(candidate, []));
    writeHead(out, head);
    say(`release ${before.sequence}: good until ${dates.expires}`);
    return 0;
  },
);
