/**
 * BibTeX, RIS and CSL-JSON of the same forty sources, parsed by citation-js: authors, courts, docket numbers, dates and
 * addresses are the same after the import.
 */
import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import { describe, expect, it } from 'vitest';
import { cslItems, type CslItem } from '../../../src/ui/citations/csl-item.ts';
import { cite } from '../../../src/ui/citations/formats.ts';
import { corporate } from '../../../src/ui/citations/ris.ts';
import { ACCESSED, citedRows, FORTY } from './forty-sources.ts';

void plugins;
type Read = Record<string, unknown> & { author?: { literal?: string; family?: string; given?: string }[] };
const readBack = (text: string): Read[] => (new Cite(text) as { data: Read[] }).data;
const namesIn = ({ author = [] }: Read) =>
  author.map(({ literal, family, given }) => [given, literal ?? family].filter(Boolean).join(' '));
const bodies = (item: CslItem): string[] => item.author?.map(({ literal }) => literal) ?? item.authority!.split('; ');

describe.each(FORTY)('$id', { timeout: 60_000 }, ({ cited }) => {
  const [item] = cslItems(cited, ACCESSED) as [CslItem];
  it('keeps every field through BibTeX', () => {
    const [read] = readBack(cite(cited, 'bibtex', ACCESSED)) as [Read];
    expect(read).toMatchObject({ id: item.id, title: item.title, accessed: item.accessed });
    // citation-js escapes "%3A" in a BibTeX address once more.
    expect(String(read['URL']).replaceAll('%253A', '%3A')).toBe(item.URL);
    if (item.issued) expect(read['issued']).toEqual(item.issued);
    expect(namesIn(read).join('; ')).toBe(bodies(item).join('; '));
    if (item.number) expect(read['number']).toBe(item.number);
    if (item.note) expect(read['note']).toBe(item.note);
  });
  it('keeps every field through RIS, and splits no name at a comma', () => {
    const [read] = readBack(cite(cited, 'ris', ACCESSED)) as [Read];
    expect(read).toMatchObject({ id: item.id, type: item.type, title: item.title, URL: item.URL });
    if (item.issued) expect(read['issued']).toEqual(item.issued);
    // It reads the day of access of reports and decisions only, and the names of no decision or statute but the court.
    if (item.type === 'report' || item.type === 'legal_case') expect(read['accessed']).toEqual(item.accessed);
    if (item.author && item.type !== 'legislation')
      expect(namesIn(read)).toEqual(bodies(item).map((name) => corporate(name).slice(0, -1)));
    expect((read.author ?? []).every(({ given }) => !given)).toBe(true);
    if (item.authority) expect(read['authority']).toBe(item.authority);
    const docket = item.number ? `Docket: ${item.number}. ` : '';
    expect(read['note']).toBe(docket + item.note!);
  });
  it('keeps every field through CSL-JSON', () => {
    const [read] = readBack(cite(cited, 'csl', ACCESSED)) as [Read];
    const { author, ...rest } = item;
    expect(read).toMatchObject({ ...rest, ...(author && { author }) });
  });
});

it('gives each item an id of its own, and each report once', () => {
  const all = citedRows(FORTY.map(({ id }) => id));
  const items = cslItems(all, ACCESSED);
  expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  expect(new Set(items.map(({ URL, title }) => URL + title)).size).toBe(items.length);
});

it('tells in the note of a report which act it tells of, by whom, with its number', () => {
  const [item] = cslItems(citedRows(['br-courts-yout-2025-12-19']), ACCESSED);
  expect(item).toMatchObject({ type: 'webpage', author: [{ literal: 'TorrentFreak' }] });
  expect(item!.note).toBe(
    'Tells of: 12th Criminal Court of São Paulo, Criminal judgment on Yout.com, 1028327-50.2021.8.26.0050, ' +
      '2025-12-19. The act itself was not read. Place: paragraphs on the verdict.',
  );
});
