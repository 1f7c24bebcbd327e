/** The random sample of events for an audit. */
import { expect, it } from 'vitest';
import { drawEvents } from '../../../src/pipeline/commands/sample.ts';
import { soundData } from '../rules-data.ts';

const all = soundData().markets.reduce((sum, market) => sum + market.events.length, 0);

it('draws the same events for the same seed in any order of the records, and others for another seed', () => {
  const data = soundData();
  data.markets.reverse();
  expect(drawEvents(data, 3, 'a')).toEqual(drawEvents(soundData(), 3, 'a'));
  const orders = ['a', 'b', 'c', 'd', 'e'].map((seed) => JSON.stringify(drawEvents(soundData(), all, seed)));
  expect(new Set(orders).size).toBeGreaterThan(1);
});

it('draws each event once, and no more than there are', () => {
  const drawn = drawEvents(soundData(), all + 10, 'a').map((event) => JSON.stringify(event));
  expect(drawn).toHaveLength(all);
  expect(new Set(drawn).size).toBe(all);
});
