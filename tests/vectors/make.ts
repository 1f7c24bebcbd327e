/**
 * Makes tests/vectors: releases and bad heads for whoever writes another client. The key lives only while this runs and
 * is never written: a vector is a public key and signed files. `npm run -s vectors` makes new ones; the committed ones
 * stay as they are, because every later client must still read them.
 */
import { createHmac } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CompactSign } from 'jose';
import { HEAD_NAME, type Head } from '../../src/list/release/release.ts';
import { programArguments, usage } from '../../src/pipeline/arguments.ts';
import { compile } from '../../src/pipeline/compile.ts';
import { newKey, publicSet, signingKey } from '../../src/pipeline/keys.ts';
import { buildRelease, sign, type Built, type Earlier } from '../../src/pipeline/publish.ts';
import { exampleData, exampleMarket } from '../fixtures.ts';

const USAGE = usage(
  'npm run -s vectors -- [folder]',
  'Makes releases to read and heads to refuse, in tests/vectors or another folder that holds none yet.',
);
const [OUT = 'tests/vectors'] = programArguments(USAGE, {}, 1).positionals;
const ISSUED = '2026-11-20T00:00:00.000Z';
const EXPIRES = '2026-12-20T00:00:00.000Z';

if (existsSync(join(OUT, 'vectors.json')))
  throw new Error(`${OUT} holds vectors already: they are kept for good; name another folder`);
rmSync(OUT, { recursive: true, force: true });
const write = (name: string, content: string | Uint8Array) => {
  mkdirSync(dirname(join(OUT, name)), { recursive: true });
  writeFileSync(join(OUT, name), content);
};

const jwk = await newKey();
const other = await newKey();
const key = await signingKey(jwk);
const markets = [exampleMarket(), exampleMarket('other-market', 'other.example')];
const headOf = (built: Built): Head => ({
  format: 1,
  list: 'curated',
  sequence: built.manifest.sequence,
  issued: ISSUED,
  expires: EXPIRES,
  manifest: built.manifestFile,
});

const releases: object[] = [];
let before: Earlier[] = [];
let last!: Built;
for (const sequence of [1, 2]) {
  const data = exampleData(markets.slice(0, sequence), sequence);
  const lines = compile(data);
  last = await buildRelease(lines, data.release, before);
  for (const [name, bytes] of last.files) write(`release-${sequence}/${name}`, bytes);
  write(`release-${sequence}/${HEAD_NAME}`, await sign(headOf(last), key));
  releases.push({
    folder: `release-${sequence}`,
    sequence,
    records: last.manifest.records.text,
    names: Object.fromEntries(
      data.markets.flatMap((market) => market.domains.map((domain) => [domain.name, market.id])),
    ),
  });
  before = [{ sequence, lines }];
}

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const jws = async (header: { alg: string; kid?: string }, payload: object, by = key) =>
  new CompactSign(new TextEncoder().encode(JSON.stringify(payload))).setProtectedHeader(header).sign(by.privateKey);
const good = { alg: 'Ed25519', kid: jwk.kid! };
const head = headOf(last);
const signed = await jws(good, head);
const [header, payload, signature] = signed.split('.') as [string, string, string];
const hmac = `${encode({ alg: 'HS256', kid: jwk.kid })}.${encode(head)}`;
/** Each must be refused; `now` is the instant to judge at. */
const refused = {
  'other-key-under-our-id': await jws(good, head, await signingKey(other)),
  'unknown-key-id': await jws({ alg: 'Ed25519', kid: other.kid! }, head, await signingKey(other)),
  'no-key-id': await jws({ alg: 'Ed25519' }, head),
  'algorithm-none': `${encode({ alg: 'none', kid: jwk.kid })}.${encode(head)}.`,
  'hmac-with-public-key': `${hmac}.${createHmac('sha256', Buffer.from(jwk.x!, 'base64url')).update(hmac).digest('base64url')}`,
  'payload-changed': `${header}.${encode({ ...head, sequence: 3 })}.${signature}`,
  'signature-cut': signed.slice(0, -4),
  'white-space-after': `${signed}\n`,
  'format-2': await jws(good, { ...head, format: 2 }),
  'other-list': await jws(good, { ...head, list: 'register' }),
  expired: await jws(good, { ...head, expires: '2026-11-21T00:00:00.000Z' }),
  'from-the-future': await jws(good, {
    ...head,
    issued: '2030-01-01T00:00:00.000Z',
    expires: '2030-02-01T00:00:00.000Z',
  }),
  'instant-with-offset': await jws(good, { ...head, expires: '2026-12-20T00:00:00.000+02:00' }),
  'size-without-end': await jws(good, { ...head, manifest: { ...head.manifest, size: 1e12 } }),
  'no-manifest': await jws(good, { ...head, manifest: undefined }),
};
for (const [name, text] of Object.entries(refused)) write(`refused/${name}.jws`, text);
/** Must be read: members that no reader knows, and instants without milliseconds, are no fault. */
write(
  'accepted/unknown-members.jws',
  await jws(good, { ...head, expires: '2026-12-20T00:00:00Z', later: { more: true } }),
);
write('keys.json', `${JSON.stringify(publicSet([jwk]), null, 2)}\n`);
write(
  'vectors.json',
  `${JSON.stringify({ list: 'curated', now: '2026-11-22T10:00:00.000Z', releases, refused: Object.keys(refused), accepted: ['unknown-members'], payload: Buffer.from(payload, 'base64url').toString() }, null, 2)}\n`,
);
