/**
 * Fuzzes every reader of external bytes, with noise and with damaged valid documents: it must read correctly or throw a
 * Refusal, never anything else.
 */
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pack } from '../../src/list/release/packed.ts';
import { readRelease } from '../../src/list/release/read-release.ts';
import { applyDelta, diffLines, linesToText, sorted, textToLines } from '../../src/list/release/record-lines.ts';
import { Refusal } from '../../src/list/release/refusal.ts';
import { fileName, HEAD_NAME } from '../../src/list/release/release.ts';
import { gunzip, sha256, verifyHead, type Bytes } from '../../src/list/release/trust.ts';
import { checkCompatible } from '../../src/list/release/check-compatible.ts';
import { payloadOf, releaseOf, signedHead } from '../attacks/world.ts';
import { exampleData, exampleMarket, jwk, keys } from '../fixtures.ts';
import { TIMEOUT, RUNS, wounded } from './runs.ts';

const data = exampleData([exampleMarket(), exampleMarket('other-market', 'other.example')], 7);
const good = await releaseOf(data, { key: jwk });
const goodHead = good.files.get(HEAD_NAME)!;
const goodText = linesToText(good.earlier.lines);
const encode = (text: string): Bytes => new TextEncoder().encode(text);
const bytes = fc.uint8Array({ maxLength: 2000 }).map((noise) => new Uint8Array(noise));

/** Returns the value or the refusal; any other error fails the property. */
function orRefusal<T>(read: () => T): T | Refusal {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
const orRefusalOf = async <T>(read: Promise<T>): Promise<T | Refusal> =>
  read.catch((error: unknown) => {
    if (error instanceof Refusal) return error;
    throw error;
  });

const check = (property: fc.IAsyncProperty<unknown> | fc.IProperty<unknown>) =>
  fc.assert(property as fc.IAsyncProperty<unknown>, RUNS);

describe('The head', { timeout: TIMEOUT }, () => {
  it('is refused if any byte was changed after signing', () =>
    check(
      fc.asyncProperty(fc.oneof(bytes, wounded(goodHead)), async (head) => {
        fc.pre(Buffer.compare(head, goodHead) !== 0);
        expect(await orRefusalOf(verifyHead(head, keys))).toBeInstanceOf(Refusal);
      }),
    ));
  it('is refused if its payload is not a head, although the signature is right', () =>
    check(
      fc.asyncProperty(
        fc.oneof(
          fc.json(),
          fc.jsonValue().map((value) => JSON.stringify({ ...payloadOf(good), ...(value as object) })),
        ),
        async (text) => {
          const head = await signedHead(JSON.parse(text) as object, jwk);
          const read = await orRefusalOf(verifyHead(head, keys));
          if (!(read instanceof Refusal)) expect(read.head.manifest.hash).toMatch(/^[0-9a-f]{64}$/);
        },
      ),
    ));
});

describe('A file', { timeout: TIMEOUT }, () => {
  it('unpacks to no more than its limit, or is refused', () =>
    check(
      fc.asyncProperty(
        fc.oneof(bytes, wounded(new Uint8Array(gzipSync(goodText)))),
        fc.nat(3000),
        async (packed, limit) => {
          const read = await orRefusalOf(gunzip(packed, limit, 'the file'));
          if (!(read instanceof Refusal)) expect(read.length).toBeLessThanOrEqual(limit);
        },
      ),
    ));
});

describe('The manifest', { timeout: TIMEOUT }, () => {
  const manifest = JSON.stringify(good.built.manifest);
  it('is read or refused, whatever file a signed head names', () =>
    check(
      fc.asyncProperty(fc.oneof(wounded(encode(manifest)), bytes, fc.json().map(encode)), async (text) => {
        const packed = new Uint8Array(gzipSync(text));
        const file = { hash: await sha256(packed), size: packed.length };
        const files = new Map([...good.built.files, [fileName(file.hash), packed] as const]).set(
          HEAD_NAME,
          await signedHead({ ...payloadOf(good), manifest: file }, jwk),
        );
        const get = async (name: string): Promise<Bytes> => {
          const found = files.get(name);
          if (!found) throw new Refusal('http-status', name);
          return found;
        };
        const read = await orRefusalOf(
          readRelease(get, { keys, list: 'curated', held: null, now: new Date().toISOString() }),
        );
        // Accepted records always have the right hash, whatever else in the manifest was changed.
        if (!(read instanceof Refusal) && read.lines) expect(linesToText(read.lines)).toBe(goodText);
      }),
    ));
});

const line = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc
    .tuple(fc.constantFrom('market', 'source', 'series', 'country', 'future'), fc.string({ maxLength: 12 }), fc.json())
    .map((parts) => parts.join(' ')),
);
const text = fc.oneof(
  wounded(encode(goodText)).map((cut) => new TextDecoder().decode(cut)),
  fc.array(line).map((lines) => lines.map((each) => `${each}\n`).join('')),
  fc.string(),
);

describe('The records', { timeout: TIMEOUT }, () => {
  it('read as lines give the same text again, or are refused', () =>
    check(
      fc.property(text, (records) => {
        const lines = orRefusal(() => textToLines(records));
        if (!(lines instanceof Refusal)) expect(linesToText(lines)).toBe(records);
      }),
    ));
  it('that pass the compatibility check can be packed; all others are refused', () =>
    check(
      fc.property(fc.oneof(text, fc.constant(goodText)), (records) => {
        orRefusal(() => {
          const lines = textToLines(records);
          checkCompatible(lines);
          pack(lines);
        });
      }),
    ));
  const bent = fc
    .tuple(
      fc.constantFrom(...good.earlier.lines.keys()),
      fc.array(fc.string({ maxLength: 12 }), { minLength: 1, maxLength: 4 }),
      fc.jsonValue(),
      fc.infiniteStream(fc.nat(40)),
    )
    .map(
      ([key, , value, choices]) =>
        [key, JSON.stringify(bend(JSON.parse(good.earlier.lines.get(key)!), value, choices))] as [string, string],
    );
  it('with one changed value are compatible or refused', () =>
    check(
      fc.property(bent, ([key, json]) => {
        const lines = sorted([...good.earlier.lines, [key, json]]);
        orRefusal(() => {
          checkCompatible(lines);
          pack(lines);
        });
      }),
    ));
});

/** The value with one of its members replaced, at any depth; the numbers choose which one. */
function bend(value: unknown, by: unknown, choices: Iterator<number>): unknown {
  if (typeof value !== 'object' || value === null) return by;
  const keys = Object.keys(value);
  const at = (choices.next().value as number) % (keys.length + 1);
  if (at === keys.length) return by;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...value }) as Record<string, unknown>;
  copy[keys[at]!] = bend(copy[keys[at]!], by, choices);
  return copy;
}

describe('A delta', { timeout: TIMEOUT }, () => {
  it('that is noise is refused or gives a sorted list, and never changes the original list', () =>
    check(
      fc.property(
        fc.oneof(
          text,
          fc
            .array(fc.tuple(fc.constantFrom('+', '-'), line))
            .map((changes) => changes.map((change) => `${change.join('')}\n`).join('')),
        ),
        (delta) => {
          const before = linesToText(good.earlier.lines);
          const after = orRefusal(() => applyDelta(good.earlier.lines, delta));
          expect(linesToText(good.earlier.lines)).toBe(before);
          if (!(after instanceof Refusal)) expect([...after.keys()]).toEqual([...after.keys()].sort());
        },
      ),
    ));
  const lines = fc
    .array(
      fc.tuple(
        fc.tuple(fc.constantFrom('market', 'source'), fc.stringMatching(/^[a-z0-9]{1,4}$/)).map((key) => key.join(' ')),
        fc.stringMatching(/^[^\n]{0,20}$/),
      ),
    )
    .map((all) => sorted(new Map(all)));
  it('between any two lists gives the second list', () =>
    check(
      fc.property(
        lines,
        lines,
        (from, to) => void expect(linesToText(applyDelta(from, diffLines(from, to)))).toBe(linesToText(to)),
      ),
    ));
});
