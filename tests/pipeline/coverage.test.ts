/** Coverage: the number of markets found compared with the number stated, and the gaps in words. */
import { describe, expect, it } from 'vitest';
import { coverage, shares } from '../../src/pipeline/coverage.ts';
import { coveragePage } from '../../src/pipeline/commands/coverage.ts';
import { soundData } from './rules-data.ts';

const of = (data = soundData(), series = 'xx-list') => coverage(data).find((one) => one.series === series)!;

describe('Coverage', () => {
  it('compares the markets found with the number stated', () =>
    expect(of().sources).toMatchObject([
      {
        source: 'xx-list-2020',
        edition: '2020',
        stated: 2,
        found: 2,
        complete: true,
        known: { act: 4, 'copy-of-act': 0, report: 0 },
        gaps: [],
      },
      {
        source: 'xx-list-2021',
        edition: '2021',
        stated: null,
        found: 0,
        complete: false,
        gaps: ['how many markets it names is not recorded', 'nothing entered yet'],
      },
    ]));
  it('states how many are not found yet', () => {
    const data = soundData();
    Object.assign(data.sources[0]!, { stated: 5, complete: false });
    expect(of(data).sources[0]!.gaps).toEqual(['3 of 5 not found yet']);
  });
  it('states that all are found, but the edition is not marked as complete', () => {
    const data = soundData();
    data.sources[0]!.complete = false;
    expect(of(data).sources[0]!.gaps).toEqual(['all 2 found, not yet marked complete']);
  });
  it('states what is known from reports only', () => {
    const data = soundData();
    data.sources[3]!.read[0]!.as = 'report';
    data.markets[0]!.events[2]!.verification = 'report';
    expect(of(data, 'xx-court').sources[1]!.gaps).toEqual(['known from reports only', 'no official address']);
  });
  it('reports missing years only for a yearly list', () => {
    const data = soundData();
    data.sources.push({ ...data.sources[1]!, id: 'xx-list-2024', edition: '2024', date: '2025-01' });
    expect(of(data).gaps).toEqual(['no edition entered for 2022, 2023']);
    data.sources = data.sources.filter(({ id }) => id !== 'xx-list-2021');
    expect(of(data).gaps).toEqual([]);
  });
  it('names a series that has no source', () => {
    const data = soundData();
    data.series.push({ ...data.series[0]!, id: 'yy-list' });
    expect(of(data, 'yy-list').gaps).toEqual(['no source entered yet']);
  });
  it('counts markets and printed domains of a series once', () =>
    expect(of(soundData(), 'xx-court')).toMatchObject({ markets: 1, domains: 1 }));
  it('gives shares in words', () =>
    expect(shares({ act: 1, 'copy-of-act': 0, report: 3 })).toBe('25 % act, 75 % report'));
  it('counts the acts and series that have addresses, and leaves reports out', () => {
    const data = soundData();
    const addresses = () => /^Of \d+ sources other than reports.*$/m.exec(coveragePage(data))?.[0];
    expect(addresses()).toBe(
      'Of 5 sources other than reports, 5 have an official address, 0 an archived copy and 0 a copy elsewhere; 0 of 3 series have an address that tells how to challenge them.',
    );
    data.sources[0]!.read[0]!.as = 'copy-of-act';
    Object.assign(data.sources[1]!, { url: 'https://office.example/2021', copies: ['https://copy.example/2021'] });
    data.sources[1]!.read[0]!.as = 'report';
    data.sources[2]!.read[0]!.as = 'report';
    data.sources[3]!.archived = 'https://archive.example/2';
    data.series[2]!.evidence = 'report';
    data.series[1]!.challenge.url = 'https://court.example/appeal';
    expect(addresses()).toBe(
      'Of 4 sources other than reports, 2 have an official address, 1 an archived copy and 2 a copy elsewhere; 1 of 3 series have an address that tells how to challenge them.',
    );
  });
  it('makes a page that explains its words', () =>
    expect(coveragePage(soundData())).toMatch(/absence is read from complete editions alone/));
  it('counts the statuses of all domains of the record on the day of the release', () => {
    const page = coveragePage(soundData());
    expect(page).toMatch(/As of 2026-11-20, \d+ recorded domains: /);
    expect(page).toContain('answered as if nothing were recorded: 0. Headlines with an unnamed gap: 0.');
  });
});
