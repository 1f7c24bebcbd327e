/** What changed between two states of the list, or two editions: site by site, and nothing read from silence. */
import { describe, expect, it } from 'vitest';
import { editionSections, listSections, render } from '../../src/pipeline/change-words.ts';
import { compareEditions } from '../../src/pipeline/compare-editions.ts';
import { compareLists, libraryOf } from '../../src/pipeline/compare-lists.ts';
import { compile } from '../../src/pipeline/compile.ts';
import type { Dataset } from '../../src/pipeline/dataset.ts';
import { exampleMarket } from '../fixtures.ts';
import { soundData } from './rules-data.ts';

const ASOF = '2026-11-22';

describe('Between two releases', () => {
  const compare = (change: (data: Dataset) => unknown) => {
    const newer = soundData();
    change(newer);
    const [before, after] = [compile(soundData()), compile(newer)];
    const changes = compareLists(before, after, ASOF);
    return { changes, text: render('Title', listSections(changes, libraryOf(before), libraryOf(after)), false) };
  };

  it('nothing changed where nothing changed', () => {
    const { changes, text } = compare(() => undefined);
    expect(changes.sites).toEqual([]);
    expect(text).toMatch(/No difference/);
  });
  it('a market came: its status, domains and events', () => {
    const { changes, text } = compare((data) => data.markets.push(exampleMarket('third-market', 'third.example.com')));
    expect(changes.sites).toMatchObject([
      {
        market: 'third-market',
        change: 'added',
        statuses: [{ domain: 'third.example.com', before: null, after: 'listed' }],
      },
    ]);
    expect(changes.sites[0]!.events.added).toHaveLength(1);
    expect(text).toContain(
      'event added: 14 January 2021: Named in the Example Office’s 2020 watch list; third.example.com; the act was read (p. 1)',
    );
    expect(changes.sources.changed).toEqual([]);
  });
  it('a market went', () =>
    expect(compare((data) => data.markets.pop()).changes.sites).toMatchObject([
      { market: 'second-market', change: 'removed' },
    ]));
  it('an order was lifted: a new event, and a new status', () => {
    const { changes } = compare((data) => {
      data.sources.push({ ...data.sources[3]!, id: 'xx-court-3', date: '2024-05' });
      data.markets[0]!.events.push({ ...data.markets[0]!.events[2]!, kind: 'unblocked', source: 'xx-court-3' });
      data.markets[0]!.events.shift();
    });
    expect(changes.sites).toMatchObject([
      { market: 'first-market', statuses: [{ before: 'listed', after: 'formerly-blocked' }] },
    ]);
    expect(changes.sites[0]!.events).toMatchObject({
      added: [{ kind: 'unblocked' }],
      removed: [{ kind: 'listed' }],
      changed: [],
    });
    expect(changes.sources.added).toEqual(['xx-court-3']);
  });
  it('a locator was put right: one event changed, and what in it', () =>
    expect(compare((data) => (data.markets[0]!.events[0]!.locator = 'p. 2')).changes.sites[0]!.events).toMatchObject({
      added: [],
      removed: [],
      changed: [{ fields: ['locator'] }],
    }));
  it('a source’s date was put right: so were the events that cite it', () =>
    expect(
      compare((data) => (data.sources[0]!.date = '2021-01-15')).changes.sites.map((site) =>
        site.events.changed.map(({ fields }) => fields),
      ),
    ).toEqual([[['date']], [['date']]]));
  it('a market’s name was put right', () =>
    expect(compare((data) => (data.markets[0]!.name = 'First')).changes.sites).toMatchObject([
      { change: 'changed', fields: ['name'] },
    ]));
});

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

  it('a site left only where the newer edition is complete', () => {
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
  it('a site entered only where the older edition is complete', () => {
    const third = (data: Dataset) =>
      data.markets.push({
        ...exampleMarket('third-market', 'third.example.com'),
        events: [data.markets[0]!.events.at(-1)!],
      });
    expect(ids(compare(third).entered)).toEqual(['third-market']);
    expect(ids(compare((data) => (third(data), (data.sources[0]!.complete = false))).entered)).toEqual([]);
  });
  it('only editions of one series compare', () => {
    expect(() => compareEditions(soundData(), 'xx-list-2020', 'xx-court-1')).toThrow(
      'xx-court-1 is no edition of a list',
    );
    const data = soundData();
    data.sources[2]!.edition = '1';
    expect(() => compareEditions(data, 'xx-list-2020', 'xx-court-1')).toThrow('name two editions of one series');
  });
});

describe('In Markdown', () => {
  const page = (line: string) => render('T', [{ heading: 'H', lines: [line] }], true);
  it('a host stands in a code span, so that no renderer makes a link of it', () => {
    expect(page('domain added: first.example.org')).toContain('- domain added: `first.example.org`');
    expect(page('status of first.example.org: x')).toContain('status of `first.example.org`: x');
    expect(page('see https://first.example.org/a_b, there')).toContain('see `https://first.example.org/a_b`, there');
    expect(page('испытание.рф, p. 3')).toContain('`испытание.рф`, p. 3');
  });
  it('nothing in a record is markup', () =>
    expect(page('a [b](c) <i>_d_</i>')).toContain('a \\[b\\](c) \\<i\\>\\_d\\_\\</i\\>'));
});
