/**
 * `coverage`: found compared with stated, verification, and what is missing; docs/coverage.md is the same as a page.
 */
import { command, DATA, DATA_USAGE, usage } from '../command.ts';
import {
  countAddresses,
  coverage as coverageOf,
  knownOf,
  shares,
  type AddressCounts,
  type SeriesCoverage,
} from '../coverage.ts';
import type { Dataset } from '../dataset.ts';
import { countAnswers, type AnswerCounts } from '../host-answers.ts';
import { escapeMarkdown, markdownTable, textTable, type Row } from '../table.ts';
import { parsedData } from '../valid-data.ts';

const USAGE = usage(
  'coverage [--markdown | --json] [options]',
  'Per series and edition: found against stated, how it is known, gaps.',
  [['--markdown', 'as the page docs/coverage.md'], ['--json', 'one JSON object a line for each series'], DATA_USAGE],
);

const OPTIONS = {
  ...DATA,
  json: { type: 'boolean', default: false },
  markdown: { type: 'boolean', default: false },
} as const;

export const coverage = command(USAGE, OPTIONS, 0, async ({ values, say }) => {
  const data = parsedData(values.data);
  if (values.json) for (const series of coverageOf(data)) say(JSON.stringify(series));
  else
    say(
      values.markdown
        ? coveragePage(data)
        : [...totals(data), '', coverageOf(data).map(inText).join('\n\n')].join('\n'),
    );
  return Promise.resolve(0);
});

const HEAD: Row = ['Source', 'Date', 'Stated', 'Found', 'Complete', 'Known from', 'Gaps'];

const rows = (series: SeriesCoverage): Row[] =>
  series.sources.map((source) => [
    source.edition ? `edition ${source.edition}` : source.source.slice(series.series.length + 1),
    source.date,
    source.stated ?? '–',
    source.found,
    source.edition ? (source.complete ? 'yes' : 'no') : '',
    shares(source.known),
    source.gaps.join('; '),
  ]);

function inText(series: SeriesCoverage): string {
  const gaps = series.gaps.map((gap) => `  gap: ${gap}`);
  return [
    `${series.series}: ${summary(series)}`,
    ...gaps,
    ...(series.sources.length ? [textTable(rows(series)).replace(/^/gm, '  ')] : []),
  ].join('\n');
}

function summary(series: SeriesCoverage): string {
  const complete = series.sources.filter((source) => source.complete).length;
  const editions = series.sources.filter((source) => source.edition).length;
  const of = editions ? `${count(editions, 'edition')} (${complete} complete)` : count(series.sources.length, 'source');
  const known = shares(series.known);
  return `${of}, ${count(series.markets, 'market')}, ${count(series.domains, 'printed domain')}${known && `; ${known}`}`;
}

const count = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`;

/** One sentence each: figures of the whole record, and its answers for its own domains on the day of the release. */
function totals(data: Dataset): string[] {
  const { markets, sources, series, release } = data;
  const answers = countAnswers(data, release.published);
  const { inForce, ended, notKnown } = answers.orders;
  const events = markets.reduce((sum, market) => sum + market.events.length, 0);
  return [
    `${count(markets.length, 'market')}, ${count(events, 'event')}, ${count(sources.length, 'source')} of ${series.length} series. All facts: ${shares(knownOf(data), 1)}.`,
    `As of ${answers.asOf}, ${count(answers.domains, 'recorded domain')}: ${statusesInWords(answers)}.`,
    `Domains under orders, once for each series: ${inForce} shown to be in force, ${notKnown} not known, ${ended} ended.`,
    `Recorded domains that are answered as if nothing were recorded: ${numberOrNames(answers.denied)}. Headlines with an unnamed gap: ${numberOrNames(answers.unnamedGaps)}.`,
    addressesInWords(countAddresses(data)),
  ];
}

const addressesInWords = ({ acts, official, archived, copied, series, challenge }: AddressCounts): string =>
  `Of ${count(acts, 'source')} other than reports, ${official} have an official address, ${archived} an archived copy and ${copied} a copy elsewhere; ` +
  `${challenge} of ${series} series have an address that tells how to challenge them.`;

const statusesInWords = ({ byStatus }: AnswerCounts): string =>
  Object.entries(byStatus)
    .sort(([, a], [, b]) => b - a)
    .map(([status, n]) => `${n} ${status}`)
    .join(', ');
const numberOrNames = (names: readonly string[]): string =>
  names.length ? `${names.length} (${names.join(', ')})` : '0';

/** The page before formatting. */
export function coveragePage(data: Dataset): string {
  const all = coverageOf(data);
  const table = markdownTable([
    ['Series', 'Sources', 'Complete', 'Markets', 'Domains', 'Known from', 'Gaps'],
    ...all.map((series): Row => [
      series.label,
      series.sources.length,
      series.sources.some((source) => source.edition) ? series.sources.filter((source) => source.complete).length : '–',
      series.markets,
      series.domains,
      shares(series.known),
      series.gaps.join('; '),
    ]),
  ]);
  const sections = all
    .filter((series) => series.sources.length)
    .map((series) =>
      [
        `## ${escapeMarkdown(series.label)}`,
        `\`${series.series}\`: ${summary(series)}.`,
        ...series.gaps.map((gap) => `Gap: ${gap}.`),
        markdownTable([HEAD, ...rows(series)]),
      ].join('\n\n'),
    );
  return ['# Coverage', INTRODUCTION, ...totals(data), table, ...sections].join('\n\n') + '\n';
}

const INTRODUCTION = `Generated from \`data/\` by \`npm run -s list -- docs\`; do not edit by hand.

**Stated** is the number of online markets that the act itself says it names, **found** how many our record holds. An edition is
**complete** only where the two agree, each name has a source and none is inferred; absence is read from complete editions alone. What
is not here is not known to us, which is not the same as not listed. **Known from** says what was read for each fact: the act, a copy of
it, or somebody’s report. **Domains** counts those that sources printed.`;
