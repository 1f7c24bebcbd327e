/** The status rules on real records, in cases in which a wrong status would be an accusation. */
import { describe, expect, it, test } from 'vitest';
import { checker, type TypedLookUp } from '../src/pipeline/check.ts';
import { compile } from '../src/pipeline/compile.ts';
import { readDataset } from '../src/pipeline/dataset.ts';

const { check } = await checker(compile(readDataset('data').dataset));
async function say(host: string, asOf = '2026-11-22'): Promise<TypedLookUp> {
  const line = await check(host, asOf);
  if ('error' in line) throw new Error(line.error);
  return line;
}
const statusOf = async (host: string, asOf?: string) => (await say(host, asOf)).status;
const seriesOf = async (host: string, asOf?: string) =>
  Object.fromEntries((await say(host, asOf)).series.map((one) => [one.series, one.status]));

describe('Sites and their headline', () => {
  test.each([
    ['thepiratebay.org', 'listed'],
    ['www.thepiratebay.org', 'listed'],
    ['megaupload.com', 'seized'],
    // Ordered blocked in Denmark in 2006; it is not known whether that order is in force.
    ['allofmp3.com', 'block-ordered'],
    ['vk.com', 'listed'],
    ['torrentz.eu', 'block-ordered'],
    ['demonoid.me', 'formerly-listed'],
    ['yout.com', 'formerly-blocked'],
    ['rapidshare.com', 'formerly-listed'],
    ['rutracker.org', 'listed'],
    ['y2mate.guru', 'block-ordered'],
    ['video2k.tv', 'named'],
  ])('%s is %s', async (host, status) => expect(await statusOf(host)).toBe(status));
});

describe('What is not listed', () => {
  test.each([
    ['a host that merely ends in the same letters', 'notthepiratebay.org'],
    ['the same name under another suffix', 'thepiratebay.example'],
    ['a public suffix', 'co.uk'],
    ['a shared host', 'github.io'],
    ['a protocol’s home', 'bittorrent.com'],
    ['a client’s home', 'emule-project.net'],
    ['an app store', 'play.google.com'],
    ['an IDN that nobody named', 'пример.рф'],
  ])('%s: %s', async (_, host) => expect(await statusOf(host)).toBe('not-listed'));

  it.each(['194.71.107.15', '[2001:db8::1]'])(
    'an IP address is not a name, so its status is unknown: %s',
    async (host) => expect(await say(host)).toMatchObject({ status: 'unknown', matches: [] }),
  );

  it('localhost is one word and not a site, so it is refused', async () => {
    await expect(say('localhost')).rejects.toThrow('it is one word');
  });

  it('an IDN is looked up in punycode', async () => {
    expect((await say('ПРИМЕР.рф')).hostname).toBe('xn--e1afmkfd.xn--p1ai');
  });
});

describe('megaupload.com', () => {
  it('has the status of each series', async () => {
    expect(await seriesOf('megaupload.com')).toMatchObject({
      'us-seizures': 'seized',
      'ustr-nml': 'formerly-listed',
      'my-mcmc': 'block-ordered',
      'mpa-nml': 'named',
    });
  });
  it('was seized according to reports only, and the headline states that', async () => {
    expect((await say('megaupload.com')).series.find((one) => one.series === 'us-seizures')).toMatchObject({
      reported: true,
    });
  });
  it('was seized on 19 January 2012, and was listed by name before', async () => {
    expect(await seriesOf('megaupload.com', '2012-01-18')).not.toHaveProperty('us-seizures');
    expect(await statusOf('megaupload.com', '2012-01-19')).toBe('seized');
    const named = (await say('megaupload.com')).history.find((event) => event.source === 'ustr-nml-2011');
    expect(named).toMatchObject({ domains: 'market-only', bearing: 'market-only' });
  });
});

describe('An order applies only to the domains that it printed', () => {
  it('kat.ph, not kickass.so of the same market', async () => {
    const printed = await say('kat.ph');
    const other = await say('kickass.so');
    expect(printed.matches[0]?.market).toBe(other.matches[0]?.market);
    expect(await seriesOf('kat.ph')).toHaveProperty('it-courts');
    expect(await seriesOf('kickass.so')).not.toHaveProperty('it-courts');
    expect(other.history.some((event) => event.series === 'it-courts' && event.bearing === 'family')).toBe(true);
  });
  it('torrentz.eu and torrentz2.eu are two markets', async () => {
    const [first, second] = [await say('torrentz.eu'), await say('torrentz2.eu')];
    expect(first.matches.map((match) => match.market)).toEqual(['torrentz']);
    expect(second.matches.map((match) => match.market)).toEqual(['torrentz2']);
    const editions = (line: TypedLookUp) => line.series.find((one) => one.series === 'ustr-nml')?.editions;
    expect(editions(first)).not.toContain('2019');
    expect(editions(second)).toEqual(['2019']);
    expect(await seriesOf('torrentz.eu')).toMatchObject({
      'ustr-nml': 'formerly-listed',
      'dk-courts': 'block-ordered',
    });
    expect(await seriesOf('torrentz2.eu')).toMatchObject({ 'ustr-nml': 'formerly-listed' });
  });
});

describe('That a market is no longer listed', () => {
  it('is not concluded from incomplete editions', async () => {
    const listing = (await say('vk.com')).series.find((one) => one.series === 'ustr-nml');
    expect(listing).toMatchObject({ status: 'listed', laterEditions: true });
  });
  it('is concluded from the next complete edition, of 2019', async () => {
    expect((await say('rapidshare.com', '2021-06-01')).series.find((one) => one.series === 'ustr-nml')).toMatchObject({
      status: 'formerly-listed',
      absentFrom: '2019',
    });
  });
  it('is not concluded for a market of 2020 from the edition of 2021, which is incomplete', async () => {
    const { dataset } = readDataset('data');
    const in2020 = dataset.markets.filter((market) => market.events.some((event) => event.source === 'ustr-nml-2020'));
    const unnamedIn2021 = in2020.filter(
      (market) =>
        !market.events.some((event) => event.source === 'ustr-nml-2021') &&
        market.domains.some((domain) => !domain.withheld && !domain.from && !domain.until),
    );
    expect(dataset.sources.find((source) => source.id === 'ustr-nml-2021')?.complete).not.toBe(true);
    expect(unnamedIn2021.length).toBeGreaterThan(0);
    for (const market of unnamedIn2021.filter(
      (each) => !each.events.some((event) => event.kind === 'delisted' || event.kind === 'closed'),
    )) {
      const host = market.domains.find((domain) => !domain.withheld && !domain.from && !domain.until)!.name;
      const listing = (await say(host, '2022-06-01')).series.find((one) => one.series === 'ustr-nml');
      if (listing?.editions.includes('2020'))
        expect([host, listing.status, listing.gaps?.includes('2021')]).toEqual([host, 'listed', true]);
    }
  });
});

describe('Orders in force', () => {
  it('rutracker.org in Russia, permanent by its terms', async () => {
    expect(await seriesOf('rutracker.org')).toMatchObject({ 'ru-moscow-city-court': 'blocked' });
    expect(await seriesOf('rutracker.org', '2015-06-01')).not.toHaveProperty('ru-moscow-city-court');
  });
  it('INDECOPI’s ten, for which no source states that they are still in force', async () => {
    for (const host of [
      'y2mate.guru',
      'y2mate.biz',
      'y2mate.info',
      'y2mate.ch',
      'flvtomp3.cc',
      'flvto.me',
      'notube.net',
      'mp3-youtube.download',
    ])
      expect([host, (await seriesOf(host))['pe-indecopi']]).toEqual([host, 'block-ordered']);
  });
});

describe('After a later act', () => {
  test.each([
    // Set aside on review in 2013 and 2014, only for these two sites.
    ['rapidgator.net', 'it-courts', 'formerly-blocked'],
    ['filmakerz.org', 'it-courts', 'formerly-blocked'],
    ['nowvideo.co', 'it-courts', 'block-ordered'],
    // Lifted in 2016, restored by the Supreme Court in 2017.
    ['1337x.to', 'at-courts', 'block-ordered'],
    // Set aside for one provider only.
    ['mymusiic.com', 'mx-impi', 'block-ordered'],
    // Its enforcement was suspended, which ends nothing.
    ['israel.tv', 'us-blocking-orders', 'block-ordered'],
    ['thepiratebay.se', 'se-seizures', 'seized'],
    // Seized, then released.
    ['streameast.xyz', 'us-seizures', undefined],
    ['korean-books.se', 'us-seizures', undefined],
    ['streameast.live', 'us-seizures', 'seized'],
    // The term has ended.
    ['watch32.com', 'no-courts', 'formerly-blocked'],
    ['cineby.app', 'gb-high-court', 'formerly-blocked'],
    ['livetv.sx', 'in-delhi-high-court', 'formerly-blocked'],
  ])('%s has in %s the status %s', async (host, series, status) => expect((await seriesOf(host))[series]).toBe(status));

  it('an order on copies does not apply to the original service of that name', async () => {
    expect(await seriesOf('savefrom.net')).not.toHaveProperty('ca-federal-court');
    expect(await seriesOf('savefrom.space')).toMatchObject({ 'ca-federal-court': 'blocked' });
  });
});
