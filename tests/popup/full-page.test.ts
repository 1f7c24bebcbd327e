/** The view as a tab: its address keeps no more of the page than the look-up reads. */
import { expect, it } from 'vitest';
import { fullPagePath } from '../../src/popup/full-page.ts';
import { today } from '../../src/today.ts';

const parameters = (path: string) => Object.fromEntries(new URLSearchParams(path.split('?')[1]));

it('The address of the full page holds the host and path, and neither query, fragment nor name and password', () => {
  const path = fullPagePath('https://name:word@market.example/a/b?session=1#top', today());
  expect(path).toMatch(/^src\/popup\/index\.html\?/);
  expect(parameters(path)).toEqual({ url: 'https://market.example/a/b' });
});

it('The address of the full page holds the day only if it is another than today', () =>
  expect(parameters(fullPagePath('http://market.example/', '2014-01-01'))).toEqual({
    url: 'http://market.example/',
    asOf: '2014-01-01',
  }));
