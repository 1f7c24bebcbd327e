import { expect, it } from 'vitest';
import { columnWords } from '../../src/words/column-words.ts';
import { NO_VALUE } from '../../src/list/register/name-columns.ts';

const day = (text: string) => Date.parse(text) / 86_400_000;

it.each([
  ['day', day('2020-01-02'), 'entered 2 January 2020'],
  ['day', 0, 'entered 1 January 1970'],
  ['day', day('0000-01-01'), 'entered 1 January 0000'],
  ['day', day('9999-12-31'), 'entered 31 December 9999'],
  ['number', 0, 'entered 0'],
  ['number', -3, 'entered -3'],
  ['number', 2 ** 31 - 1, 'entered 2147483647'],
] as const)('the words for the %s %i are "%s"', (kind, value, words) =>
  expect(columnWords(value, { name: 'Entered', kind })).toBe(words),
);

it.each([
  ['day', NO_VALUE],
  ['number', NO_VALUE],
  ['day', day('9999-12-31') + 1],
  ['day', day('0000-01-01') - 1],
  ['day', 2 ** 31 - 1],
  ['day', 1 - 2 ** 31],
] as const)('there are no words for the %s %i', (kind, value) =>
  expect(columnWords(value, { name: 'Entered', kind })).toBeNull(),
);
