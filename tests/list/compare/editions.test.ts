/** What changed between two editions of a list. A missing market is a change only if the edition is complete. */
import { describe, expect, it } from 'vitest';
import { editionSections, render } from '../../../src/pipeline/change-words.ts';
import { compareEditions } from '../../../src/list/compare/editions.ts';
import type { Dataset } from '../../../src/pipeline/dataset.ts';
import { exampleMarket } from '../../fixtures.ts';
import { soundData } from '../../pipeline/rules-data.ts';

describe('Between two editions', () => {
  const compare = (change: (data: Dataset) => unknown) => {
    const data = soundData();
    data.markets[0]!.events.push({
      kind: 'listed',
      source: 'xx-list-2021',
      domains: 'market-only',
      verification: 'act',
      locator: 'p. 3',
    });
    change(data);
    return compareEditions(data, 'xx-list-2020', 'xx-list-2021');
  };
  const ids = (sites: { market: string }[]) => sites.map(({ market }) => market);

  it('a market is gone only if the newer edition is complete', () => {
    const complete = compare((data) => Object.assign(data.sources[1]!, { stated: 1, complete: true }));
    expect([ids(complete.left), ids(complete.notKnown), ids(complete.stayed)]).toEqual([
      ['second-market'],
      [],
      ['first-market'],
    ]);
    const partial = compare(() => undefined);
    expect([ids(partial.left), ids(partial.notKnown), ids(partial.stayed)]).toEqual([
      [],
      ['second-market'],
      ['first-market'],
    ]);
    expect(render('Title', editionSections(partial), false)).toMatch(
      /nothing follows from its silence\n {2}Some market \(second-market\).*found in 2020/,
    );
  });
  it('a market is new only if the older edition is complete', () => {
    const third = (data: Dataset) =>
      data.markets.push({
        ...exampleMarket('third-market', 'third.example.com'),
        events: [data.markets[0]!.events.at(-1)!],
      });
    expect(ids(compare(third).entered)).toEqual(['third-market']);
    expect(ids(compare((data) => (third(data), (data.sources[0]!.complete = false))).entered)).toEqual([]);
  });
  it('editions of two series cannot be compared', () => {
    expect(() => compareEditions(soundData(), 'xx-list-2020', 'xx-court-1')).toThrow(
      'xx-court-1 is not an edition of a list',
    );
    const data = soundData();
    data.sources[2]!.edition = '1';
    expect(() => compareEditions(data, 'xx-list-2020', 'xx-court-1')).toThrow('name two editions of one series');
  });
});
