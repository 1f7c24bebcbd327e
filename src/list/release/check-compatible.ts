/**
 * Whether this version can use the records of a release. They were checked against the full schema before they were signed;
 * what is asked here is only what look-ups rely on. Members that are not known pass, so that the schema can grow; a kind of
 * event or evidence that is not known does not, because a market could then look unlisted for want of understanding.
 */
import * as v from 'valibot';
import { EVENT_KINDS, EVIDENCE } from '../records.ts';
import { recordsOf, type Lines } from './record-lines.ts';
import { Refusal } from './refusal.ts';

const text = v.string();
const texts = v.array(text);

const known = <const T extends readonly string[]>(values: T) =>
  v.pipe(
    text,
    v.check(
      (value) => values.includes(value),
      (issue) => `${UNKNOWN}${issue.received}`,
    ),
  );
/** Marks the one fault that an update of the extension cures. */
const UNKNOWN = 'not known to this version: ';

const verification = known(['act', 'copy-of-act', 'report']);
const optional = { from: v.optional(text), until: v.optional(text), note: v.optional(text) };

const Market = v.looseObject({
  id: text,
  name: text,
  category: text,
  otherNames: v.optional(texts),
  domains: v.array(
    v.looseObject({
      name: v.pipe(text, v.maxLength(253), v.regex(/^[^.\s]+(\.[^.\s]+)+$/, 'expected a host name of two labels or more')),
      scope: v.optional(known(['domain', 'host', 'url-prefix'])),
      path: v.optional(text),
      source: text,
      locator: text,
      verification,
      ...optional,
      changedHands: v.optional(v.looseObject({ note: text })),
      withheld: v.optional(text),
    }),
  ),
  events: v.array(
    v.looseObject({
      kind: known(EVENT_KINDS),
      source: text,
      date: v.optional(text),
      domains: v.union([texts, v.literal('market-only')]),
      verification,
      locator: text,
      ...optional,
    }),
  ),
  relations: v.optional(v.array(v.looseObject({ market: text, source: text }))),
});
const Source = v.looseObject({
  id: text,
  series: text,
  title: text,
  date: text,
  dateKind: known(['decided', 'published', 'observed']),
  edition: v.optional(text),
  read: v.pipe(v.array(v.looseObject({ url: text })), v.minLength(1)),
});
const Series = v.looseObject({ id: text, name: text, label: text, issuedBy: text, evidence: known(EVIDENCE), jurisdiction: v.nullable(text) });

/** @throws Refusal `unknown-format` where an update of the extension would help, else `malformed` */
export function checkCompatible(lines: Lines): void {
  const series = new Set(recordsOf('series', lines).map((record) => check(Series, record, 'series').id));
  const sources = new Set<string>();
  for (const record of recordsOf('source', lines)) {
    const source = check(Source, record, 'source');
    if (!series.has(source.series)) throw new Refusal('malformed', `the source "${source.id}" is of a series that the list does not hold`);
    sources.add(source.id);
  }
  for (const record of recordsOf('market', lines)) {
    const market = check(Market, record, 'market');
    const cited = [...market.domains, ...market.events, ...(market.relations ?? [])].find((fact) => !sources.has(fact.source));
    if (cited) throw new Refusal('malformed', `the market "${market.id}" cites a source that the list does not hold: "${cited.source}"`);
  }
}

function check<T extends v.GenericSchema>(schema: T, record: { id: string }, kind: string): v.InferOutput<T> {
  const parsed = v.safeParse(schema, record, { abortEarly: true });
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const where = `${kind} "${record.id}", ${v.getDotPath(issue) ?? ''}`;
  if (issue.message.startsWith(UNKNOWN))
    throw new Refusal('unknown-format', `the list says something that this version does not understand (${where}: ${issue.received}): update the extension`);
  throw new Refusal('malformed', `a record cannot be used: ${where}: ${issue.message}`);
}
