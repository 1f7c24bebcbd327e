import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Maximum number of characters in the stores. */
const LIMIT = 132;

it.each(readdirSync('public/_locales'))('The description in %s is short enough for the stores', (locale) => {
  const messages = JSON.parse(readFileSync(`public/_locales/${locale}/messages.json`, 'utf8')) as {
    description: { message: string };
  };
  expect(messages.description.message).not.toBe('');
  expect([...messages.description.message].length).toBeLessThanOrEqual(LIMIT);
});
