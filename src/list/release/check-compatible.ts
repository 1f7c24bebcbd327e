/**
 * Checks that this version can use the records of a release. The publisher has checked them against the full schema;
 * this checks only what look-ups rely on. Unknown members are accepted, so that the schema can grow. An unknown kind of
 * event or evidence class is refused: a look-up would ignore it, and a market could look unlisted.
 */
import * as v from 'valibot';
import { isPartialDate } from '../dates.ts';
import { plainText } from '../plain-text.ts';
import { EVENT_KINDS, EVIDENCE } from '../records.ts';
import { recordsOf, type Lines } from './record-lines.ts';
import { Refusal } from './refusal.ts';

/** It is shown in titles and inside sentences. */
const text = v.pipe(v.string(), plainText);
const texts = v.array(text);
const date = v.pipe(v.string(), v.check(isPartialDate, 'expected a date as YYYY-MM-DD, YYYY-MM or YYYY'));
/** It becomes a link. */
const webAddress = v.pipe(
  v.string(),
  v.check(
    (value) => /^https?:\/\//.test(value) && URL.canParse(value),
    'expected a web address beginning with http:// or https://',
  ),
);
const yes = v.literal(true);

const oneOf = <const T extends readonly string[]>(values: T) =>
  v.pipe(
    text,
    v.check(
      (value) => values.includes(value),
      (issue) => `${UNKNOWN}${issue.received}`,
    ),
  );
/** Prefix of the one error that an update of the extension solves. */
const UNKNOWN = 'not known to this version: ';

const verification = oneOf(['act', 'copy-of-act', 'report']);
const dateKind = oneOf(['decided', 'published', 'observed']);
/** Limit against values that no calendar can add to a date. */
const MAX_MONTHS = 1200;

const Market = v.looseObject({
  id: text,
  name: text,
  category: text,
  otherNames: v.optional(texts),
  domains: v.array(
    v.looseObject({
      name: v.pipe(
        text,
        v.maxLength(253),
        v.regex(/^[^.\s]+(\.[^.\s]+)+$/, 'expected a host name of two labels or more'),
      ),
      scope: v.optional(oneOf(['domain', 'host', 'url-prefix'])),
      path: v.optional(text),
      source: text,
      locator: text,
      verification,
      readAt: v.optional(webAddress),
      from: v.optional(date),
      until: v.optional(date),
      changedHands: v.optional(
        v.looseObject({ note: text, date: v.optional(date), source: v.optional(text), agreed: v.optional(yes) }),
      ),
      withheld: v.optional(text),
    }),
  ),
  events: v.pipe(
    v.array(
      v.looseObject({
        kind: oneOf(EVENT_KINDS),
        source: text,
        date: v.optional(date),
        dateKind: v.optional(dateKind),
        domains: v.union([texts, v.literal('market-only')]),
        verification,
        locator: text,
        readAt: v.optional(webAddress),
        printedName: v.optional(text),
        permanent: v.optional(yes),
        until: v.optional(date),
        order: v.optional(text),
        partly: v.optional(yes),
        note: v.optional(text),
      }),
    ),
    v.minLength(1, 'expected at least one event'),
  ),
  relations: v.optional(
    v.array(
      v.looseObject({ kind: text, market: text, source: text, locator: text, verification, note: v.optional(text) }),
    ),
  ),
  note: v.optional(text),
});
const Source = v.looseObject({
  id: text,
  series: text,
  title: text,
  date,
  dateKind,
  edition: v.optional(text),
  complete: v.optional(v.boolean()),
  authority: v.optional(text),
  tracedBy: v.optional(text),
  caseNumber: v.optional(text),
  methods: v.optional(texts),
  permanent: v.optional(yes),
  until: v.optional(date),
  provisional: v.optional(yes),
  statute: v.optional(v.nullable(text)),
  url: v.optional(webAddress),
  archived: v.optional(webAddress),
  copies: v.optional(v.array(webAddress)),
  read: v.pipe(v.array(v.looseObject({ url: webAddress, as: verification, title: v.optional(text) })), v.minLength(1)),
  note: v.optional(text),
  found: v.optional(v.number()),
});
const Statute = v.pipe(
  v.looseObject({
    id: text,
    name: text,
    permanent: v.optional(yes),
    months: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_MONTHS))),
    source: text,
  }),
  v.check(
    ({ permanent, months }) => permanent !== undefined || months !== undefined,
    'expected a term, for good or of so many months',
  ),
);
const Series = v.looseObject({
  id: text,
  name: text,
  label: text,
  plainName: v.optional(text),
  issuer: text,
  issuedBy: text,
  noun: v.optional(text),
  evidence: oneOf(EVIDENCE),
  jurisdiction: v.nullable(text),
  means: text,
  doesNotMean: text,
  challenge: v.looseObject({ text, url: v.optional(webAddress) }),
  statutes: v.optional(v.array(Statute)),
  url: v.optional(webAddress),
});
const Country = v.looseObject({
  id: text,
  name: text,
  tiers: v.array(v.looseObject({ source: text, tier: text, verification, locator: text, note: v.optional(text) })),
  statements: v.optional(v.array(v.looseObject({ date, dateKind, text, source: text, verification, locator: text }))),
});

/**
 * Checks every record of a release.
 * @throws Refusal `unknown-format` if an update of the extension would help, else `malformed`
 */
export function checkCompatible(lines: Lines): void {
  const allSeries = recordsOf('series', lines).map((record) => check(Series, record, 'series'));
  const series = new Set(allSeries.map(({ id }) => id));
  const sources = new Set<string>();
  for (const record of recordsOf('source', lines)) {
    const source = check(Source, record, 'source');
    if (!series.has(source.series))
      throw new Refusal('malformed', `the source "${source.id}" is of a series that the list does not hold`);
    sources.add(source.id);
  }
  const uncited = allSeries.find(({ statutes }) => statutes?.some(({ source }) => !sources.has(source)));
  if (uncited)
    throw new Refusal(
      'malformed',
      `a statute of the series "${uncited.id}" cites a source that the list does not hold`,
    );
  for (const record of recordsOf('market', lines)) {
    const market = check(Market, record, 'market');
    const cited = [...market.domains, ...market.events, ...(market.relations ?? [])].map(({ source }) => source);
    const unknown = [...cited, ...market.events.flatMap(({ order }) => order ?? [])].find((id) => !sources.has(id));
    if (unknown !== undefined)
      throw new Refusal(
        'malformed',
        `the market "${market.id}" cites a source that the list does not hold: "${unknown}"`,
      );
  }
  for (const record of recordsOf('country', lines)) {
    const { id, tiers, statements = [] } = check(Country, record, 'country');
    const unknown = [...tiers, ...statements].find(({ source }) => !sources.has(source));
    if (unknown)
      throw new Refusal(
        'malformed',
        `the country "${id}" cites a source that the list does not hold: "${unknown.source}"`,
      );
  }
}

function check<T extends v.GenericSchema>(schema: T, record: { id: string }, kind: string): v.InferOutput<T> {
  const parsed = v.safeParse(schema, record, { abortEarly: true });
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const where = `${kind} "${record.id}", ${v.getDotPath(issue) ?? ''}`;
  if (issue.message.startsWith(UNKNOWN))
    throw new Refusal(
      'unknown-format',
      `the list says something that this version does not understand (${where}: ${issue.received}): update the extension`,
    );
  throw new Refusal('malformed', `a record cannot be used: ${where}: ${issue.message}`);
}
