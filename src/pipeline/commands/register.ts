/** `register`: publishes a block list kept by somebody else as a signed list of its own, which users may add. */
import * as v from 'valibot';
import { decodeColumns } from '../../list/register/name-columns.ts';
import { decodeNames } from '../../list/register/name-table.ts';
import { openTables, readTables, type RegisterFiles } from '../../list/register/read-register.ts';
import { readManifest } from '../../list/release/read-release.ts';
import { About, RegisterManifest } from '../../list/register/register-release.ts';
import { listId, type Head } from '../../list/release/release.ts';
import { wholeNumber } from '../arguments.ts';
import { command, usage, UsageError } from '../command.ts';
import { getFromFolder, publishedHead, writeRelease } from '../folder.ts';
import { DATES, datesOf, datesUsage } from '../head-dates.ts';
import { KEY, KEY_USAGE, keyNamed } from '../keys.ts';
import { signHead } from '../publish.ts';
import { buildRegisterRelease, type EarlierRegister } from '../publish-register.ts';
import { getFromMemory, proveRegister } from '../read-back.ts';
import { parseJson } from '../read-json.ts';
import { readRegisterInput, type ReadRegister } from '../register-input.ts';
import { ALLOW_LOSS, ALLOW_LOSS_USAGE, cannotCompare, checkLoss, checkSuccession, unreadable } from '../succession.ts';
import { readText } from '../text-file.ts';

const USAGE = usage(
  'register <names> --about FILE --key FILE --out DIR [options]',
  `Publishes a block list that somebody else keeps as a list of its own, with a delta from the release that lies in the folder. Names are
hosts, one a line, or CSV with the head "name,Entered (day),Order (number)". The release is read by the clients' own reader first: what
they would not take is refused, and the folder stays as it was.`,
  [
    ['--about FILE', 'JSON: "list" (its id), "title", "publisher", "licence", "source" (an https address)'],
    KEY_USAGE,
    ['--out DIR', 'folder of the register'],
    ['--sequence N', 'number of the release (one above that in the folder): where the release before lies elsewhere'],
    ...datesUsage('now'),
    ALLOW_LOSS_USAGE,
  ],
);

const OPTIONS = {
  ...KEY,
  ...DATES,
  ...ALLOW_LOSS,
  about: { type: 'string' },
  out: { type: 'string' },
  sequence: { type: 'string' },
} as const;

/** The `--about` file: id of the list, title, publisher and licence. */
const Note = v.strictObject({ list: listId, ...About.entries });

export const register = command(USAGE, OPTIONS, 1, async ({ args, values, say, complain, today }) => {
  const [input] = args;
  const { out } = values;
  if (!input || !values.about || !out)
    throw new UsageError('name the list of names, --about FILE, --key FILE and --out DIR');
  const { key, keys } = await keyNamed(values.key);
  const { list, ...about } = readNote(values.about);
  const { refused, notes, ...read } = readInput(input);
  for (const { line, text, reason } of refused) complain(`${input}:${line}: ${reason} (“${text.slice(0, 80)}”)`);
  for (const { line, text, reason } of notes)
    complain(`${input}:${line}: published, but: ${reason} (“${text.slice(0, 80)}”)`);
  if (read.names.length === 0) throw new UsageError(`${input} holds no name that can be published`);
  const before = publishedHead(out);
  const sequence =
    values.sequence === undefined
      ? (before?.sequence ?? 0) + 1
      : wholeNumber('--sequence', values.sequence, 1, Number.MAX_SAFE_INTEGER);
  const old = before?.list === list ? await readBefore(out, before, values['allow-loss'], complain) : null;
  const built = await buildRegisterRelease({ ...read, about }, { list, sequence, published: today }, old ? [old] : []);
  checkSuccession(
    out,
    before,
    { list, sequence, manifestHash: built.manifestFile.hash },
    'name a number with --sequence',
  );
  const now = new Date().toISOString();
  const { issued, expires } = datesOf(values, now, before?.sequence === sequence ? before : null);
  const head = await signHead(built, key, issued, expires);
  await proveRegister(
    { get: getFromMemory(built.files, head), keys, list, now, before },
    old && built.manifest.deltas.length ? [old] : [],
  );
  if (old && !values['allow-loss']) checkLoss('names', old.names, new Set(read.names));
  writeRelease(out, built.files, head);
  say(`register ${list}, release ${sequence}: ${read.names.length} names, ${refused.length} lines refused, ${out}`);
  return 0;
});

function readInput(path: string): ReadRegister {
  const text = readText(path);
  try {
    return readRegisterInput(text);
  } catch (error) {
    throw new UsageError(`${path}: ${(error as Error).message}`);
  }
}

function readNote(path: string): v.InferOutput<typeof Note> {
  const json = parseJson(readText(path));
  if ('problem' in json) throw new UsageError(`${path}: ${json.problem}`);
  const read = v.safeParse(Note, json.value);
  if (!read.success) throw new UsageError(`${path}: ${v.getDotPath(read.issues[0]) ?? ''} ${read.issues[0].message}`);
  return read.output;
}

/**
 * The release that is in the folder already, to make a delta from. If it cannot be read, there is no delta and no
 * comparison.
 */
async function readBefore(
  out: string,
  head: Head,
  allowLoss: boolean,
  complain: (line: string) => void,
): Promise<(EarlierRegister & { files: RegisterFiles }) | null> {
  try {
    const get = getFromFolder(out);
    const manifest = await readManifest(get, head, RegisterManifest);
    const files = await readTables(get, manifest);
    const { names, columns } = await openTables(files, manifest);
    return {
      sequence: head.sequence,
      names: decodeNames(names),
      columns: columns ? decodeColumns(columns, manifest.count) : [],
      files,
    };
  } catch (error) {
    const reason = unreadable(out, head, error);
    if (!allowLoss) throw cannotCompare(reason, error);
    complain(`${reason}: no delta leads from it`);
    return null;
  }
}
