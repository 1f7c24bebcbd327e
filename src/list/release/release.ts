/**
 * The files of a release. docs/list-format.md describes them for authors of other clients.
 *
 *   head      compact JWS, at most 1 kB: names the current manifest
 *   manifest  gzipped JSON, names every other file by hash and size
 *   records   gzipped text, one record a line, sorted
 *   delta     gzipped text: what changed between two releases
 */
import * as v from 'valibot';

export const FORMAT = 1;
/** Bytes. The client reads the head before it knows any signed size. */
export const HEAD_LIMIT = 1024;
/** Bytes. Limit for the size that a signed document may give for one file, gzipped or unzipped. */
export const FILE_LIMIT = 64 * 1024 * 1024;
export const HEAD_NAME = 'head.jws';
/** Path of a release's file below the list's address. */
export const fileName = (hash: string): string => `files/${hash}.gz`;

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'expected a SHA-256 in lower-case hex'));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export const size = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(0),
  v.maxValue(FILE_LIMIT, `expected at most ${FILE_LIMIT} bytes`),
);
export const file = v.object({ hash, size });
/** Id of a list: in the head, and part of database keys. */
export const listId = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9-]{1,64}$/, 'expected at most 64 small letters, digits and hyphens'),
);
export const sequence = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
/** ISO 8601 in UTC, so that two instants can be compared as text. */
export const instant = v.pipe(v.string(), v.regex(/Z$/, 'expected an instant in UTC'), v.isoTimestamp());

/** Payload of the head. Unknown members are ignored, so that the format can grow without a new version number. */
export const Head = v.object({
  format: v.literal(FORMAT),
  list: listId,
  sequence,
  issued: instant,
  expires: instant,
  manifest: file,
});

export const Manifest = v.object({
  format: v.literal(FORMAT),
  list: listId,
  sequence,
  /** Instant at which the records were published; the head's `issued` only says when it was last signed. */
  published: instant,
  records: v.object({ ...file.entries, text: file }),
  /** Each delta changes the records of release `from` to those of this release. */
  deltas: v.array(v.object({ ...file.entries, from: sequence, textSize: size })),
  counts: v.object({ markets: count, sources: count, series: count, countries: count, names: count }),
});

export type Head = v.InferOutput<typeof Head>;
export type Manifest = v.InferOutput<typeof Manifest>;

/**
 * The `format` of a head that is otherwise unreadable, to tell "newer than this version" from "broken". Null if it has
 * none.
 */
export function formatOf(payload: unknown): number | null {
  const read = v.safeParse(v.object({ format: v.number() }), payload);
  return read.success ? read.output.format : null;
}
