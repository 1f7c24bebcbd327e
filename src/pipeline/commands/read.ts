/**
 * `read`: compares an act with the records that cite it: what it confirms, what it does not, and what the records lack.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordFile } from '../../list/record-file.ts';
import { actWords, countsOf, lackingWords } from '../acts/act-words.ts';
import { applyAct, type ReadAs } from '../acts/apply-act.ts';
import { compareAct, type CheckedFact } from '../acts/compare-act.ts';
import { lacking } from '../acts/lacking.ts';
import { readAct } from '../acts/read-act.ts';
import { UnreadableAct, type Act } from '../acts/act.ts';
import { oneOf } from '../arguments.ts';
import { command, DATA, DATA_USAGE, usage, UsageError } from '../command.ts';
import type { Dataset } from '../dataset.ts';
import { formatFile, writeFiles, type Files } from '../format-file.ts';
import { problemLine } from '../problem.ts';
import { applyRules } from '../rules.ts';
import { parsedData } from '../valid-data.ts';

const USAGE = usage(
  'read <source id> <file> [options]',
  `Finds every host and market name in an act (PDF, HTML or text) and holds them against the records that cite the source: what the act bears
out, and on which page; what it does not bear out; what it prints and the records lack. Nothing is written without --write. Exit 1 where the
act cannot be read whole, or does not bear out a fact.`,
  [
    [
      '--write',
      'write what is borne out into the records, with page and the SHA-256 of the file; what they lack becomes drafts',
    ],
    [
      '--as act|copy-of-act',
      'what the file is: the act as its issuer published it, or a copy of it; needed with --write',
    ],
    ['--url ADDRESS', 'where the file came from; needed with --write where the source does not name it yet'],
    [
      '--confirm MARKET',
      'a market whose findings were in doubt, and that you have looked up in the act; may be given again',
    ],
    ['--except MARKET', 'a market that the act only mentions, so that nothing of it is written; may be given again'],
    ['--encoding NAME', 'of text or HTML that does not say it and is not UTF-8: windows-1251'],
    ['--drafts DIR', 'folder for drafts, outside the records (drafts)'],
    DATA_USAGE,
  ],
);

const OPTIONS = {
  ...DATA,
  write: { type: 'boolean', default: false },
  as: { type: 'string' },
  url: { type: 'string' },
  encoding: { type: 'string' },
  confirm: { type: 'string', multiple: true, default: [] as string[] },
  except: { type: 'string', multiple: true, default: [] as string[] },
  drafts: { type: 'string', default: 'drafts' },
} as const;

export const read = command(USAGE, OPTIONS, 2, async ({ args, values, say, complain, today }) => {
  const [id, path] = args;
  if (!id || !path) throw new UsageError('name the id of the source, and the file of the act');
  const as = values.as === undefined ? undefined : oneOf<ReadAs>('--as', values.as, ['act', 'copy-of-act']);
  if (values.write && !as) throw new UsageError('--write: say with --as whether the file is the act or a copy of it');
  if (values.url !== undefined && !/^https?:\/\/\S+$/.test(values.url))
    throw new UsageError(`--url: expected a web address, found "${values.url}"`);
  if (values.encoding !== undefined && !isEncoding(values.encoding))
    throw new UsageError(`--encoding: there is no encoding "${values.encoding}"`);
  const data = parsedData(values.data);
  const source = data.sources.find((each) => each.id === id);
  if (!source)
    throw new UsageError(
      `there is no source ${id} in ${values.data}: the names of the files below ${join(values.data, 'sources')} are the ids`,
    );
  if (!existsSync(path)) throw new UsageError(`${path}: there is no such file`);
  let act: Act;
  try {
    act = await readAct(readFileSync(path), path, values.encoding);
  } catch (error) {
    if (!(error instanceof UnreadableAct)) throw error;
    complain(`${path}: ${error.message}. Nothing is known of what it says, and nothing was written.`);
    return 1;
  }
  const compared = compareAct(act, source, data);
  const confirmed = confirmedMarkets(values.confirm, compared.facts);
  const excepted = exceptedMarkets(values.except, compared.facts);
  const borneOut = compared.facts.filter(
    ({ market, missing, doubts }) =>
      !missing.length && !excepted.has(market.id) && (!doubts.length || confirmed.has(market.id)),
  );
  say(actWords({ path, act, source, compared, borneOut, excepted, as }));
  const reading = { as: as ?? 'copy-of-act', url: values.url, sha256: act.sha256 };
  const failed = act.unread.length || compared.facts.some(({ missing }) => missing.length) ? 1 : 0;
  if (!values.write) {
    say(lackingWords(lacking(compared, source, data, reading.as), source));
    say('\nNothing was written. --write writes what is borne out.');
    return failed;
  }
  const applied = applyAct(data, source, borneOut, reading);
  const after = withRecords(data, applied);
  const { drafts, aside } = lacking(compared, applied.source, after, reading.as);
  say(lackingWords({ drafts, aside }, source));
  const before = new Set(applyRules(data, today).map(problemLine));
  const problems = applyRules(after, today)
    .map(problemLine)
    .filter((line) => !before.has(line));
  for (const problem of problems) complain(join(values.data, problem));
  if (problems.length) throw new Error('the records would break these rules: nothing was written');
  const written = await formatted([
    [join(values.data, recordFile('sources', source)), applied.source],
    ...applied.markets.map((market) => [join(values.data, recordFile('markets', market)), market] as const),
    ...applied.countries.map((country) => [join(values.data, recordFile('countries', country)), country] as const),
    ...applied.series.map((series) => [join(values.data, recordFile('series', series)), series] as const),
  ]);
  // Never overwrite a draft: somebody may have worked on it.
  const fresh = drafts
    .map(({ file, market }) => [join(values.drafts, source.id, file), market] as const)
    .filter(([file]) => !existsSync(file));
  writeFiles(written);
  writeFiles(await formatted(fresh));
  say(
    `Written: ${countsOf(applied)}; ${written.size} files below ${values.data}. Look at them: git diff ${values.data}`,
  );
  if (source.note) say(`Read the note of ${source.id} again, it may no longer be true: ${source.note}`);
  if (drafts.length)
    say(
      `Drafts: ${fresh.length} written below ${join(values.drafts, source.id)}, ${drafts.length - fresh.length} kept as they were.`,
    );
  return failed;
});

function isEncoding(label: string): boolean {
  try {
    return Boolean(new TextDecoder(label));
  } catch {
    return false;
  }
}

/** @throws UsageError for an id without a doubtful finding */
function confirmedMarkets(ids: readonly string[], facts: readonly CheckedFact[]): Set<string> {
  for (const id of ids)
    if (!facts.some(({ market, doubts, missing }) => market.id === id && doubts.length && !missing.length))
      throw new UsageError(`--confirm: no finding about ${id} is in doubt`);
  return new Set(ids);
}

/** @throws UsageError for an id without a fact from this source */
function exceptedMarkets(ids: readonly string[], facts: readonly CheckedFact[]): Set<string> {
  for (const id of ids)
    if (!facts.some(({ market }) => market.id === id))
      throw new UsageError(`--except: no fact about ${id} cites this source`);
  return new Set(ids);
}

function withRecords(
  data: Dataset,
  {
    source,
    markets,
    countries,
    series,
  }: Pick<Dataset, 'markets' | 'countries' | 'series'> & { source: Dataset['sources'][number] },
): Dataset {
  const put = <T extends { id: string }>(all: readonly T[], changed: readonly T[]): T[] =>
    all.map((each) => changed.find(({ id }) => id === each.id) ?? each);
  return {
    ...data,
    sources: put(data.sources, [source]),
    markets: put(data.markets, markets),
    countries: put(data.countries, countries),
    series: put(data.series, series),
  };
}

async function formatted(records: readonly (readonly [path: string, record: unknown])[]): Promise<Files> {
  return new Map(
    await Promise.all(
      records.map(async ([path, record]) => [path, await formatFile(path, JSON.stringify(record, null, 2))] as const),
    ),
  );
}
