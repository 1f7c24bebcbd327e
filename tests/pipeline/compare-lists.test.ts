/** What changed between two releases of the list, market by market. */
import { describe, expect, it } from 'vitest';
import { libraryIn } from '../../src/list/release/packed.ts';
import { listSections, render } from '../../src/pipeline/change-words.ts';
import { compareLists } from '../../src/pipeline/compare-lists.ts';
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
    return { changes, text: render('Title', listSections(changes, libraryIn(before), libraryIn(after)), false) };
  };

  it('nothing changed', () => {
    const { changes, text } = compare(() => undefined);
    expect(changes.sites).toEqual([]);
    expect(text).toMatch(/No difference/);
  });
  it('a market was added: its status, domains and events', () => {
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
      'event added: 14 January 2021: Named in the Example Office’s 2020 watch list; third.example.com; the original document was read (p. 1)',
    );
    expect(changes.sources.changed).toEqual([]);
  });
  it('a market was removed', () =>
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
  it('a locator was corrected: the changed event and the changed field', () =>
    expect(compare((data) => (data.markets[0]!.events[0]!.locator = 'p. 2')).changes.sites[0]!.events).toMatchObject({
      added: [],
      removed: [],
      changed: [{ fields: ['locator'] }],
    }));
  it('a source’s date was corrected: the events that cite it changed too', () =>
    expect(
      compare((data) => (data.sources[0]!.date = '2021-01-15')).changes.sites.map((site) =>
        site.events.changed.map(({ fields }) => fields),
      ),
    ).toEqual([[['date']], [['date']]]));
  it('a market’s name was corrected', () =>
    expect(compare((data) => (data.markets[0]!.name = 'First')).changes.sites).toMatchObject([
      { change: 'changed', fields: ['name'] },
    ]));
});
