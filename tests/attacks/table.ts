/** The attacks of The Update Framework, and other faults of a host or a network. One row is one attack. */
import type { RefusalCode } from '../../src/list/release/refusal.ts';
import { HEAD_NAME } from '../../src/list/release/release.ts';
import { forgedHead, payloadOf, release, signedHead, type World } from './world.ts';
import { PACKAGE_ATTACKS } from './table-package.ts';
import { WEATHER_ATTACKS } from './table-weather.ts';

export interface Attack {
  name: string;
  stage(world: World): Promise<void> | void;
  /** The outcome of the client's sync, or the code of its refusal. */
  ends: RefusalCode | 'updated' | 'current';
  /** Matches the reason, and so the popup's list line. */
  says: RegExp;
  /** Slow in a browser, so it runs there only in `npm run attacks`. */
  long?: true;
  /** Restores a state with which the next row can begin. */
  after?(world: World): Promise<void>;
}

const SIGNATURE_ATTACKS: Attack[] = [
  {
    name: 'rollback to an older release',
    stage: (w) => w.serve(w.older),
    ends: 'older',
    says: /release \d+ is older than release \d+, which is kept/,
  },
  {
    name: 'rollback to an earlier head of the same release',
    stage: async (w) =>
      w.serveHead(await signedHead({ ...payloadOf(w.good), issued: '2020-01-01T00:00:00.000Z' }, w.key)),
    ends: 'older',
    says: /signed later/,
  },
  {
    name: 'freeze: a valid head after its expiry',
    stage: async (w) =>
      w.serve(await release({ sequence: w.next.sequence, markets: 3, key: w.key, issued: -40, expires: -10 })),
    ends: 'expired',
    says: /was good until \d{4}-\d\d-\d\d.*its host is out of date/,
  },
  {
    name: 'mix-and-match: the manifest of another release in the file of this one',
    stage: (w) => {
      w.serve(w.next);
      const from = w.older.built.files.get(`files/${w.older.built.manifestFile.hash}.gz`)!;
      // Padded to the right length, or its length alone would be refused.
      const { hash, size } = w.next.built.manifestFile;
      w.files.set(`files/${hash}.gz`, Buffer.concat([from, Buffer.alloc(size)]).subarray(0, size));
    },
    ends: 'wrong-hash',
    says: /the manifest/,
  },
  {
    name: 'mix-and-match: a head that names the manifest of another release',
    stage: async (w) => {
      w.serveHead(await signedHead({ ...payloadOf(w.next), manifest: w.older.built.manifestFile }, w.key));
      for (const [name, bytes] of w.older.built.files) w.files.set(name, bytes);
    },
    ends: 'mixed',
    says: /not the one of this head/,
  },
  {
    name: 'two releases with one number',
    stage: async (w) => w.serve(await release({ sequence: w.good.sequence, markets: 5, key: w.key })),
    ends: 'mixed',
    says: /two different releases bear the number/,
  },
  {
    name: 'a release of another list',
    stage: async (w) => w.serve(await release({ sequence: w.next.sequence, list: 'register', key: w.key })),
    ends: 'other-list',
    says: /of the list "register"/,
  },
  {
    name: 'another key with our key id',
    stage: async (w) => w.serveHead(await signedHead(payloadOf(w.next), await w.newKey(), w.key.kid)),
    ends: 'bad-signature',
    says: /does not verify/,
  },
  {
    name: 'an unknown key id',
    stage: async (w) => w.serveHead(await signedHead(payloadOf(w.next), await w.newKey())),
    ends: 'unknown-key',
    says: /a key that this version does not know/,
  },
  {
    name: 'the attacker’s key inside the header',
    stage: async (w) => {
      const key = await w.newKey();
      const { CompactSign, importJWK } = await import('jose');
      const { d: _private, ...jwk } = key;
      const jws = await new CompactSign(new TextEncoder().encode(JSON.stringify(payloadOf(w.next))))
        .setProtectedHeader({ alg: 'Ed25519', jwk, kid: w.key.kid! })
        .sign(await importJWK(key, 'Ed25519'));
      w.serveHead(new Uint8Array(Buffer.from(jws)));
    },
    ends: 'bad-signature',
    says: /does not verify/,
  },
  {
    name: 'algorithm "none"',
    stage: (w) => w.serveHead(forgedHead({ alg: 'none', kid: w.key.kid }, payloadOf(w.next))),
    ends: 'bad-signature',
    says: /a method that is not allowed/,
  },
  {
    name: 'HMAC with the public key as its secret',
    stage: (w) =>
      w.serveHead(forgedHead({ alg: 'HS256', kid: w.key.kid }, payloadOf(w.next), Buffer.from(w.key.x!, 'base64url'))),
    ends: 'bad-signature',
    says: /a method that is not allowed/,
  },
  {
    name: 'another payload with a valid signature',
    stage: (w) => {
      const [header, , signature] = Buffer.from(w.next.files.get(HEAD_NAME)!).toString().split('.');
      const payload = Buffer.from(JSON.stringify({ ...payloadOf(w.next), sequence: w.next.sequence + 1 })).toString(
        'base64url',
      );
      w.serveHead(new Uint8Array(Buffer.from(`${header}.${payload}.${signature}`)));
    },
    ends: 'bad-signature',
    says: /does not verify/,
  },
  {
    name: 'spare bits set in the signature’s last character',
    stage: (w) => {
      const head = Buffer.from(w.next.files.get(HEAD_NAME)!).toString();
      const last = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'.indexOf(head.at(-1)!);
      w.serveHead(
        new Uint8Array(
          Buffer.from(
            head.slice(0, -1) + 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'[last + 1]!,
          ),
        ),
      );
    },
    ends: 'malformed',
    says: /not written as a head is/,
  },
  {
    name: 'a signed decompression bomb: records larger than stated in the manifest',
    stage: async (w) => {
      const { built } = w.next;
      const manifest = {
        ...built.manifest,
        records: { ...built.manifest.records, text: { ...built.manifest.records.text, size: 100 } },
      };
      const { gzipSync } = await import('node:zlib');
      const { sha256 } = await import('../../src/list/release/trust.ts');
      const packed = new Uint8Array(gzipSync(JSON.stringify(manifest)));
      const file = { hash: await sha256(packed), size: packed.length };
      w.serveHead(await signedHead({ ...payloadOf(w.next), manifest: file }, w.key));
      w.files.set(`files/${file.hash}.gz`, packed);
    },
    ends: 'too-large',
    says: /unpacks to more than the 100 bytes announced/,
  },
  {
    name: 'a newer format',
    stage: async (w) => w.serveHead(await signedHead({ ...payloadOf(w.next), format: 2 }, w.key)),
    ends: 'unknown-format',
    says: /format 2.*update the extension/,
  },
  {
    name: 'a corrupted delta: the whole list is read',
    stage: async (w) => {
      const next = w.expect(await release({ sequence: w.next.sequence, markets: 4, key: w.key, before: [w.good] }));
      const delta = next.built.manifest.deltas[0]!;
      w.serve(next, ({ path }) =>
        path.includes(delta.hash) ? { corrupt: (body) => Buffer.from(body.map((byte) => byte ^ 1)) } : undefined,
      );
    },
    ends: 'updated',
    says: /Updated/,
  },
];

export const ATTACKS: Attack[] = [...SIGNATURE_ATTACKS, ...WEATHER_ATTACKS, ...PACKAGE_ATTACKS];
