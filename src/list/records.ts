/**
 * The records that people write, described once: the types, the parser with a path in each error, and
 * (through @valibot/to-json-schema) the JSON Schema that editors complete fields from.
 * data/README.md explains each field.
 */
import * as v from 'valibot';
import { isPartialDate } from './dates.ts';
import { plainText } from './plain-text.ts';

const text = v.pipe(v.string(), v.trim(), v.minLength(1, 'expected text, found none'), plainText);
const id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected an id in lower case: letters, digits, single dashes'),
);
const date = v.pipe(v.string(), v.check(isPartialDate, 'expected a date as YYYY-MM-DD, YYYY-MM or YYYY'));
const webAddress = v.pipe(
  v.string(),
  v.regex(/^https?:\/\/[^\s]+$/, 'expected a web address beginning with http:// or https://'),
  plainText,
);
/** A host name as the index knows it: lower case, punycode, no trailing dot. */
const host = v.pipe(
  v.string(),
  v.maxLength(253),
  v.regex(
    /^(?=.*[a-z])([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z0-9-]{2,63}$/,
    'expected a host name in lower case, punycode for non-ASCII, no "www." guesses, no path',
  ),
);

const dateKind = v.picklist(['decided', 'published', 'observed']);
const verification = v.picklist(['act', 'copy-of-act', 'report']);

export const EVIDENCE = [
  'court-order',
  'administrative-order',
  'government-list',
  'seizure',
  'voluntary-agreement',
  'industry-submission',
  'observed',
  'judgment',
  'report',
  'statute',
] as const;
export const EVENT_KINDS = [
  'listed',
  'delisted',
  'blocked',
  'unblocked',
  'extended',
  'confirmed',
  'annulled',
  'suspended',
  'reinstated',
  'seized',
  'returned',
  'lapsed',
  'closed',
  'judgment',
  'named',
] as const;
export const CATEGORIES = [
  'torrent-index',
  'tracker',
  'p2p',
  'streaming',
  'live-sports',
  'iptv',
  'linking',
  'cyberlocker',
  'pay-mp3',
  'music',
  'stream-ripping',
  'music-search',
  'shadow-library',
  'publishing',
  'games',
  'software',
  'social-network',
  'marketplace',
  'hosting',
  'registrar',
  'advertising',
  'usenet',
  'proxy',
  'other',
] as const;

/** How a single fact is known: what was read, and where in it the fact stands. */
const knownBy = {
  verification,
  /** Page, paragraph, table or heading, in our words: "p. 24", "schedule 1, row 3". */
  locator: text,
  /** What was read, when it is not the first of the source's `read`. */
  readAt: v.optional(webAddress),
};

const domain = v.strictObject({
  name: host,
  /** `domain` covers subdomains, `host` only itself, `url-prefix` only pages below `path`. */
  scope: v.optional(v.picklist(['domain', 'host', 'url-prefix'])),
  path: v.optional(v.pipe(v.string(), v.regex(/^\/[^?#\s]*$/, 'expected a path beginning with /'), plainText)),
  /** First and last date on which the market is known to have used the domain; absent means not known. */
  from: v.optional(date),
  until: v.optional(date),
  /** The source that ties the domain to the market. */
  source: id,
  ...knownBy,
  /** Set where the domain is known to have passed to somebody else. */
  changedHands: v.optional(
    v.strictObject({
      date: v.optional(date),
      note: text,
      source: v.optional(id),
      /** It was agreed or ordered that the domain passes; that it did is not known. */
      agreed: v.optional(v.literal(true)),
    }),
  ),
  /** The source printed it, but it is never to be flagged; says why. */
  withheld: v.optional(text),
});

const event = v.strictObject({
  kind: v.picklist(EVENT_KINDS),
  source: id,
  /** Only where it differs from the date of the source. */
  date: v.optional(date),
  dateKind: v.optional(dateKind),
  /** The domains that the source printed, or that it printed only a name. */
  domains: v.union(
    [v.pipe(v.array(host), v.minLength(1, 'expected at least one domain, or "market-only"')), v.literal('market-only')],
    'expected a list of domains, or "market-only"',
  ),
  /** The name as printed, where it is not the market's. */
  printedName: v.optional(text),
  ...knownBy,
  /** Term of an order, where it differs from what the source says of all its entries. */
  permanent: v.optional(v.literal(true)),
  until: v.optional(date),
  /** The earlier order or seizure that a later act (extended, confirmed, unblocked, annulled, …) speaks of. */
  order: v.optional(id),
  /** Of an act that sets aside or suspends: a part of the order only, or for one provider. */
  partly: v.optional(v.literal(true)),
  note: v.optional(text),
});

const relation = v.strictObject({
  kind: v.picklist([
    'successor-of',
    'mirror-of',
    'alias-of',
    'same-group',
    'reuses-name-of',
    'not-to-be-confused-with',
  ]),
  market: id,
  source: id,
  ...knownBy,
  note: v.optional(text),
});

const schemaLine = { $schema: v.optional(v.string()) };

export const Market = v.strictObject({
  ...schemaLine,
  id,
  name: text,
  otherNames: v.optional(v.array(text)),
  category: v.picklist(CATEGORIES),
  domains: v.array(domain),
  events: v.pipe(
    v.array(event),
    v.minLength(1, 'expected at least one event: a market is here only because a source says something'),
  ),
  relations: v.optional(v.array(relation)),
  /** What a reader must know before relying on this record. */
  note: v.optional(text),
});

export const Source = v.strictObject({
  ...schemaLine,
  id,
  series: id,
  title: text,
  date,
  dateKind,
  /** Edition as its issuer labels it: "2020". */
  edition: v.optional(text),
  /** How many online markets the act says that it names; null where it gives no number. */
  stated: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0)))),
  /** Our record holds every one of the stated number, each with a source, none inferred. */
  complete: v.optional(v.boolean()),
  /** Who decided, where the series alone does not say: "Bergamo court". */
  authority: v.optional(text),
  /** Who traced the domains to the act, where the authorities published no list of them: "TorrentFreak". */
  tracedBy: v.optional(text),
  caseNumber: v.optional(text),
  methods: v.optional(v.array(v.picklist(['dns', 'ip', 'url']))),
  permanent: v.optional(v.literal(true)),
  until: v.optional(date),
  provisional: v.optional(v.literal(true)),
  /**
   * Id, among the series' `statutes`, of the one that the order applies; null where it applies none of them, or where
   * that is not known.
   */
  statute: v.optional(v.nullable(id)),
  /** Official address of the act. */
  url: v.optional(webAddress),
  archived: v.optional(webAddress),
  /** Where others keep a copy of the act, as a passage that was read prints it; what was read stands in `read`. */
  copies: v.optional(v.pipe(v.array(webAddress), v.minLength(1))),
  /** What was read for the record, best first. */
  read: v.pipe(
    v.array(
      v.strictObject({
        url: webAddress,
        as: verification,
        title: v.optional(text),
        /** Of the bytes of the file that was read, so that anybody can tell whether another file is the same. */
        sha256: v.optional(
          v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'expected a SHA-256 as 64 hex digits in lower case')),
        ),
      }),
    ),
    v.minLength(1, 'expected at least one address of what was read'),
  ),
  note: v.optional(text),
});

/** How long a kind of order runs by law; read only where the order itself says nothing. */
const statute = v.strictObject({
  id,
  /** Inside a sentence: "article 15.6 of law 149-FZ". */
  name: text,
  /** For good, or for so many months at most: one of the two. */
  permanent: v.optional(v.literal(true)),
  months: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  /**
   * First day on which the statute was law, and the last, where it is no longer: it decides nothing about orders of
   * other days.
   */
  from: date,
  until: v.optional(date),
  /** The statute's own text, a source of a series whose evidence is `statute`. */
  source: id,
  ...knownBy,
});

export const Series = v.strictObject({
  ...schemaLine,
  id,
  /** Full name: "Review of Notorious Markets for Counterfeiting and Piracy". */
  name: text,
  /** A few words for a table: "USTR list", "Italy, courts". */
  label: text,
  issuer: text,
  /** The issuer inside a sentence: "USTR", "the High Court of England and Wales". */
  issuedBy: text,
  /** A list's name for readers who know neither it nor its issuer: "US piracy and counterfeit list". */
  plainName: v.optional(text),
  /** For lists and submissions, after the issuer's possessive: "list", "watch list", "submission". */
  noun: v.optional(text),
  /** ISO 3166 code of the jurisdiction, "EU", or null for a private body. */
  jurisdiction: v.nullable(
    v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'expected a two-letter code such as "GB" or "EU"')),
  ),
  evidence: v.picklist(EVIDENCE),
  /** Our own words. */
  means: text,
  doesNotMean: text,
  challenge: v.strictObject({ text, url: v.optional(webAddress) }),
  /** Statutes that decide how long some of its orders run; a source names the one that it applies. */
  statutes: v.optional(v.array(statute)),
  url: v.optional(webAddress),
});

export const Country = v.strictObject({
  ...schemaLine,
  /** ISO 3166 code, "EU" for the Union. */
  id: v.pipe(v.string(), v.regex(/^[a-z]{2}$/, 'expected a two-letter code in lower case')),
  name: text,
  /** What the source's series decided (USTR) or only asked for (IIPA), source by source. */
  tiers: v.array(
    v.strictObject({
      source: id,
      tier: v.picklist([
        'priority-foreign-country',
        'priority-watch-list',
        'watch-list',
        'section-306',
        'special-mention',
        'removed',
        'none',
      ]),
      ...knownBy,
      note: v.optional(text),
    }),
  ),
  /** Dated facts about the country's rules that explain its listings; our own words. */
  statements: v.optional(v.array(v.strictObject({ date, dateKind, text, source: id, ...knownBy }))),
});

export type Market = v.InferOutput<typeof Market>;
export type MarketDomain = Market['domains'][number];
export type MarketEvent = Market['events'][number];
export type Relation = v.InferOutput<typeof relation>;
export type Statute = v.InferOutput<typeof statute>;
export type Source = v.InferOutput<typeof Source>;
export type Series = v.InferOutput<typeof Series>;
export type Country = v.InferOutput<typeof Country>;
export type Evidence = (typeof EVIDENCE)[number];
export type EventKind = (typeof EVENT_KINDS)[number];
export type Verification = v.InferOutput<typeof verification>;

export const SCHEMAS = { markets: Market, sources: Source, series: Series, countries: Country } as const;
export type RecordKind = keyof typeof SCHEMAS;
