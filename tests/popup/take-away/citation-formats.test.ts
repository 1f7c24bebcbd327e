/**
 * Checks our four citation formats against citation-js: it parses our output to the same data, and its APA equals ours.
 */
import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import { describe, expect, it } from 'vitest';
import { cslItem, type CslItem } from '../../../src/popup/take-away/source-item.ts';
import { cite } from '../../../src/popup/take-away/citation-formats.ts';
import { exampleSeries, exampleSource } from '../../fixtures.ts';

void plugins;
const order = cslItem(
  {
    ...exampleSource,
    id: 'xx-court-2015',
    title: 'Performing & Recording_Society v Telecom [2015] XXHC 12',
    date: '2015-04-23',
    authority: 'High Court of Exampleland',
    caseNumber: 'HC-100/2015',
  },
  { ...exampleSeries, evidence: 'court-order' },
);
const list = cslItem(
  { ...exampleSource, url: 'https://office.example/2020?a=1&b=50%25', archived: 'https://archive.example/x' },
  exampleSeries,
);
const month = cslItem({ ...exampleSource, id: 'month', date: '2012-02' }, { ...exampleSeries, evidence: 'report' });
const year = cslItem(
  { ...exampleSource, id: 'year', date: '2012', title: '100% {of} it: $5 #1 ~ ^ \\ "x" y' },
  exampleSeries,
);
const ALL: [string, CslItem][] = [
  ['a list', list],
  ['an order', order],
  ['a page of a month', month],
  ['a report of a year', year],
];

const readBack = (text: string): Record<string, unknown> =>
  (new Cite(text) as { data: Record<string, unknown>[] }).data[0]!;

// citation-js takes seconds to make its first bibliography.
describe.each(ALL)('%s', { timeout: 60_000 }, (_, item) => {
  it('keeps every field through BibTeX', () => {
    const read = readBack(cite([item], 'bibtex'));
    expect(read).toMatchObject({ id: item.id, title: item.title, URL: item.URL, issued: item.issued });
    expect(read['author']).toMatchObject([{ family: item.author?.[0].literal ?? item.authority ?? item.publisher }]);
  });
  it('keeps every field through RIS', () => {
    expect(readBack(cite([item], 'ris'))).toMatchObject({ title: item.title, URL: item.URL, issued: item.issued });
  });
  it('is CSL-JSON that citation-js accepts', () => {
    expect(readBack(cite([item], 'csl'))).toMatchObject({
      id: item.id,
      type: item.type,
      title: item.title,
      URL: item.URL,
    });
  });
  it('has the same APA text as citation-js', () => {
    const apa = (new Cite(item) as { format(as: string, how: object): string }).format('bibliography', {
      template: 'apa',
      lang: 'en-US',
      format: 'text',
    });
    expect(plain(cite([item], 'apa'))).toBe(plain(apa));
  });
});

it('formats a court order as a legal citation', () => {
  expect(cite([order], 'legal')).toBe(
    'High Court of Exampleland (United States), HC-100/2015, 23 April 2015, Performing & Recording_Society v Telecom [2015] XXHC 12, https://office.example/2020',
  );
});

it('adds a note if the act itself was not read', () => {
  const reported = cslItem(
    { ...exampleSource, read: [{ url: 'https://news.example/1', as: 'report' }] },
    exampleSeries,
  );
  expect(reported.note).toBe('The act itself was not read for this record; known from: https://news.example/1');
});

/** Removes typography (curly quotes, repeated spaces), which is not compared. */
const plain = (text: string) => text.trim().replace(/[“”]/g, '"').replace(/’/g, "'").replace(/\s+/g, ' ');
