/** Chooses for each status the real site with the most events, so that the gallery shows what users will see. */
import { readDataset } from '../../src/pipeline/dataset.ts';
import { matchMarkets, lookUp } from '../../src/list/look-up.ts';
import type { Library, Status } from '../../src/list/status.ts';

export function examples(data: string): Map<Status, string> {
  const { dataset } = readDataset(data);
  const byId = <T extends { id: string }>(records: T[]): Record<string, T> =>
    Object.fromEntries(records.map((record) => [record.id, record]));
  const library: Library = { series: byId(dataset.series), sources: byId(dataset.sources) };
  const today = new Date().toISOString().slice(0, 10);
  const best = new Map<Status, { host: string; weight: number }>();
  for (const market of dataset.markets)
    for (const { name: host } of market.domains) {
      const found = lookUp(matchMarkets(dataset.markets, host), library, today);
      const weight = found.series.length * 100 + market.events.length;
      if (found.status !== 'not-listed' && weight > (best.get(found.status)?.weight ?? 0))
        best.set(found.status, { host, weight });
    }
  return new Map([...best].map(([status, { host }]) => [status, host]));
}
