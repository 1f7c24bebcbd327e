import { describe, expect, it } from 'vitest';
import { runsOf, shortened } from '../../src/list/runs.ts';

describe('Runs', () => {
  it('end where a number is left out, stands twice or is none', () => {
    expect(runsOf([2010, 2011, 2013, 2013, 2014])).toEqual([[2010, 2011], [2013], [2013, 2014]]);
    expect(runsOf(['2009', '2010 (Special 301)', '2010', 'x', '1'])).toEqual([
      ['2009'],
      ['2010 (Special 301)'],
      ['2010'],
      ['x'],
      ['1'],
    ]);
    expect(runsOf([])).toEqual([]);
  });
  it('of three and more are said by their ends, of two one by one', () => {
    expect(shortened(['7', '8', '9', '11', '12', '15'], '-')).toEqual(['7-9', '11', '12', '15']);
  });
});
