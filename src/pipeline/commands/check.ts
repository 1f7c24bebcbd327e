/** `check`: what the list says of hosts and addresses that were named, or that stand in a file. */
import { existsSync } from 'node:fs';
import { isPartialDate } from '../../list/dates.ts';
import { seriesSentence, STATUS_WORDS } from '../../list/words.ts';
import { checker, toJson, type CheckLine } from '../check.ts';
import { UsageError, type Command } from '../command.ts';
import { compile } from '../compile.ts';
import { readDataset } from '../dataset.ts';
import { readText } from '../text-file.ts';

interface Input {
  text: string;
  /** Where it stands, for what is said of it. */
  place: string;
}

export const check: Command = async ({ args, values, say, complain, today }) => {
  const asOf = values['as-of'] ?? today;
  if (asOf.length !== 10 || !isPartialDate(asOf)) throw new UsageError(`--as-of: expected a day as YYYY-MM-DD, found "${asOf}"`);
  const inputs = [
    ...args.flatMap((arg) => (arg === '-' ? linesOf(0) : { text: arg, place: arg })),
    ...(values.file === undefined ? [] : linesOf(values.file === '-' ? 0 : values.file)),
  ];
  if (!inputs.length) throw new UsageError('check: name at least one host or URL, a file with --file FILE, or - for standard input');
  const { dataset, problems } = readDataset(values.data);
  if (problems.length) throw new UsageError(`the records in ${values.data} do not parse (${problems.length} problems): run validate`);
  const { check: checkOne } = await checker(compile(dataset));
  let failed = 0;
  for (const { text, place } of inputs) {
    const line = await checkOne(text, asOf);
    if ('error' in line) {
      failed++;
      complain(`${place}: ${line.error}`);
      continue;
    }
    if (line.hint && place === text && existsSync(text)) line.hint += ` There is a file of this name: --file ${text} checks what stands in it.`;
    say(values.json ? JSON.stringify(toJson(line, dataset.release)) : inWords(line));
  }
  return failed ? 2 : 0;
};

/** @param path 0 for standard input. Blank lines and those that begin with # say nothing. */
function linesOf(path: string | 0): Input[] {
  const inputs = readText(path)
    .split(/\r\n|\r|\n/)
    .map((line, n) => ({ text: line.trim(), place: `${path === 0 ? '-' : path}:${n + 1}` }))
    .filter(({ text }) => text !== '' && !text.startsWith('#'));
  if (!inputs.length) throw new UsageError(`check: ${path === 0 ? 'standard input' : path} names no host`);
  return inputs;
}

function inWords(line: CheckLine): string {
  const notes = [line.leftOut, line.hint].filter((note) => note !== null);
  const series = line.series.map((status) => seriesSentence(status, line.library));
  const name = line.path === '/' ? line.hostname : line.hostname + line.path;
  return [`${name}: ${STATUS_WORDS[line.status]}`, ...[...series, ...notes].map((sentence) => `  ${sentence}`)].join('\n');
}
