/** The popup's one sentence and what the list is, over every host of the real record. */
import { expect, it } from 'vitest';
import { libraryOf } from '../../src/list/history.ts';
import { lookUp, matchMarkets } from '../../src/list/look-up.ts';
import type { SiteFound } from '../../src/messages.ts';
import { leadOf } from '../../src/popup/lead.ts';
import { readDataset } from '../../src/pipeline/dataset.ts';

const { dataset } = readDataset('data');
const library = libraryOf(dataset);
const today = new Date().toISOString().slice(0, 10);
const leads = dataset.markets
  .flatMap(({ domains }) => domains.map(({ name }) => name))
  .map((host) => {
    const result = lookUp(matchMarkets(dataset.markets, host), library, today);
    const report = { host, status: result.status, result, library, asOf: today, readOn: today, searched: null };
    return { host, result, lead: leadOf(report as unknown as SiteFound) };
  });

it('A site on a government’s list is told so in one short sentence, with the list in plain words and what it is not', () => {
  const listed = leads.filter(({ result }) => /listed$/.test(result.series[0]?.status ?? ''));
  expect(listed.length).toBeGreaterThan(100);
  for (const { host, lead } of listed) {
    expect([host, lead.first]).toEqual([host, expect.stringMatching(/^[^.]{10,170}\.$/)]);
    expect([host, lead.about.at(-1)]).toEqual([host, 'A listing is not a finding of law.']);
    expect([host, lead.first]).toEqual([host, expect.stringMatching(/ (US|EU) piracy and counterfeit /)]);
    expect([host, lead.about[0]]).toEqual([
      host,
      expect.stringMatching(/(Notorious Markets|Watch List).*, .*(USTR|Commission)/),
    ]);
  }
});

it('A site that is reported closed is told so beside the first sentence', () => {
  const closed = leads.filter(({ result }) => result.closed && result.series.length);
  expect(closed.length).toBeGreaterThan(5);
  for (const { host, lead } of closed)
    expect([host, `${lead.first} ${lead.more.join(' ')}`]).toEqual([host, expect.stringContaining('Reported closed')]);
});

it('A site that only industry named is not told as decided', () => {
  const named = leads.filter(({ result }) => result.status === 'named');
  expect(named.length).toBeGreaterThan(10);
  for (const { host, lead } of named)
    expect([host, lead.about]).toEqual([host, [expect.stringContaining('it is not a decision')]]);
});
