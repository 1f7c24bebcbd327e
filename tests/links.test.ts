/**
 * Listed hosts are text, never links: in documents, in generated text, in the export and in the code of the pages. Only
 * sources are links, even if the host of a source is listed itself.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { libraryIn } from '../src/list/release/packed.ts';
import { matchMarkets } from '../src/list/look-up.ts';
import { listSections, render } from '../src/pipeline/change-words.ts';
import { compareLists } from '../src/pipeline/compare-lists.ts';
import { compile } from '../src/pipeline/compile.ts';
import { readDataset } from '../src/pipeline/dataset.ts';
import { exportFiles } from '../src/pipeline/export/package.ts';

const { dataset } = readDataset('data');
const exported = [...(await exportFiles(dataset))];
const names = new Set(dataset.markets.flatMap((market) => market.domains.map((domain) => domain.name)));
const cited = new Set([
  ...dataset.sources.flatMap((source) => [
    source.url,
    source.archived,
    ...(source.copies ?? []),
    ...source.read.map((read) => read.url),
  ]),
  ...dataset.series.flatMap((series) => [series.url, series.challenge.url]),
  ...dataset.markets.flatMap((market) =>
    [...market.domains, ...market.events, ...(market.relations ?? [])].map((fact) => fact.readAt),
  ),
  ...dataset.countries.flatMap((country) =>
    [...country.tiers, ...(country.statements ?? [])].map((fact) => fact.readAt),
  ),
]);

/** Text that a renderer, a mail program or a spreadsheet turns into a link, and links of Markdown and HTML. */
const LINKS = [
  /\bhttps?:\/\/[^\s"'<>`|\\]+/gi,
  /\bwww\.[\p{L}\p{N}.-]+/giu,
  /\]\(\s*<?([^)\s>]+)/g,
  /\bhref=["']([^"']+)/gi,
  /^\s*\[[^\]]+\]:\s*(\S+)/gm,
];

/** True if the host or one of its parents is a listed name. A set, because there are thousands of names and links. */
const isListed = (host: string) => host.split('.').some((_, n, labels) => names.has(labels.slice(n).join('.')));

function linksToListed(text: string): string[] {
  return LINKS.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? match[0])).filter((link) => {
    const bare = link.replace(/[).,;:\]]+$/, '');
    if (cited.has(link) || cited.has(bare)) return false;
    try {
      const { hostname, pathname } = new URL(/^https?:/i.test(bare) ? bare : `http://${bare.replace(/^\/\//, '')}`);
      const host = hostname.replace(/\.$/, '');
      return isListed(host) && matchMarkets(dataset.markets, host, pathname).length > 0;
    } catch {
      return false;
    }
  });
}

/** Names and hosts as printed. Tables and JSON may have them with "www.", as nothing renders their text. */
const printed = dataset.markets.flatMap((market) => [
  ...market.domains.map((domain) => domain.name),
  market.name,
  ...(market.otherNames ?? []),
  ...market.events.flatMap((event) => event.printedName ?? []),
]);
const withoutPrintedNames = (text: string) =>
  printed
    .filter((name) => /^www\./i.test(name))
    .reduce((rest, name) => rest.replace(new RegExp(`(?<!//)${name.replaceAll('.', '\\.')}`, 'g'), ''), text);

/** Code spans and blocks are never rendered as links. */
const withoutCode = (markdown: string) => markdown.replace(/^(```|~~~)[^]*?^\1/gm, '').replace(/(`+)[^]*?\1/g, '');

const below = (dir: string, ending: RegExp): string[] =>
  existsSync(dir)
    ? readdirSync(dir, { recursive: true, encoding: 'utf8' })
        .filter((name) => ending.test(name))
        .map((name) => join(dir, name))
    : [];
const pages = [
  ...readdirSync('.').filter((name) => name.endsWith('.md')),
  ...below('docs', /\.md$/),
  ...below('data', /\.md$/),
];

describe('No link leads to a listed host from', () => {
  it.each(pages)('%s', (file) => expect(linksToListed(withoutCode(readFileSync(file, 'utf8')))).toEqual([]));
  it.each([
    ...below('src', /\.(tsx?|html)$/),
    ...below('public', /\.(json|html)$/),
    'manifest.json',
    'CITATION.cff',
    '.zenodo.json',
  ])('%s', (file) => expect(linksToListed(readFileSync(file, 'utf8'))).toEqual([]));
  it.each(exported)('the export’s %s', (_, bytes) =>
    expect(linksToListed(withoutPrintedNames(new TextDecoder().decode(bytes)))).toEqual([]),
  );
  it('a changelog of all records, with every host in a code span', () => {
    const nothing = compile({ ...dataset, markets: [] });
    const all = compile(dataset);
    const page = render(
      'All',
      listSections(compareLists(nothing, all, dataset.release.published), libraryIn(nothing), libraryIn(all)),
      true,
    );
    const outside = withoutCode(page);
    expect(page).toContain(`\`${[...names][0]!}\``);
    expect(
      outside.split(/[^\p{L}\p{N}.-]+/u).filter((word) => isListed(word.toLowerCase().replace(/\.$/, ''))),
    ).toEqual([]);
  });
});

describe('The test itself', () => {
  const [name] = [...names];
  it.each([
    `see https://${name!}/`,
    `http://${name!}.`,
    `www.${name!} is`,
    `[a](//${name!}/x)`,
    `[a](https://www.${name!})`,
    `<a href="https://sub.${name!}/">`,
    `[ref]: https://${name!}`,
  ])('finds the link in %s', (text) => expect(linksToListed(text)).not.toEqual([]));
  it('allows a bare name, and the address of a source', () =>
    expect(linksToListed(`${name!} in ${dataset.sources[0]!.read[0]!.url}`)).toEqual([]));
});
