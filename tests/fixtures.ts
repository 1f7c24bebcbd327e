/** Records with reserved names for tests that need a complete list, and releases of them. */
import type { Market, Series, Source } from '../src/list/records.ts';
import type { Dataset } from '../src/pipeline/dataset.ts';
import { compile } from '../src/pipeline/compile.ts';
import { newKey, publicSet, signingKey } from '../src/pipeline/keys.ts';
import { buildRelease, signHead, type Earlier } from '../src/pipeline/publish.ts';
import { HEAD_NAME } from '../src/list/release/release.ts';
import type { Bytes } from '../src/list/release/trust.ts';
import { Refusal } from '../src/list/release/refusal.ts';

export const exampleSeries: Series = {
  id: 'xx-list',
  name: 'Example watch list',
  label: 'Example list',
  issuer: 'Example Office',
  issuedBy: 'the Example Office',
  noun: 'watch list',
  jurisdiction: 'US',
  evidence: 'government-list',
  means: 'It names markets.',
  doesNotMean: 'It finds nothing in law.',
  challenge: { text: 'Write to the office.' },
};
export const exampleSource: Source = {
  id: 'xx-list-2020',
  series: 'xx-list',
  title: 'Example watch list 2020',
  date: '2021-01-14',
  dateKind: 'published',
  edition: '2020',
  stated: 1,
  complete: true,
  read: [{ url: 'https://office.example/2020', as: 'act' }],
};
/** The rules accept `domain` only with a real top-level domain, so tests that run the rules pass one. */
export function exampleMarket(id = 'some-market', domain = 'market.example'): Market {
  return {
    id,
    name: 'Some market',
    category: 'torrent-index',
    domains: [{ name: domain, source: 'xx-list-2020', verification: 'act', locator: 'p. 1' }],
    events: [{ kind: 'listed', source: 'xx-list-2020', domains: [domain], verification: 'act', locator: 'p. 1' }],
  };
}
export const exampleData = (markets: Market[] = [exampleMarket()], sequence = 1): Dataset => ({
  markets,
  sources: [{ ...exampleSource, stated: Math.max(1, markets.length), complete: markets.length === 1 }],
  series: [exampleSeries],
  countries: [],
  release: { list: 'curated', sequence, published: '2026-11-20' },
});

export const jwk = await newKey();
export const keys = publicSet([jwk]);
export const NOW = '2026-11-22T10:00:00.000Z';

export interface Published {
  files: Map<string, Bytes>;
  earlier: Earlier;
}

/** A signed release as a map from file name to bytes. */
export async function publish(
  data: Dataset,
  {
    before = [] as Published[],
    issued = '2026-11-20T00:00:00.000Z',
    expires = '2026-12-22T00:00:00.000Z',
    key = jwk,
  } = {},
): Promise<Published> {
  const lines = compile(data);
  const built = await buildRelease(
    lines,
    data.release,
    before.map((release) => release.earlier),
  );
  const files = new Map(built.files).set(HEAD_NAME, await signHead(built, await signingKey(key), issued, expires));
  return { files, earlier: { sequence: data.release.sequence, lines } };
}

/** Reads from such a map; `asked` records the requested names. */
export const getFrom =
  (files: Map<string, Bytes>, asked: string[] = []) =>
  async (name: string): Promise<Bytes> => {
    asked.push(name);
    const bytes = files.get(name);
    if (!bytes) throw new Refusal('http-status', `no ${name}`);
    return bytes;
  };
