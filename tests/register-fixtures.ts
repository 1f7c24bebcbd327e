/** A made-up register with reserved names, published and signed like a real one. */
import { sortNames } from '../src/list/names/name-order.ts';
import { HEAD_NAME } from '../src/list/release/release.ts';
import type { Bytes } from '../src/list/release/trust.ts';
import { signingKey } from '../src/pipeline/keys.ts';
import { signHead } from '../src/pipeline/publish.ts';
import { buildRegisterRelease, type EarlierRegister, type Register } from '../src/pipeline/publish-register.ts';
import { jwk as ownKey } from './fixtures.ts';

export interface PublishedRegister {
  files: Map<string, Bytes>;
  earlier: EarlierRegister;
}

/** A day and an order number for each name, computed from the name. */
export function register(given: readonly string[], withColumns = true): Register {
  const names = sortNames(given);
  const order = (name: string) => [...name].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) % 9_000, 7);
  return {
    names,
    columns: withColumns
      ? [Int32Array.from(names, (name) => 16_000 + (order(name) >> 3)), Int32Array.from(names, order)]
      : [],
    labels: withColumns
      ? [
          { name: 'Entered', kind: 'day' },
          { name: 'Order', kind: 'number' },
        ]
      : [],
    about: {
      title: 'Example register',
      publisher: 'Example Office',
      licence: 'Public domain',
      source: 'https://office.example/register',
    },
  };
}

export async function publishRegister(
  of: Register,
  {
    sequence = 1,
    list = 'xx-register',
    before = [] as PublishedRegister[],
    key = ownKey,
    issued = '2026-11-20T00:00:00.000Z',
    expires = '2026-12-22T00:00:00.000Z',
  } = {},
): Promise<PublishedRegister> {
  const built = await buildRegisterRelease(
    of,
    { list, sequence, published: '2026-11-20' },
    before.map((release) => release.earlier),
  );
  const head = await signHead(built, await signingKey(key), issued, expires);
  return {
    files: new Map(built.files).set(HEAD_NAME, head),
    earlier: { sequence, names: of.names, columns: of.columns },
  };
}
