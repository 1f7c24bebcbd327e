/** The extension as the gallery needs it: as it is, with a list out of date, and with a list that cannot be read. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compactVerify, createLocalJWKSet, CompactSign, importJWK } from 'jose';
import { buildExtension, makeRelease, type Target } from '../build.ts';

export type Variant = 'fresh' | 'stale' | 'no-list';

export async function builds(dir: string, data: string, target: Target): Promise<Record<Variant, string>> {
  const from = await makeRelease(dir, data);
  // Nobody answers at this address: the gallery shows what a reader meets without network, too.
  const build = (variant: Variant) => buildExtension({ target, out: join(dir, `${target}-${variant}`), from, address: 'http://127.0.0.1:9/', hosts: true });
  const fresh = await build('fresh');
  const copy = (variant: Variant) => {
    const to = join(dir, `${target}-${variant}`);
    rmSync(to, { recursive: true, force: true });
    cpSync(fresh, to, { recursive: true });
    return to;
  };
  const stale = copy('stale');
  const key = JSON.parse(readFileSync(from.key, 'utf8')) as { kid: string };
  const head = await compactVerify(
    readFileSync(join(fresh, 'list/head.jws'), 'utf8').trim(),
    createLocalJWKSet(JSON.parse(readFileSync(from.publicKeys, 'utf8'))),
  );
  const payload = {
    ...(JSON.parse(new TextDecoder().decode(head.payload)) as object),
    issued: '2026-01-01T00:00:00.000Z',
    expires: '2026-02-01T00:00:00.000Z',
  };
  const signed = await new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader({ ...head.protectedHeader, alg: 'Ed25519' })
    .sign(await importJWK(key, 'Ed25519'));
  writeFileSync(join(stale, 'list/head.jws'), signed);
  const none = copy('no-list');
  writeFileSync(join(none, 'list/head.jws'), 'damaged');
  return { fresh, stale, 'no-list': none };
}
