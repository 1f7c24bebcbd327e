/**
 * A release of a register: a list of names that somebody else keeps, which a user may add. Head, files and signatures
 * are those of release.ts; the manifest names a table of names in place of records.
 *
 *   names    gzipped name table (name-table.ts), its index is made by the client
 *   columns  gzipped table of columns (name-columns.ts), where the register gives days and numbers
 *   deltas   gzipped delta of names (name-delta.ts), and of columns (column-delta.ts)
 */
import * as v from 'valibot';
import { plainText } from '../plain-text.ts';
import { file, FORMAT, instant, listId, sequence, size } from '../release/release.ts';

/**
 * What a client has memory for. A table of 64 MB could unpack to 22 million names of 250 characters, some 4 GB; at the
 * limits an ingest took 324 MB, as Node's process counted them: see docs/performance.md.
 */
export const MOST_NAMES = 4_194_304;
export const MOST_COLUMNS = 4;
/** Of all names together, as they are stored: 32 a name at the most names. Those of real lists have 18. */
export const MOST_CHARACTERS = 32 * MOST_NAMES;

/** One line: it stands in titles and in the middle of sentences. */
const line = (longest: number) =>
  v.pipe(v.string(), v.trim(), v.minLength(1, 'expected text, found none'), v.maxLength(longest), plainText);
/** It becomes a link, so it leads to a page on the web and to nothing else. */
const page = v.pipe(
  line(500),
  v.regex(/^https:\/\//, 'expected an address that begins with https://'),
  v.check(isPage, 'expected the address of a web page'),
);
/** A file and what is inside: by its hash a client also proves what a delta led to. */
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
  count: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_NAMES, `expected at most ${MOST_NAMES} names`)),
  names: table,
  columns: v.nullable(
    v.object({
      ...table.entries,
      labels: v.pipe(
        v.array(Column),
        v.minLength(1),
        v.maxLength(MOST_COLUMNS, `expected at most ${MOST_COLUMNS} columns`),
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
  // A name in front of the host is how an address lies about its host.
  return !username && !password && hostname.includes('.');
}
