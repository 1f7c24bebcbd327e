/** `check`: looks up hosts and addresses from the command line or a file. */
import { existsSync } from 'node:fs';
import { knownWords } from '../../words/record/headline.ts';
import { ownEvents } from '../../list/history.ts';
import { namedWords } from '../../words/record/named-words.ts';
import { seriesSentence, statusWords } from '../../words/record/sentences.ts';
import { dateWords, onDate } from '../../words/dates.ts';
import { eventWords } from '../../words/record/events.ts';
import { bulkCsv, bulkJson } from '../../bulk/bulk-export.ts';
import { dayOption, oneOf } from '../arguments.ts';
import { checker, sentencesOf, toJson, type TypedLookUp } from '../check.ts';
import { command, DATA, DATA_USAGE, usage, UsageError } from '../command.ts';
import { compile } from '../compile.ts';
import type { Dataset } from '../dataset.ts';
import { tableOf, oneInput, readInputFile } from '../check-input.ts';
import { parsedData } from '../valid-data.ts';

const USAGE = usage(
  'check <host or URL>... [options]',
  'What the list says of each, in the order given. Exit 2 where one of them is no host.',
  [
    ['-', 'in the place of a host: standard input, read as a file'],
    ['--file FILE', 'a file: lines, a hosts file, CSV, exported bookmarks (HTML) or history (CSV, JSON)'],
    ['--column NAME', 'of a CSV file: the column with the hosts, where it is not found by itself'],
    ['--recorded', 'every domain of the record, in alphabetical order'],
    ['--json', 'one JSON object a line'],
    ['--table csv|json', 'one table of everything, duplicates and refused lines too, as the explorer exports it'],
    ['--as-of YYYY-MM-DD', 'as of a day, today where none is given'],
    DATA_USAGE,
  ],
);

const OPTIONS = {
  ...DATA,
  file: { type: 'string' },
  recorded: { type: 'boolean', default: false },
  column: { type: 'string' },
  json: { type: 'boolean', default: false },
  table: { type: 'string' },
  'as-of': { type: 'string' },
} as const;

export const check = command(USAGE, OPTIONS, Infinity, async ({ args, values, say, complain, today }) => {
  const asOf = dayOption('--as-of', values['as-of'] ?? today);
  if (asOf > today) throw new UsageError(`--as-of: ${asOf} is in the future; give today or an earlier day`);
  const table = values.table === undefined ? null : oneOf('--table', values.table, ['csv', 'json']);
  if (table && values.json) throw new UsageError('give --json or --table, not both');
  const dataset = parsedData(values.data);
  const files = [...(args.includes('-') ? [0 as const] : []), ...(values.file === undefined ? [] : [values.file])].map(
    (file) => readInputFile(file === '-' ? 0 : file, values.column),
  );
  const named = [...args.filter((arg) => arg !== '-'), ...(values.recorded ? recordedHosts(dataset) : [])];
  if (!named.length && !files.length)
    throw new UsageError('name at least one host or URL, a file with --file FILE, - for standard input, or --recorded');
  if (table) {
    const input = oneInput(named, files);
    const answer = await tableOf(dataset, input, { asOf, readOn: today });
    say((table === 'csv' ? bulkCsv(answer) : bulkJson(answer)).trimEnd());
    return answer.rows.some(({ outcome }) => outcome === 'invalid') ? 2 : 0;
  }
  const inputs = [...named.map((text) => ({ text, place: text })), ...files.flatMap(({ inputs }) => inputs)];
  for (const { note } of files) if (note) complain(note);
  const { check: checkOne } = await checker(compile(dataset));
  let failed = 0;
  for (const { text, place } of inputs) {
    const line = await checkOne(text, asOf);
    if ('error' in line) {
      failed++;
      complain(`${place}: ${line.error}`);
      continue;
    }
    if (line.hint && place === text && existsSync(text))
      line.hint += ` There is a file of this name: --file ${text} checks what stands in it.`;
    say(values.json ? JSON.stringify(toJson(line, dataset.release, today)) : inWords(line, today));
  }
  if (!values.json && failed < inputs.length) say(listLine(dataset.release, asOf, today));
  return failed ? 2 : 0;
});

const recordedHosts = ({ markets }: Dataset): string[] =>
  [...new Set(markets.flatMap(({ domains }) => domains.map(({ name, path }) => name + (path ?? ''))))].sort();

function inWords(line: TypedLookUp, today: string): string {
  const notes = [namedWords(line.matches, line.hostname, line.path), line.leftOut, line.hint].filter(Boolean);
  const closed = line.closed ? [`Reported closed ${onDate(line.closed)}.`] : [];
  const sentences = line.series.length
    ? [...line.series.map((status) => seriesSentence(status, line.library)), ...closed]
    : sentencesOf(line, today);
  const cautions = (line.record?.causes ?? []).flatMap((cause) =>
    cause.why === 'changed-hands' ? `On the change of hands: ${cause.note}` : [],
  );
  const name = line.path === '/' ? line.hostname : line.hostname + line.path;
  return [
    `${name}: ${statusWords(line.status, line.series[0])}`,
    ...[...sentences, ...cautions, ...notes, ...sources(line)].map((text) => `  ${text}`),
  ].join('\n');
}

/** How the facts are known, and each with date and address. Facts on other domains of the market only if there are no own. */
function sources({ history, library }: TypedLookUp): string[] {
  const own = ownEvents(history);
  const shown = own.length ? own : history;
  if (!shown.length) return [];
  const lines = shown.map((event) => `  ${dateWords(event.date)}: ${eventWords(event, library)}. ${event.url}`);
  return [knownWords(own), 'Sources:', ...new Set(lines)].filter(Boolean);
}

/** Which list, of which day, and on what day it was read. */
function listLine({ sequence, published }: Dataset['release'], asOf: string, today: string): string {
  const day = asOf === today ? 'By' : `As of ${dateWords(asOf)}, by`;
  return `${day} Listmark’s list of ${dateWords(published.slice(0, 10))} (release ${sequence}), read on ${dateWords(today)}.`;
}
