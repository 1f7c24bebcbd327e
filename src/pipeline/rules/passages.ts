/** Rules for passages: a fact must name the place where it was read, and call what was read by the right kind. */
import { parse as parseHost } from 'tldts';
import { citations } from '../cited-sources.ts';
import type { Dataset } from '../dataset.ts';
import { byId, eachCountry, eachMarket, eachSeries, eachSource, type Rule, type Say } from './rule.ts';

/** "title of the article": a headline is no evidence for what the text says. */
const ONLY_A_HEADLINE =
  /^(?:the )?(?:sub-?)?(?:title|headline|heading|caption|teaser)s?(?: (?:of|in|above|over) (?:the |an? )?(?:\w+ )?(?:article|page|report|post|text|story|item)s?)?$/i;

export const locatorsNameAPassage: Rule = (data) => {
  const check = (record: Parameters<typeof citations>[0], say: Say) => {
    for (const { path, locator } of citations(record))
      if (locator && ONLY_A_HEADLINE.test(locator.trim()))
        say(
          path.replace(/source$/, 'locator'),
          `"${locator}" is a headline, not a passage: read the text and say where in it this stands, or take the fact out`,
        );
  };
  return [...eachMarket(data, check), ...eachCountry(data, check), ...eachSeries(data, check)];
};

/** Means only "somewhere in it": two facts with it need not be in the same passage. */
const NO_PASSAGE = /^body of the (?:article|text|page)$/i;

/** A list that reports several names as gone in one passage says the same of each. */
export const closuresAreNotRemovals: Rule = (data) => {
  const removed = new Map<string, string>();
  const passage = (event: { source: string; locator: string }) => `${event.source} ${event.locator}`;
  for (const market of data.markets)
    for (const event of market.events) if (event.kind === 'delisted') removed.set(passage(event), market.id);
  return eachMarket(data, (market, say) =>
    market.events.forEach((event, n) => {
      const other = removed.get(passage(event));
      if (event.kind === 'closed' && other && !NO_PASSAGE.test(event.locator))
        say(
          `events.${n}.kind`,
          `"closed", and the same passage of ${event.source} is entered as "delisted" for ${other}: enter both alike, or give each the sentence that it stands in`,
        );
    }),
  );
};

/** Pages that anybody may edit: acceptable as copies, never as the act itself. */
const COPIES: readonly string[] = [
  'wikisource.org',
  'wikimedia.org',
  'github.com',
  'archive.org',
  'scribd.com',
  'docslib.org',
  'documentcloud.org',
];

export const copiesAreCalledCopies: Rule = (data) =>
  eachSource(data, (source, say) =>
    source.read.forEach(({ url, as }, n) => {
      const host = parseHost(url).domain ?? '';
      if (as === 'act' && COPIES.includes(host))
        say(`read.${n}.as`, `${host} holds copies: say "copy-of-act", here and in every fact that was read there`);
    }),
  );

/** A copy that was read stands in "read" alone: the same address twice would say both that it was read and that it was not. */
export const copiesWereNotRead: Rule = (data) =>
  eachSource(data, ({ copies, read, url, archived }, say) => {
    const elsewhere = new Set([url, archived, ...read.map((each) => each.url)]);
    copies?.forEach((copy, n) => {
      if (elsewhere.has(copy)) say(`copies.${n}`, 'this address stands in the source already: leave it out here');
      else if (copies.indexOf(copy) < n) say(`copies.${n}`, 'this address stands twice: leave one out');
    });
  });

/** A host that reports about this many programmes is a newspaper; an issuer reports only about its own. */
const MANY_SERIES = 3;

/**
 * An act's address must be its issuer's, not a newspaper's: a citation would present the newspaper's text as the act.
 */
export const officialAddressesAreOfficial: Rule = (data) => {
  const news = newspapers(data);
  const series = byId(data.series);
  const isNews = (address: string | undefined) => address !== undefined && news.has(hostOf(address));
  const remedy = (address: string) =>
    `${hostOf(address)} is where accounts are read, not where the issuer publishes: move this address to "read", or leave it out`;
  return [
    ...eachSource(data, ({ url, series: of }, say) => {
      if (isNews(url) && series.get(of)?.evidence !== 'report') say('url', remedy(url!));
    }),
    ...eachSeries(data, ({ url, challenge }, say) => {
      if (isNews(url)) say('url', remedy(url!));
      if (isNews(challenge.url)) say('challenge.url', remedy(challenge.url!));
    }),
  ];
};

const hostOf = (address: string): string => parseHost(address).domain ?? address;

/** Hosts that the record uses only for reports, about a series of reports or about many series. */
function newspapers(data: Dataset): Set<string> {
  const reports = new Map<string, Set<string>>();
  const acts = new Set<string>();
  const series = byId(data.series);
  for (const { read, series: id } of data.sources)
    for (const { url, as } of read) {
      if (as !== 'report') acts.add(hostOf(url));
      else reports.set(hostOf(url), (reports.get(hostOf(url)) ?? new Set()).add(id));
    }
  const isNews = (ids: ReadonlySet<string>) =>
    ids.size >= MANY_SERIES || [...ids].some((id) => series.get(id)?.evidence === 'report');
  return new Set([...reports].flatMap(([host, ids]) => (isNews(ids) && !acts.has(host) ? [host] : [])));
}
