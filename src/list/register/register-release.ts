/**
 * A release of a register: a list of names kept by somebody else, which a user may add. Head, files and signatures are
 * as in release.ts; the manifest has a table of names instead of records.
 *
 *   names    gzipped name table (name-table.ts); the client builds the index
 *   columns  gzipped table of columns (name-columns.ts), if the register gives days or numbers
 *   deltas   gzipped delta of names (name-delta.ts), and of columns (column-delta.ts)
 */
import * as v from 'valibot';
import { plainText } from '../plain-text.ts';
import { file, FORMAT, instant, listId, sequence, size } from '../release/release.ts';

/**
 * Limits for the memory of a client. A table of 64 MB could unzip to 22 million names of 250 characters, about 4 GB. At
 * these limits an ingest took 324 MB in Node: see docs/performance.md.
 */
export const MAX_NAMES = 4_194_304;
export const MAX_COLUMNS = 4;
/** Limit for the characters of all names together: 32 per name at the most names. Real lists have about 18. */
export const MAX_CHARACTERS = 32 * MAX_NAMES;

/** One line of text, because it is used in titles and inside sentences. */
const line = (longest: number) =>
  v.pipe(v.string(), v.trim(), v.minLength(1, 'expected text, found none'), v.maxLength(longest), plainText);
/** It becomes a link, so it must be the https address of a web page. */
const page = v.pipe(
  line(500),
  v.regex(/^https:\/\//, 'expected an address that begins with https://'),
  v.check(isPage, 'expected the address of a web page'),
);
/** A gzipped file, with hash and size of its content. The hash also verifies the result of a delta. */
const table = v.object({ ...file.entries, table: file });
const delta = v.object({ ...file.entries, deltaSize: size });

export const About = v.object({ title: line(120), publisher: line(120), licence: line(500), source: page });

/** `day` is a day since 1970-01-01, `number` the number of an order or a case. */
export const Column = v.object({ name: line(60), kind: v.picklist(['day', 'number']) });

export const RegisterManifest = v.object({
  format: v.literal(FORMAT),
  list: listId,
  sequence,
  published: instant,
  about: About,
  count: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_NAMES, `expected at most ${MAX_NAMES} names`)),
  names: table,
  columns: v.nullable(
    v.object({
      ...table.entries,
      labels: v.pipe(
        v.array(Column),
        v.minLength(1),
        v.maxLength(MAX_COLUMNS, `expected at most ${MAX_COLUMNS} columns`),
      ),
    }),
  ),
  deltas: v.array(v.object({ from: sequence, names: delta, columns: v.nullable(delta) })),
});

export type About = v.InferOutput<typeof About>;
export type Column = v.InferOutput<typeof Column>;
export type RegisterManifest = v.InferOutput<typeof RegisterManifest>;

function isPage(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { username, password, hostname } = new URL(address);
  // A user name before the host can make an address look like another host.
  return !username && !password && hostname.includes('.');
}
