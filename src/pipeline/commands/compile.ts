/** `compile`: publishes the records as a signed release, with deltas from kept earlier releases. */
import { recordsOf, type Lines } from '../../list/release/record-lines.ts';
import { readManifest, readRecords } from '../../list/release/read-release.ts';
import { Manifest, type Head } from '../../list/release/release.ts';
import { command, DATA, DATA_USAGE, usage } from '../command.ts';
import { compile } from '../compile.ts';
import { getFromFolder, publishedHead, writeRelease } from '../folder.ts';
import { DATES, datesOf, datesUsage } from '../head-dates.ts';
import { keepHistory, readHistory } from '../earlier-releases.ts';
import { KEY, KEY_USAGE, keyNamed } from '../keys.ts';
import { buildRelease, signHead } from '../publish.ts';
import { getFromMemory, proveRelease } from '../read-back.ts';
import { ALLOW_LOSS, ALLOW_LOSS_USAGE, cannotCompare, checkLoss, checkSuccession, unreadable } from '../succession.ts';
import { validData } from '../valid-data.ts';

const USAGE = usage(
  'compile --key FILE [options]',
  `Writes a signed release, with deltas from those kept in the history. It is read by the clients' own reader first: what they would not
take is refused, and the folder stays as it was.`,
  [
    KEY_USAGE,
    ['--out DIR', 'folder of the release (.listmark/release)'],
    ['--history DIR', 'earlier releases, from which deltas lead (the folder of the release, with "-history" after it)'],
    ...datesUsage('today, from midnight on'),
    ALLOW_LOSS_USAGE,
    DATA_USAGE,
  ],
);

const OPTIONS = {
  ...DATA,
  ...KEY,
  ...DATES,
  ...ALLOW_LOSS,
  out: { type: 'string', default: '.listmark/release' },
  history: { type: 'string' },
} as const;

export const compileRelease = command(USAGE, OPTIONS, 0, async ({ values, ...surroundings }) => {
  const { say, complain, today } = surroundings;
  const { key, keys } = await keyNamed(values.key);
  const { dataset, problems } = validData(values.data, surroundings);
  if (problems) return 1;
  const { out, history = `${out}-history` } = values;
  const { list, sequence, published } = dataset.release;
  const before = publishedHead(out);
  const lines = compile(dataset);
  const earlier = readHistory(history, sequence, complain);
  const built = await buildRelease(lines, dataset.release, earlier);
  const { markets, names } = built.manifest.counts;
  if (!markets || !names)
    throw new Error(
      `${values.data} names no site: an empty list would take the place of a good one. Nothing was written`,
    );
  checkSuccession(
    out,
    before,
    { list, sequence, manifestHash: built.manifestFile.hash },
    `raise "sequence" in release.json`,
  );
  const { issued, expires } = datesOf(values, `${today}T00:00:00.000Z`, before?.sequence === sequence ? before : null);
  const head = await signHead(built, key, issued, expires);
  await proveRelease(
    { get: getFromMemory(built.files, head), keys, list, now: new Date().toISOString(), before },
    earlier,
  );
  if (before && !values['allow-loss']) await checkLosses(out, before, lines);
  writeRelease(out, built.files, head);
  keepHistory(history, sequence, lines);
  say(
    `release ${sequence} of ${published}: ${markets} markets, ${names} names, good until ${expires.slice(0, 10)}, ${out}`,
  );
  return 0;
});

/** Compares names, because users look up names, and markets, because some have no name. */
async function checkLosses(out: string, before: Head, lines: Lines): Promise<void> {
  let old: Lines;
  try {
    const get = getFromFolder(out);
    old = await readRecords(get, await readManifest(get, before, Manifest));
  } catch (error) {
    throw cannotCompare(unreadable(out, before, error), error);
  }
  const namesOf = (of: Lines) => recordsOf('market', of).flatMap(({ domains }) => domains.map(({ name }) => name));
  checkLoss('names', new Set(namesOf(old)), new Set(namesOf(lines)));
  checkLoss('records', old.keys(), new Set(lines.keys()));
}
