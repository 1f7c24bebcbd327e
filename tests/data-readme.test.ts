/** The example record in data/README.md must be valid, because contributors copy it. */
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { Market, Source } from '../src/list/records.ts';
import { applyRules } from '../src/pipeline/rules.ts';
import { exampleSeries } from './fixtures.ts';

it('the example in data/README.md parses and breaks no rule', () => {
  const [source, market] = [...readFileSync('data/README.md', 'utf8').matchAll(/```json\n([^]*?)```/g)].map(
    ([, json]) => JSON.parse(json!) as unknown,
  );
  const data = {
    markets: [v.parse(Market, market)],
    sources: [v.parse(Source, source)],
    series: [{ ...exampleSeries, id: 'ustr-nml' }],
    countries: [],
    release: { list: 'curated', sequence: 1, published: '2026-11-20' },
  };
  expect(applyRules(data, '2026-11-22')).toEqual([]);
});
