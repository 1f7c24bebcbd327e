/**
 * `sample`: draws random events for an audit. The same seed draws the same events; the record's own answer is not
 * printed.
 */
import { createHash } from 'node:crypto';
import { wholeNumber } from '../arguments.ts';
import { command, DATA, DATA_USAGE, usage, UsageError } from '../command.ts';
import type { Dataset } from '../dataset.ts';
import { parsedData } from '../valid-data.ts';

export interface Drawn {
  market: string;
  kind: string;
  /** "market-only" if the source printed only the market's name. */
  domains: string;
  series: string;
  date: string;
  source: string;
  locator: string;
  verification: string;
}

/** @param seed any text, such as the hash of a commit. @returns at most `count` events, in the order drawn */
export function drawEvents(data: Dataset, count: number, seed: string): Drawn[] {
  const sources = new Map(data.sources.map((source) => [source.id, source]));
  const events = data.markets.flatMap((market) =>
    market.events.map((event): Drawn & { rank: string } => {
      const source = sources.get(event.source)!;
      const domains = event.domains === 'market-only' ? event.domains : event.domains.join(' ');
      const date = event.date ?? source.date;
      const rank = createHash('sha256')
        .update(JSON.stringify([seed, market.id, event.kind, event.source, date, domains]))
        .digest('hex');
      return {
        rank,
        market: market.name,
        kind: event.kind,
        domains,
        series: source.series,
        date,
        source: source.id,
        locator: event.locator,
        verification: event.verification,
      };
    }),
  );
  return events
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, count)
    .map(({ rank: _, ...event }) => event);
}

const USAGE = usage(
  'sample --seed TEXT [--events N] [--with-sources] [options]',
  'Draws events by chance for an audit, as tab-separated lines: market, kind, domains, series, date. The same seed draws the same events.',
  [
    ['--seed TEXT', 'any text, such as the hash of a commit'],
    ['--events N', 'how many, 150 where no number is given'],
    ['--with-sources', 'also what an auditor must not see at first: source, locator, verification'],
    DATA_USAGE,
  ],
);

const OPTIONS = {
  ...DATA,
  seed: { type: 'string', default: '' },
  events: { type: 'string', default: '150' },
  'with-sources': { type: 'boolean', default: false },
} as const;

export const sample = command(USAGE, OPTIONS, 0, async ({ values, say }) => {
  if (!values.seed) throw new UsageError('--seed: name any text; the hash of the commit says which record was audited');
  const sampled = drawEvents(
    parsedData(values.data),
    wholeNumber('--events', values.events, 1, 1_000_000),
    values.seed,
  );
  for (const { source, locator, verification, ...event } of sampled) {
    const fields = values['with-sources'] ? { ...event, source, locator, verification } : event;
    say(Object.values(fields).join('\t'));
  }
  return Promise.resolve(0);
});
