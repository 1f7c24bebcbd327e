/** Signing keys: a private key file that never leaves the publisher's machine, and the public set for the package. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JSONWebKeySet, type JWK } from 'jose';
import { UsageError, type OptionUsage } from './arguments.ts';
import { readText } from './text-file.ts';

export interface SigningKey {
  kid: string;
  privateKey: CryptoKey;
}

/** Makes a new Ed25519 key as a private JWK. The key id is its RFC 7638 thumbprint. */
export async function newKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('Ed25519', { extractable: true });
  const jwk = await exportJWK(privateKey);
  return { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'Ed25519', use: 'sig' };
}

export function publicSet(keys: readonly JWK[]): JSONWebKeySet {
  return { keys: keys.map(({ d: _private, ...rest }) => rest as JSONWebKeySet['keys'][number]) };
}

export async function signingKey(jwk: JWK): Promise<SigningKey> {
  const key = await importJWK(jwk, 'Ed25519');
  if (!jwk.kid || !jwk.d || key instanceof Uint8Array)
    throw new Error('not a private key with a key id: make one with "keygen"');
  return { kid: jwk.kid, privateKey: key };
}

/** Writes a private key file readable by its owner only. Never overwrites a file. */
export function saveKey(path: string, jwk: JWK): void {
  if (existsSync(path)) throw new Error(`${path} exists: a key is never overwritten, name another file`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(jwk, null, 2)}\n`, { mode: 0o600 });
}

export function readKey(path: string): JWK {
  if (!existsSync(path)) throw new Error(`there is no key at ${path}: make one with "keygen --out ${path}"`);
  return JSON.parse(readText(path)) as JWK;
}

/** The option for the signing key. */
export const KEY = { key: { type: 'string' } } as const;
export const KEY_USAGE: OptionUsage = ['--key FILE', 'the signing key, as keygen makes it'];

/**
 * @returns the key, and the public set with which clients verify its signatures
 * @throws UsageError if no file is given or it holds no key
 */
export async function keyNamed(path: string | undefined): Promise<{ key: SigningKey; keys: JSONWebKeySet }> {
  if (!path) throw new UsageError('name the signing key with --key FILE (make one with keygen)');
  try {
    const jwk = readKey(path);
    return { key: await signingKey(jwk), keys: publicSet([jwk]) };
  } catch (error) {
    throw new UsageError(`--key: ${(error as Error).message}`);
  }
}
