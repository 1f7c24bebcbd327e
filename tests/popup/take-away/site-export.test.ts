/** What a reader takes away as text, JSON and CSV: the same facts and the same cautions, each provable by release. */
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Market, Series, Source } from '../../../src/list/records.ts';
import type { Dataset } from '../../../src/pipeline/dataset.ts';
import { asCsv } from '../../../src/popup/take-away/site-csv.ts';
import { asJson, asText } from '../../../src/popup/take-away/site-export.ts';
import { exampleData, exampleMarket, exampleSeries, exampleSource } from '../../fixtures.ts';
import { HASH, siteFound } from './site-found.ts';

const HOST = 'market.example';
const courts: Series = {
  ...exampleSeries,
  id: 'dk-courts',
  label: 'Denmark, courts',
  issuer: 'Courts of Denmark',
  issuedBy: 'a court of Denmark',
  jurisdiction: 'DK',
  evidence: 'court-order',
};
const order: Source = {
  id: 'dk-order',
  series: 'dk-courts',
  title: '=Rights Alliance v Telenor “Æ, Ø”',
  date: '2015-04-23',
  dateKind: 'decided',
  authority: 'Supreme Court',
  caseNumber: 'A-31/2015',
  methods: ['dns', 'ip'],
  until: '2016-04-23',
  read: [{ url: 'https://court.example/order', as: 'act' }],
};
const partial: Source = { ...exampleSource, id: 'xx-list-2021', edition: '2021', date: '2022-01-14', complete: false };
const later: Source = { ...exampleSource, id: 'xx-list-2022', edition: '2022', date: '2023-01-14', complete: false };
const listed = exampleMarket('some-market', HOST).events[0]!;
const market: Market = {
  ...exampleMarket('some-market', HOST),
  note: 'Two sites have used the name.',
  domains: [
    {
      ...exampleMarket('some-market', HOST).domains[0]!,
      changedHands: { date: '2022-02', note: 'Sold at auction.' },
    },
    { ...exampleMarket('some-market', HOST).domains[0]!, name: 'other.example' },
  ],
  events: [
    listed,
    { ...listed, source: 'xx-list-2022', domains: 'market-only', printedName: 'Some Market!' },
    { ...listed, kind: 'blocked', source: 'dk-order', domains: [HOST], locator: 'p. 2', note: 'For a year.' },
    { ...listed, kind: 'blocked', source: 'dk-order', domains: ['other.example'], locator: 'p. 3' },
  ],
};
const { changedHands: _, ...kept } = market.domains[0]!;
const neverSold: Market = { ...market, domains: [kept, market.domains[1]!] };
const dataOf = (of: Market): Dataset => ({
  ...exampleData([of], 7),
  sources: [exampleSource, partial, later, order],
  series: [exampleSeries, courts],
});
const report = siteFound(dataOf(neverSold), HOST);
const sold = siteFound(dataOf(market), HOST);

const CAUTIONS = [
  '1 of 3 dated facts print the name only, no domain.',
  'Example list: our record of that of 2021 is not complete.',
  '1 more dated fact is about other domains of the market, or about its name alone.',
  'Other domains of Some market in the record: other.example.',
  'Two sites have used the name.',
];

describe('Text', () => {
  const text = asText(report);
  it('carries every caution, before the events', () => {
    for (const caution of CAUTIONS) expect(text).toContain(`- ${caution}`);
    expect(text.indexOf(CAUTIONS[0]!)).toBeLessThan(text.indexOf('Dated facts about this domain:'));
    expect(asText(sold)).toContain('Sold at auction.');
    expect(asText(sold)).toMatch(/- \d dated facts? (?:is|are) about an earlier owner, and so no status today\./);
  });
  it('says of an order who decided, the case, the method, the term and what was printed', () =>
    expect(text).toContain(
      '23 April 2015  Ordered blocked by the Supreme Court; as Some market; printed market.example; ' +
        'by Supreme Court of Denmark; case A-31/2015; DNS, IP; term to 23 April 2016; no extension is in our record; ' +
        'For a year. =Rights Alliance',
    ));
  it('marks a name without an address, and leaves the events of other domains out', () => {
    expect(text).toContain('printed as “Some Market!”; printed the name, no domain');
    expect(text).not.toContain('p. 3');
  });
  it('names the day, the release, its hash and the licence', () => {
    expect(text).toContain(`(release 7, SHA-256 ${HASH}).`);
    expect(text).toContain('https://creativecommons.org/licenses/by/4.0/');
    expect(asText(siteFound(dataOf(neverSold), HOST, '2020-01-02'))).toContain(
      'As of 2 January 2020, by Listmark’s list of',
    );
  });
});

describe('JSON', () => {
  const json = JSON.parse(asJson(report)) as Record<string, unknown>;
  it('has a format id and a licence line', () =>
    expect(json).toMatchObject({
      format: 'listmark-site/1',
      licence: expect.stringContaining('CC-BY-4.0') as unknown,
      asOf: '2026-11-28',
      release: { sequence: 7, hash: HASH },
    }));
  it('has the cautions and every event', () => {
    expect(json['cautions']).toEqual(CAUTIONS);
    expect(json['events']).toHaveLength(4);
  });
});

describe('CSV', () => {
  const csv = asCsv(report);
  const { data, errors } = Papa.parse<Record<string, string>>(csv.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: true,
  });
  it('begins with a byte order mark, once, and has lines as RFC 4180 ends them', () => {
    expect([...new TextEncoder().encode(csv).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(csv.lastIndexOf('\uFEFF')).toBe(0);
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });
  it('has a row for each event; those of other domains are marked', () => {
    expect(errors).toEqual([]);
    expect(data.map((row) => [row['source'], row['of_this_domain']])).toEqual([
      ['dk-order', 'yes'],
      ['dk-order', 'no'],
      ['xx-list-2020', 'yes'],
      ['xx-list-2022', 'yes'],
    ]);
  });
  it('has every fact of an order, with its signs, and no formula', () =>
    expect(data[0]).toMatchObject({
      market_name: 'Some market',
      printed_domains: HOST,
      authority: 'Supreme Court of Denmark',
      title: "'=Rights Alliance v Telenor “Æ, Ø”",
      case_number: 'A-31/2015',
      method: 'dns ip',
      term: 'term to 23 April 2016',
      until: '2016-04-23',
      in_force: 'no',
      note: 'For a year.',
      as_of: '2026-11-28',
      release: '7',
      release_hash: HASH,
      licence: 'CC-BY-4.0',
      cautions: CAUTIONS.join(' '),
    }));
  it('says of an edition which, whether our record of it is complete, and that it printed no address', () =>
    expect(data[3]).toMatchObject({
      edition: '2022',
      edition_complete: 'no',
      no_address_printed: 'yes',
      printed_domains: '',
      printed_name: 'Some Market!',
      term: '',
    }));
  it('marks what is about an earlier owner', () => {
    const rows = Papa.parse<Record<string, string>>(asCsv(sold).slice(1), { header: true }).data;
    expect(rows.filter((row) => row['source'] === 'xx-list-2020').map((row) => row['earlier_owner'])).toEqual(['yes']);
  });
});
