/** The four written styles, over real sources of every kind, against text written by hand from each style's rules. */
import { describe, expect, it, test } from 'vitest';
import { cite } from '../../../src/ui/citations/formats.ts';
import { ACCESSED, citedRows, FORTY, STYLES } from './forty-sources.ts';

it('holds forty sources of every kind of document', () => {
  expect(FORTY.length).toBeGreaterThanOrEqual(40);
  expect(new Set(FORTY.map(({ cited }) => cited[0]!.work.type))).toEqual(
    new Set(['report', 'legal_case', 'legislation', 'webpage']),
  );
});

describe.each(FORTY)('$id', ({ cited, expected }) => {
  test.each(STYLES)('%s', (style) => {
    const [entry, inText] = expected[style];
    const whole = inText ? [entry, 'In the text:', inText].join('\n\n') : entry;
    expect(cite(cited, style, ACCESSED)).toBe(whole);
  });
});

describe('A list of several', () => {
  const two = ['ustr-nml-2020', 'reports-torrentfreak-2023-03-20-zippyshare', 'eu-cpwl-2022', 'it-agcom-206-24-dda'];
  it('stands with what was read as an act or a copy first, each part in alphabetical order, and blank lines between', () => {
    for (const style of STYLES) {
      const [entries] = cite(citedRows(two), style, ACCESSED).split('\n\nIn the text:');
      const lines = entries!.split('\n\n').map((line) => line.replace(/^\W+/, ''));
      expect(lines).toHaveLength(4);
      // The first of them is a copy of the act; the rest are reports.
      expect(lines[0]).toContain('2020 Review of Notorious Markets');
      const reports = lines.slice(1);
      expect(reports).toEqual([...reports].sort((a, b) => a.localeCompare(b, 'en')));
    }
  });
  it('tells two works of one author and year apart by letters, in the list and in the text', () => {
    const same = ['eu-cpwl-2022', 'us-seizures-2022-12-16-world-cup'];
    const apa = cite(citedRows(same), 'apa', ACCESSED);
    expect(apa).toMatch(/TorrentFreak\. \(2022a, December 8\)\. \[Report on Counterfeit/);
    expect(apa).toMatch(/TorrentFreak\. \(2022b, December 19\)\. \[Report on 23 more/);
    expect(apa).toContain('as cited in TorrentFreak, 2022b, section on comebacks)');
    const chicago = cite(citedRows(same), 'chicago', ACCESSED);
    // Chicago's letters go by title: "23 more …" before "Counterfeit …".
    expect(chicago).toMatch(/TorrentFreak\. 2022a\. \[Report on 23 more/);
    expect(chicago).toContain('cited in TorrentFreak 2022a, section on comebacks)');
  });
});
