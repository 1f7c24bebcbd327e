/**
 * The records for the gallery: the real ones, and one invented market that tests the layout with everything that no
 * real site has at once: thirty lanes, long words, a second script, a change of owner.
 */
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDataset } from '../../src/pipeline/dataset.ts';
import { recordFile } from '../../src/list/record-file.ts';
import type { Problem } from '../../src/pipeline/problem.ts';
import type { Market } from '../../src/list/records.ts';

export const CROWDED = new URL('http://سوق-المثال.donaudampfschifffahrtsgesellschaftskapitaensmuetze.example/')
  .hostname;
const LANES = 30;
const ID = 'made-up-for-the-gallery';

/** Invented names have no public ending, so the spelling rule is for the real records only. */
export const isMadeUp = ({ file, path }: Problem): boolean =>
  file === recordFile('markets', { id: ID }) && /^domains\.\d+\.name$/.test(path);

/** Copies `data` to `to` and adds the invented market. */
export function galleryRecords(data: string, to: string): string {
  rmSync(to, { recursive: true, force: true });
  cpSync(data, to, { recursive: true });
  const { dataset } = readDataset(data);
  const orders = dataset.series.filter(({ evidence }) => /order|agreement/.test(evidence));
  const sources = orders
    .flatMap(({ id }) => dataset.sources.find((source) => source.series === id) ?? [])
    .slice(0, LANES);
  const made = {
    locator: 'Rechtsschutzversicherungsgesellschaften, Anlage 3, made up for the gallery',
    verification: 'report' as const,
  };
  const market: Market = {
    id: ID,
    name: 'Donaudampfschifffahrtsgesellschaftskapitänsmütze سوق المثال',
    otherNames: ['سوق المثال', 'пример', 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz'],
    category: 'torrent-index',
    domains: [
      { name: CROWDED, source: sources[0]!.id, ...made },
      {
        name: 'second.example',
        from: '2012-03',
        source: sources[0]!.id,
        ...made,
        changedHands: { date: '2026-11', note: 'Made up: sold at auction, according to a report that nobody wrote.' },
      },
    ],
    events: sources.map((source, n) => ({
      kind: 'blocked',
      source: source.id,
      domains: n % 10 === 9 ? ['second.example'] : [CROWDED],
      ...made,
      verification: source.read[0]!.as,
      ...(!source.until && !source.permanent && n % 5 === 0 && { permanent: true as const }),
    })),
    note: 'Made up for the gallery: no such site, and none of these acts named it.',
  };
  writeFileSync(join(to, recordFile('markets', market)), JSON.stringify(market));
  return to;
}
