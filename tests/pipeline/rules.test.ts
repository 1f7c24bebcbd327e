/** Every rule of `validate`: records that break it, and a message with the file, the path and a remedy. */
import { describe, expect, it, test } from 'vitest';
import type { Market, Series, Source } from '../../src/list/records.ts';
import { applyRules, RULES, type RuleName } from '../../src/pipeline/rules.ts';
import type { Rule } from '../../src/pipeline/rules/rule.ts';
import { soundData } from './rules-data.ts';

const TODAY = '2026-11-22';

interface Parts {
  first: Market;
  second: Market;
  edition: Source;
  order: Source;
  extension: Source;
  list: Series;
  court: Series;
  data: ReturnType<typeof soundData>;
}

/** What is broken, the change that breaks it, the file and path that the rule must name, and a part of the remedy. */
type Break = [what: string, breakIt: (parts: Parts) => unknown, file: string, path: string, remedy: RegExp];

const first = 'markets/f/first-market.json';
const ORDER = 'sources/xx-court/xx-court-1.json';
const CASES: Record<RuleName, Break[]> = {
  everySourceExists: [
    [
      'an event cites no source',
      (p) => (p.first.events[0]!.source = 'xx-list-1999'),
      first,
      'events.0.source',
      /no sources\/<series>\/xx-list-1999\.json: add the source/,
    ],
    [
      'a statute cites no source',
      (p) => (p.court.statutes![0]!.source = 'x'),
      'series/xx-court.json',
      'statutes.0.source',
      /add the source/,
    ],
    [
      'a domain cites no source',
      (p) => (p.first.domains[0]!.source = 'xx-list-1999'),
      first,
      'domains.0.source',
      /add the source/,
    ],
    [
      'an event names an order that does not exist',
      (p) => (p.first.events[2]!.order = 'xx-court-9'),
      first,
      'events.2.order',
      /add the source/,
    ],
    [
      'a relation cites no source',
      (p) => (p.second.relations![0]!.source = 'x'),
      'markets/s/second-market.json',
      'relations.0.source',
      /add the source/,
    ],
    [
      'a change of hands cites no source',
      (p) => (p.first.domains[0]!.changedHands = { note: 'n', source: 'x' }),
      first,
      'domains.0.changedHands.source',
      /add/,
    ],
    [
      'a tier cites no source',
      (p) => (p.data.countries[0]!.tiers[0]!.source = 'x'),
      'countries/xx.json',
      'tiers.0.source',
      /add the source/,
    ],
    [
      'a statement cites no source',
      (p) => (p.data.countries[0]!.statements![0]!.source = 'x'),
      'countries/xx.json',
      'statements.0.source',
      /add the source/,
    ],
  ],
  statutesSayOneTerm: [
    [
      'a statute has no term',
      (p) => delete p.court.statutes![0]!.months,
      'series/xx-court.json',
      'statutes.0',
      /say one of the two/,
    ],
    [
      'a statute has two terms',
      (p) => (p.court.statutes![0]!.permanent = true),
      'series/xx-court.json',
      'statutes.0',
      /say one of the two/,
    ],
    [
      'a statute ends before it begins',
      (p) => (p.court.statutes![0]!.until = '2019'),
      'series/xx-court.json',
      'statutes.0.until',
      /correct one of them/,
    ],
    [
      'a statute stands twice',
      (p) => p.court.statutes!.push(p.court.statutes![0]!),
      'series/xx-court.json',
      'statutes.1.id',
      /keep one/,
    ],
    [
      'a statute is known from a list',
      (p) => (p.court.statutes![0]!.source = 'xx-list-2020'),
      'series/xx-court.json',
      'statutes.0.source',
      /is not the text/,
    ],
  ],
  locatorsNameAPassage: [
    [
      'the locator of an event is a headline',
      (p) => (p.first.events[0]!.locator = 'title of the article'),
      first,
      'events.0.locator',
      /read the text and say where/,
    ],
    [
      'the locator of a domain is a headline',
      (p) => (p.first.domains[0]!.locator = 'Headline'),
      first,
      'domains.0.locator',
      /or take the fact out/,
    ],
    [
      'the locator of a tier is a title',
      (p) => (p.data.countries[0]!.tiers[0]!.locator = 'the title'),
      'countries/xx.json',
      'tiers.0.locator',
      /is a headline/,
    ],
  ],
  closuresAreNotRemovals: [
    [
      'one passage delists one market and closes another',
      (p) => {
        p.first.events[0]!.kind = 'delisted';
        p.second.events[0]!.kind = 'closed';
      },
      'markets/s/second-market.json',
      'events.0.kind',
      /entered as "delisted" for first-market: enter both alike/,
    ],
  ],
  copiesAreCalledCopies: [
    [
      'a page of Wikisource is marked as the act',
      (p) => (p.edition.read[0]!.url = 'https://en.m.wikisource.org./wiki/Page:Report.pdf/6'),
      'sources/xx-list/xx-list-2020.json',
      'read.0.as',
      /say "copy-of-act"/,
    ],
  ],
  copiesWereNotRead: [
    [
      'a copy that was read is also called unread',
      (p) => (p.edition.copies = ['https://copy.example.net/a', p.edition.read[0]!.url]),
      'sources/xx-list/xx-list-2020.json',
      'copies.1',
      /stands in the source already/,
    ],
    [
      'a copy stands twice',
      (p) => (p.edition.copies = ['https://copy.example.net/a', 'https://copy.example.net/a']),
      'sources/xx-list/xx-list-2020.json',
      'copies.1',
      /stands twice/,
    ],
  ],
  officialAddressesAreOfficial: [
    [
      'the address of an act is that of a newspaper',
      (p) => (news(p), (p.order.url = 'https://www.paper.example.org/a')),
      ORDER,
      'url',
      /move this address to "read"/,
    ],
    [
      'the address of a series is that of a newspaper',
      (p) => (news(p), (p.list.url = 'https://paper.example.org/')),
      'series/xx-list.json',
      'url',
      /leave it out/,
    ],
    [
      'the address for a challenge is that of a newspaper',
      (p) => (news(p), (p.list.challenge.url = 'https://paper.example.org/b')),
      'series/xx-list.json',
      'challenge.url',
      /leave it out/,
    ],
  ],
  changesOfHandsEndTheFacts: [
    [
      'a domain is printed after it changed hands',
      (p) => (p.first.domains[0]!.changedHands = { note: 'sold', date: '2021-06' }),
      first,
      'domains.0.changedHands',
      /xx-court-1 prints it later: enter the later owner's span/,
    ],
    [
      'a change of hands has no date',
      (p) => (p.first.domains[0]!.changedHands = { note: 'sold' }),
      first,
      'domains.0.changedHands',
      /give the date, or the source/,
    ],
  ],
  ordersSayTheirTerm: [
    [
      'an order has no term',
      (p) => delete p.order.until,
      ORDER,
      'statute',
      /name the one that it applies \(act-12\), or null/,
    ],
  ],
  ordersNameStatutesOfTheirSeries: [
    [
      'an order names a statute that its series lacks',
      (p) => (p.order.statute = 'act-13'),
      ORDER,
      'statute',
      /add it there, or name one of act-12/,
    ],
    [
      'an order is earlier than its statute',
      (p) => Object.assign(p.order, { statute: 'act-12', until: undefined, date: '2019-12-31' }),
      ORDER,
      'statute',
      /was not law on 2019-12-31/,
    ],
    [
      'an order is later than the end of its statute',
      (p) => (Object.assign(p.order, { statute: 'act-12', until: undefined }), (p.court.statutes![0]!.until = '2021')),
      ORDER,
      'statute',
      /was not law/,
    ],
    [
      'an order with a statute has its own term too',
      (p) => (p.order.statute = 'act-12'),
      ORDER,
      'statute',
      /take the statute out/,
    ],
    [
      'a provisional order names a statute',
      (p) => Object.assign(p.order, { statute: 'act-12', provisional: true }),
      ORDER,
      'statute',
      /take one of the two out/,
    ],
  ],
  everySeriesExists: [
    [
      'the series of a source does not exist',
      (p) => (p.order.series = 'yy-court'),
      'sources/yy-court/xx-court-1.json',
      'series',
      /add the series/,
    ],
  ],
  sourceIdsBeginWithTheirSeries: [
    [
      'a source id does not begin with its series',
      (p) => p.data.sources.push({ ...p.edition, id: 'list-2019', edition: '2019', complete: false }),
      'sources/xx-list/list-2019.json',
      'id',
      /rename it to "xx-list-…"/,
    ],
  ],
  everySourceIsCited: [
    [
      'nothing cites a judgment',
      (p) => p.data.sources.push({ ...p.order, id: 'xx-court-3' }),
      'sources/xx-court/xx-court-3.json',
      '',
      /cite it/,
    ],
  ],
  relationsLeadSomewhere: [
    [
      'a relation names a market that does not exist',
      (p) => (p.second.relations![0]!.market = 'third-market'),
      'markets/s/second-market.json',
      'relations.0.market',
      /add that market/,
    ],
    [
      'a market is its own successor',
      (p) => (p.second.relations![0]!.market = 'second-market'),
      'markets/s/second-market.json',
      'relations.0.market',
      /name the other/,
    ],
    [
      'a relation stands twice',
      (p) => p.second.relations!.push(p.second.relations![0]!),
      'markets/s/second-market.json',
      'relations.1',
      /keep the one/,
    ],
  ],
  whatWasReadStandsInItsSource: [
    [
      'an event was read in a document that its source does not list',
      (p) => (p.first.events[0]!.readAt = 'https://elsewhere.example/'),
      first,
      'events.0.readAt',
      /add it there/,
    ],
  ],
  verificationFitsWhatWasRead: [
    [
      'a fact that was read in a report is marked as read in the act',
      (p) => (p.edition.read[0]!.as = 'report'),
      first,
      'events.0.verification',
      /correct one of the two/,
    ],
  ],
  noSharedHosts: [
    ['a public suffix', (p) => rename(p.first, 'co.uk'), first, 'domains.0.name', /enter the full host name/],
    ['a shared host', (p) => rename(p.first, 'github.io'), first, 'domains.0.name', /enter the full host name/],
    ['an unknown ending', (p) => rename(p.first, 'market.orgg'), first, 'domains.0.name', /check the spelling/],
    ['an IP address', (p) => rename(p.first, '192.0.2.1'), first, 'domains.0.name', /take it out/],
  ],
  prefixesHavePaths: [
    ['a prefix without path', (p) => (p.first.domains[0]!.scope = 'url-prefix'), first, 'domains.0.path', /add "path"/],
    ['a path without prefix', (p) => (p.first.domains[0]!.path = '/a'), first, 'domains.0.scope', /take the path out/],
  ],
  domainsAreUnique: [
    [
      'a domain in two markets at once',
      (p) => rename(p.second, 'first.example.org'),
      'markets/s/second-market.json',
      'domains.0.name',
      /also a domain of markets\/f\/first-market\.json at the same time: give both spans/,
    ],
    [
      'a domain twice in one market',
      (p) => p.first.domains.push(p.first.domains[0]!),
      first,
      'domains.1.name',
      /twice in this file.*keep one/,
    ],
  ],
  spansRunForward: [
    [
      'until before from',
      (p) => Object.assign(p.first.domains[0]!, { from: '2021', until: '2020-12-31' }),
      first,
      'domains.0.until',
      /correct one of them/,
    ],
  ],
  eventsNameKnownDomains: [
    [
      'a printed domain is not among the domains',
      (p) => (p.first.events[0]!.domains = ['other.example.org']),
      first,
      'events.0.domains',
      /add it there/,
    ],
  ],
  eventsFallInTheSpan: [
    [
      'a listing after until',
      (p) => (p.first.domains[0]!.until = '2020-12'),
      first,
      'events.0.domains',
      /correct the span/,
    ],
    [
      'an order after until',
      (p) => (p.first.domains[0]!.until = '2021-12'),
      first,
      'events.1.domains',
      /correct the span/,
    ],
    [
      'a listing before from',
      (p) => (p.first.domains[0]!.from = '2022-02'),
      first,
      'events.0.domains',
      /correct the span/,
    ],
  ],
  noFutureDates: [
    [
      'a source of tomorrow',
      (p) => (p.order.date = '2026-11-23'),
      'sources/xx-court/xx-court-1.json',
      'date',
      /lies in the future.*correct it/,
    ],
    ['an event of tomorrow', (p) => (p.first.events[0]!.date = '2027'), first, 'events.0.date', /correct it/],
    ['a span from tomorrow', (p) => (p.first.domains[0]!.from = '2027'), first, 'domains.0.from', /correct it/],
    ['a span until tomorrow', (p) => (p.first.domains[0]!.until = '2027'), first, 'domains.0.until', /correct it/],
    [
      'a change of hands tomorrow',
      (p) => (p.first.domains[0]!.changedHands = { note: 'n', date: '2027' }),
      first,
      'domains.0.changedHands.date',
      /correct it/,
    ],
    [
      'a statement of tomorrow',
      (p) => (p.data.countries[0]!.statements![0]!.date = '2027'),
      'countries/xx.json',
      'statements.0.date',
      /correct it/,
    ],
  ],
  kindsFitTheirSeries: [
    [
      'a court lists',
      (p) => (p.first.events[1]!.kind = 'listed'),
      first,
      'events.1.kind',
      /"listed" does not fit xx-court, whose evidence is court-order: it can say blocked,/,
    ],
    [
      'a list blocks',
      (p) => (p.first.events[0]!.kind = 'blocked'),
      first,
      'events.0.kind',
      /choose one, or cite another source/,
    ],
  ],
  laterActsNameTheirOrder: [
    [
      'a listing names an order',
      (p) => (p.first.events[0]!.order = 'xx-court-1'),
      first,
      'events.0.order',
      /take it out/,
    ],
    [
      'a block that is marked as partly',
      (p) => (p.first.events[1]!.partly = true),
      first,
      'events.1.partly',
      /only "annulled"/,
    ],
    [
      'an annulment does not name what was annulled',
      (p) => Object.assign(p.first.events[2]!, { kind: 'annulled', order: undefined }),
      first,
      'events.2.order',
      /name its source here/,
    ],
    [
      'an extension of an order that is not entered',
      (p) => p.first.events.splice(1, 1),
      first,
      'events.1.order',
      /enter it first/,
    ],
  ],
  termsAgree: [
    [
      'permanent, with an end',
      (p) => (p.order.permanent = true),
      'sources/xx-court/xx-court-1.json',
      'until',
      /keep what the act says/,
    ],
    [
      'a term that ends before the order',
      (p) => (p.order.until = '2021'),
      'sources/xx-court/xx-court-1.json',
      'until',
      /correct one of them/,
    ],
    [
      'an event permanent, with an end',
      (p) => Object.assign(p.first.events[1]!, { permanent: true, until: '2023' }),
      first,
      'events.1.until',
      /keep what the act says/,
    ],
  ],
  listingsBearTheirEditionsDate: [
    [
      'a listing outside its edition’s date',
      (p) => (p.first.events[0]!.date = '2020-12-01'),
      first,
      'events.0.date',
      /bears the date of its edition \(2021-01-14\)/,
    ],
    [
      'a listing whose source is not an edition',
      (p) => delete p.edition.edition,
      first,
      'events.0.source',
      /has no "edition".*add it there/,
    ],
  ],
  eventsAreUnique: [
    [
      'an event stands twice',
      (p) => p.first.events.push({ ...p.first.events[0]!, locator: 'p. 9' }),
      first,
      'events.3',
      /says the same as events\.0.*keep one/,
    ],
    [
      'two events share a domain',
      (p) => p.first.events.push({ ...p.first.events[0]!, domains: ['a.example.org', 'first.example.org'] }),
      first,
      'events.3',
      /keep one/,
    ],
    [
      'two events of one source with the market’s name alone',
      (p) => p.first.events.push(p.first.events[2]!),
      first,
      'events.3',
      /says the same as events\.2/,
    ],
  ],
  editionsAddUp: [
    [
      'found exceeds stated',
      (p) => (p.edition.stated = 1),
      'sources/xx-list/xx-list-2020.json',
      'stated',
      /finds 2 markets in an edition that states 1.*join or remove/,
    ],
    [
      'complete, but not all are found',
      (p) => (p.edition.stated = 3),
      'sources/xx-list/xx-list-2020.json',
      'complete',
      /finds 2 of the 3 stated: find the rest/,
    ],
    [
      'complete without a stated number',
      (p) => (p.edition.stated = null),
      'sources/xx-list/xx-list-2020.json',
      'complete',
      /enter the number/,
    ],
    [
      'complete, but not an edition',
      (p) => (p.order.complete = true),
      'sources/xx-court/xx-court-1.json',
      'complete',
      /take "complete" out/,
    ],
  ],
  editionsAreUnique: [
    [
      'one edition in two files',
      (p) => (p.data.sources[1]!.edition = '2020'),
      'sources/xx-list/xx-list-2021.json',
      'edition',
      /sources\/xx-list\/xx-list-2020\.json is edition "2020" of xx-list too: join/,
    ],
  ],
  suspensionsAreNotEnds: [
    [
      'what was suspended is entered as ended',
      (p) =>
        Object.assign(p.first.events[2]!, {
          kind: 'unblocked',
          order: 'xx-court-1',
          note: 'Enforcement was suspended on appeal.',
        }),
      first,
      'events.2.kind',
      /use "suspended"/,
    ],
  ],
  wordsDoNotJudge: [
    ['a note judges', (p) => (p.first.note = 'A pirate site.'), first, 'note', /"pirate" judges: write "site"/],
    [
      'a locator judges',
      (p) => (p.first.events[0]!.locator = 'table of illegal sites'),
      first,
      'events.0.locator',
      /"illegal" judges/,
    ],
    [
      'an event’s note judges',
      (p) => (p.first.events[0]!.note = 'Listed since 2011.'),
      first,
      'events.0.note',
      /enumerate the editions/,
    ],
    [
      'a series judges',
      (p) => (p.list.means = 'It names rogue sites.'),
      'series/xx-list.json',
      'means',
      /"rogue" judges/,
    ],
    [
      'a source’s note judges',
      (p) => (p.edition.note = 'Names infringing sites.'),
      'sources/xx-list/xx-list-2020.json',
      'note',
      /"infringing" judges/,
    ],
    [
      'a country judges',
      (p) => (p.data.countries[0]!.statements![0]!.text = 'Criminals act freely.'),
      'countries/xx.json',
      'statements.0.text',
      /name the proceedings/,
    ],
  ],
};

/** Three series have sources that were read in the same newspaper. */
function news({ data }: Parts): void {
  data.series.push({ ...data.series[1]!, id: 'yy-court' });
  ['xx-list', 'xx-court', 'yy-court'].forEach((series, n) =>
    data.sources.push({
      ...data.sources[2]!,
      id: `${series}-told`,
      series,
      read: [{ url: `https://paper.example.org/${n}`, as: 'report' }],
    }),
  );
}

function rename(market: Market, name: string): void {
  market.domains[0]!.name = name;
  market.events.forEach((event) => event.domains !== 'market-only' && (event.domains = [name]));
}

function parts(): Parts {
  const data = soundData();
  return {
    data,
    first: data.markets[0]!,
    second: data.markets[1]!,
    edition: data.sources[0]!,
    order: data.sources[2]!,
    extension: data.sources[3]!,
    list: data.series[0]!,
    court: data.series[1]!,
  };
}

test('sound records have no problems', () => expect(applyRules(soundData(), TODAY)).toEqual([]));

describe.each(Object.entries(CASES))('%s', (name, breaks) => {
  it.each(breaks)('finds that %s', (_, breakIt, file, path, remedy) => {
    const broken = parts();
    breakIt(broken);
    const rule: Rule = RULES[name as RuleName];
    const problems = rule(broken.data, TODAY);
    expect(problems.map((problem) => `${problem.file} ${problem.path}`)).toContain(`${file} ${path}`);
    expect(problems.find((problem) => problem.file === file && problem.path === path)?.message).toMatch(remedy);
  });
});

describe('Rules allow', () => {
  const problemsAfter = (change: (p: Parts) => unknown) => {
    const changed = parts();
    change(changed);
    return applyRules(changed.data, TODAY);
  };
  it('a domain that passed from one market to another', () =>
    expect(
      problemsAfter((p) => {
        rename(p.second, 'first.example.org');
        p.first.events.splice(1);
        p.second.relations = [];
        p.data.sources.splice(2, 2);
        p.second.events[0] = { ...p.second.events[0]!, source: 'xx-list-2021' };
        p.edition.stated = 1;
        p.first.domains[0]!.until = '2021-06';
        p.second.domains[0]!.from = '2021-06-30';
      }),
    ).toEqual([]));
  it('the end of an order on a domain that the market had left before', () =>
    expect(
      problemsAfter((p) => {
        p.first.domains[0]!.until = '2022-12';
        p.first.events[2] = { ...p.first.events[2]!, kind: 'unblocked', domains: ['first.example.org'] };
      }),
    ).toEqual([]));
  it('judging words in names, titles and headings, which are quotations', () =>
    expect(
      problemsAfter((p) => {
        p.first.name = 'The Pirate Market';
        p.first.note = 'The Pirate Market moved to pirate.example.org.';
        p.first.events[0]!.locator = "table 'Illegal sites', row 3";
        p.edition.title = 'Rogue pirate sites 2020';
        p.order.note = 'Ordered in a criminal case, under the safe harbour rules.';
      }),
    ).toEqual([]));
  it('an order whose term is that of a statute of its series', () =>
    expect(problemsAfter((p) => Object.assign(p.order, { statute: 'act-12', until: undefined }))).toEqual([]));
  it('a domain whose later owner has its own span, and one that is withheld', () =>
    expect(
      problemsAfter((p) => {
        p.first.domains[0]!.changedHands = { note: 'sold', date: '2021-06' };
        p.first.domains[0]!.until = '2021-06';
        p.first.domains.push({ ...p.first.domains[0]!, from: '2021-07', until: undefined, changedHands: undefined });
        p.second.domains[0]!.changedHands = { note: 'bought before' };
        p.second.domains[0]!.withheld = 'Belongs to somebody else.';
      }),
    ).toEqual([]));
  it('a report by the issuer of the act, and two facts with a locator that names no passage', () =>
    expect(
      problemsAfter((p) => {
        p.data.sources.push({
          ...p.edition,
          id: 'xx-list-2019',
          edition: '2019',
          complete: false,
          read: [{ url: 'https://office.example.org/news', as: 'report' }],
        });
        p.edition.url = 'https://office.example.org/2020';
        for (const market of [p.first, p.second]) market.events[0]!.locator = 'body of the article';
        p.first.events[0]!.kind = 'delisted';
        p.second.events[0]!.kind = 'closed';
        p.edition.complete = false;
      }),
    ).toEqual([]));
  it('a seizure that a court of another series set aside, and one that lapsed', () =>
    expect(
      problemsAfter((p) => {
        p.list.evidence = 'seizure';
        p.first.events[0] = { ...p.first.events[0]!, kind: 'seized' };
        p.second.events[0] = { ...p.second.events[0]!, kind: 'seized' };
        p.first.events[2] = { ...p.first.events[2]!, kind: 'annulled', order: 'xx-list-2020' };
        p.second.events.push({ ...p.second.events[0], kind: 'lapsed', date: '2025-01' });
        delete p.data.sources[0]!.edition;
        delete p.data.sources[0]!.complete;
        p.data.countries = [];
        p.data.sources.splice(1, 1);
      }),
    ).toEqual([]));
  it('an edition without any market found yet', () => expect(problemsAfter((p) => (p.edition.stated = 2))).toEqual([]));
});
