/**
 * The setting of an attack: a hostile host, a client with a good list, and the releases that the host uses. The same
 * for Node and both browsers.
 */
import { createHmac } from 'node:crypto';
import type { JSONWebKeySet, JWK } from 'jose';
import type { RefusalCode } from '../../src/list/release/refusal.ts';
import { HEAD_NAME, type Head } from '../../src/list/release/release.ts';
import type { Bytes } from '../../src/list/release/trust.ts';
import { compile } from '../../src/pipeline/compile.ts';
import type { Dataset } from '../../src/pipeline/dataset.ts';
import { newKey, publicSet, signingKey } from '../../src/pipeline/keys.ts';
import { buildRelease, signHead, type Built, type Earlier } from '../../src/pipeline/publish.ts';
import type { Behaviour, ListServer } from '../../tools/servers/list-server.ts';
import { exampleData, exampleMarket } from '../fixtures.ts';

export interface Outcome {
  outcome: 'updated' | 'current' | 'refused' | 'no-address';
  code?: RefusalCode | undefined;
  reason?: string | undefined;
  /** The popup's list line; null in Node, which has no popup. */
  line: string | null;
}

/** What an update of the extension may change. */
export interface PackageChange {
  keys?: JSONWebKeySet;
  bundle?: Release;
  addresses?: string[];
}

/** One client under attack. */
export interface Client {
  /** One sync, started as a user does. */
  sync(): Promise<Outcome>;
  /** The stored release: its number, and a hash of the stored records. */
  held(): Promise<{ sequence: number; records: string }>;
  /** Shifts the device's clock by this many years from the real time; 0 restores it. */
  shiftClock(years: number): Promise<void>;
  update(change: PackageChange): Promise<void>;
}

export interface Release {
  sequence: number;
  built: Built;
  /** All files by name, the head too. */
  files: Map<string, Bytes>;
  earlier: Earlier;
  /** SHA-256 of the records as text. */
  records: string;
}

export interface ReleaseParts {
  sequence: number;
  markets?: number;
  list?: string;
  key: JWK;
  before?: Release[];
  /** Days from today. */
  issued?: number;
  expires?: number;
}

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

export async function release({ sequence, markets = 1, list = 'curated', ...rest }: ReleaseParts): Promise<Release> {
  const data = exampleData(
    Array.from({ length: markets }, (_, n) => exampleMarket(`market-${n}`, `market-${n}.example`)),
    sequence,
  );
  data.release.list = list;
  return releaseOf(data, rest);
}

export async function releaseOf(
  data: Dataset,
  { key, before = [], issued = -1, expires = 29 }: Pick<ReleaseParts, 'key' | 'before' | 'issued' | 'expires'>,
): Promise<Release> {
  const { sequence } = data.release;
  const lines = compile(data);
  const built = await buildRelease(
    lines,
    data.release,
    before.map((one) => one.earlier),
  );
  const head = await signHead(built, await signingKey(key), day(issued), day(expires));
  return {
    sequence,
    built,
    files: new Map(built.files).set(HEAD_NAME, head),
    earlier: { sequence, lines },
    records: built.manifest.records.text.hash,
  };
}

/** The payload of a head of the release, for heads that no publisher would sign. */
export const payloadOf = (of: Release): Head => ({
  format: 1,
  list: of.built.manifest.list,
  sequence: of.sequence,
  issued: day(-1),
  expires: day(29),
  manifest: of.built.manifestFile,
});

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const bytes = (text: string): Bytes => new Uint8Array(Buffer.from(text));

/** A head with any header, signed with HMAC if there is a `secret`, else unsigned. */
export function forgedHead(header: object, payload: object, secret?: Buffer): Bytes {
  const input = `${encode(header)}.${encode(payload)}`;
  return bytes(`${input}.${secret ? createHmac('sha256', secret).update(input).digest('base64url') : ''}`);
}

/** A head with a valid signature over any payload. */
export async function signedHead(payload: object, key: JWK, kid = key.kid): Promise<Bytes> {
  const { CompactSign } = await import('jose');
  const { privateKey } = await signingKey(key);
  return bytes(
    await new CompactSign(bytes(JSON.stringify(payload)))
      .setProtectedHeader({ alg: 'Ed25519', ...(kid && { kid }) })
      .sign(privateKey),
  );
}

export class World {
  /** The files that the host serves; the server reads this map at each request. */
  readonly files: Map<string, Uint8Array>;
  /** The publisher's signing key; some rows replace it as stolen. */
  key: JWK;
  older!: Release;
  good!: Release;
  next!: Release;
  /** The list that the client must have in the end: the good list, unless the row sets another. */
  expected!: Release;
  expectedName = '';
  #sequence = 100;

  constructor(
    readonly server: ListServer,
    readonly mirror: ListServer,
    readonly client: Client,
    files: Map<string, Uint8Array>,
    key: JWK,
  ) {
    this.files = files;
    this.key = key;
  }

  /** Makes three new releases and brings the middle one, `good`, into the client. */
  async begin(): Promise<void> {
    const base = (this.#sequence += 10);
    this.older = await release({ sequence: base, markets: 1, key: this.key });
    this.good = await release({ sequence: base + 1, markets: 2, key: this.key });
    this.next = await release({ sequence: base + 2, markets: 3, key: this.key });
    this.serve(this.good);
    // A newly installed extension may have synced already, so check the stored list and not the outcome.
    const { outcome, reason } = await this.client.sync();
    if ((await this.client.held()).records !== this.good.records)
      throw new Error(`the client does not have the good list: ${outcome} ${reason}`);
    this.expected = this.good;
  }

  serve({ files }: Pick<Release, 'files'>, behave: Behaviour = () => undefined): void {
    this.files.clear();
    for (const [name, content] of files) this.files.set(name, content);
    this.server.behave = behave;
  }

  /** Serves the next release with a head of the attacker. */
  serveHead(head: Bytes): void {
    this.serve(this.next);
    this.files.set(HEAD_NAME, head);
  }

  /** The client must have this release in the end. @param name for the table of results */
  expect(expected: Release, name = 'the new list'): Release {
    this.expectedName = name;
    return (this.expected = expected);
  }

  newKey = newKey;
  publicSet = publicSet;
}
