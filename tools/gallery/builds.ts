/**
 * Builds the variants of the extension for the gallery: badges allowed, as shipped, with an expired list, and with an
 * unreadable list.
 */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compactVerify, createLocalJWKSet, CompactSign, importJWK, type JSONWebKeySet } from 'jose';
import { buildExtension, makeRelease, type Target, type Workshop } from '../build.ts';
import { isMadeUp } from './records.ts';

export const VARIANTS = ['fresh', 'as-shipped', 'stale', 'no-list'] as const;
export type Variant = (typeof VARIANTS)[number];

/** The list's host while a variant is shown: it must not repair an expired or damaged list. */
export const hostOf = (variant: Variant) => (variant === 'stale' || variant === 'no-list' ? 'down' : undefined);

/**
 * @param address of the list's host
 * @returns the folder of each variant, and the release in them
 */
export async function builds(
  dir: string,
  data: string,
  target: Target,
  address: string,
): Promise<{ of: Record<Variant, string>; release: Workshop }> {
  const release = await makeRelease(dir, data, isMadeUp);
  const fresh = await buildExtension({
    target,
    out: join(dir, `${target}-fresh`),
    from: release,
    address,
    hosts: true,
  });
  const copy = (variant: Variant) => {
    const to = join(dir, `${target}-${variant}`);
    rmSync(to, { recursive: true, force: true });
    cpSync(fresh, to, { recursive: true });
    return to;
  };
  const shipped = copy('as-shipped');
  const { host_permissions: _, ...manifest } = JSON.parse(
    readFileSync(join(shipped, 'manifest.json'), 'utf8'),
  ) as Record<string, unknown>;
  writeFileSync(join(shipped, 'manifest.json'), JSON.stringify(manifest));
  const stale = copy('stale');
  const head = await compactVerify(
    readFileSync(join(fresh, 'list/head.jws'), 'utf8').trim(),
    createLocalJWKSet(JSON.parse(readFileSync(release.publicKeys, 'utf8')) as JSONWebKeySet),
  );
  const payload = {
    ...(JSON.parse(new TextDecoder().decode(head.payload)) as object),
    issued: '2026-01-01T00:00:00.000Z',
    expires: '2026-02-01T00:00:00.000Z',
  };
  const key = JSON.parse(readFileSync(release.key, 'utf8')) as { kid: string };
  const signed = await new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader({ ...head.protectedHeader, alg: 'Ed25519' })
    .sign(await importJWK(key, 'Ed25519'));
  writeFileSync(join(stale, 'list/head.jws'), signed);
  const none = copy('no-list');
  writeFileSync(join(none, 'list/head.jws'), 'damaged');
  return { of: { fresh, 'as-shipped': shipped, stale, 'no-list': none }, release };
}
