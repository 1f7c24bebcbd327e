/** A register from its publisher to a look-up, over an IndexedDB in memory: taken, changed, interrupted, refused. */
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { resume, type IngestObserver } from '../../../src/background/register/ingest.ts';
import * as store from '../../../src/background/register/register-store.ts';
import { syncRegister } from '../../../src/background/register/register-sync.ts';
import { hashOf } from '../../list/names/whole-hash.ts';
import { SlicedNameIndex } from '../../../src/list/names/name-slices.ts';
import { findInRegister } from '../../../src/list/register/packed-register.ts';
import { HEAD_NAME } from '../../../src/list/release/release.ts';
import { newKey } from '../../../src/pipeline/keys.ts';
import { getFrom, keys, NOW } from '../../fixtures.ts';
import { publishRegister, register, type PublishedRegister } from '../../register-fixtures.ts';

const LIST = 'xx-register';
const quiet: IngestObserver = { onManySteps: async () => undefined, onStep: () => undefined };

const take = (release: PublishedRegister, { asked = [] as string[], now = NOW, list = LIST, observer = quiet } = {}) =>
  syncRegister({ get: getFrom(release.files, asked), keys, list, now, observer });

async function find(host: string, list = LIST, read: string[] = []) {
  const stored = (await store.readRegisters()).find((each) => each.list === list);
  if (!stored) return 'no register';
  const { manifestHash, plan } = stored;
  const parts = {
    slices: (numbers: readonly number[]) => {
      read.push(...numbers.map((n) => `slice ${n}`));
      return store.readSlices(list, manifestHash, numbers);
    },
    block: (number: number) => {
      read.push(`block ${number}`);
      return store.readNameBlock(list, manifestHash, number);
    },
  };
  return findInRegister(new SlicedNameIndex(plan), parts, host);
}

const numbered = (count: number, from = 0): string[] =>
  Array.from(
    { length: count },
    (_, n) => `${(((n + from) * 2654435761) % 4294967296).toString(36)}.${['com', 'net', 'co.uk'][n % 3]}`,
  );

beforeEach(async () => {
  for (const list of [LIST, 'yy-register']) {
    await store.removeRegister(list);
    await store.writeAdded({ list, addresses: [`https://list.example/${list}/`] });
  }
});

describe('A register', () => {
  it('is fetched, verified, stored, and found with its columns', async () => {
    const of = register(['example.org', 'www.example.net', 'xn--e1aybc.example']);
    expect(await take(await publishRegister(of))).toEqual({ at: NOW, outcome: 'updated' });
    const values = (name: string) => of.columns.map((column) => column[of.names.indexOf(name)]);
    expect(await find('a.example.org')).toEqual([{ name: 'example.org', values: values('example.org') }]);
    expect(await find('www.example.net')).toEqual([{ name: 'www.example.net', values: values('www.example.net') }]);
    expect(await find('example.net')).toEqual([]);
    expect((await store.readRegisters())[0]).toMatchObject({
      count: 3,
      about: of.about,
      labels: of.labels,
      sequence: 1,
    });
  });

  it('may have no columns, and no names', async () => {
    await take(await publishRegister(register(['example.org'], false)));
    expect(await find('example.org')).toEqual([{ name: 'example.org', values: [] }]);
    await take(await publishRegister(register([], false), { sequence: 2 }));
    expect(await find('example.org')).toEqual([]);
  });

  it('of many slices costs an unlisted host one or two of them, and a hit one block more', async () => {
    const of = register(numbered(9_000));
    await take(await publishRegister(of));
    for (const [at, name] of of.names.entries())
      if (at % 97 === 0)
        expect(await find(`www.${name}`)).toEqual([{ name, values: of.columns.map((column) => column[at]) }]);
    const read: string[] = [];
    expect(await find('www.unlisted.example', LIST, read)).toEqual([]);
    expect(read.length).toBeLessThanOrEqual(2);
    expect(read.join()).not.toContain('block');
    const hit: string[] = [];
    await find(of.names[0]!, LIST, hit);
    expect(hit.filter((each) => each.startsWith('block'))).toHaveLength(1);
  });

  it('is independent of other registers and of the curated list', async () => {
    await take(await publishRegister(register(['example.org'])));
    await take(await publishRegister(register(['example.net'], false), { list: 'yy-register' }), {
      list: 'yy-register',
    });
    expect(await find('example.net')).toEqual([]);
    expect(await find('example.net', 'yy-register')).toHaveLength(1);
    await store.removeRegister(LIST);
    expect(await find('example.org')).toBe('no register');
    expect(await find('example.net', 'yy-register')).toHaveLength(1);
  });

  it('costs one request if nothing changed', async () => {
    const release = await publishRegister(register(['example.org']));
    await take(release);
    const asked: string[] = [];
    expect(await take(release, { asked })).toMatchObject({ outcome: 'current' });
    expect(asked).toEqual([HEAD_NAME]);
  });

  it('whose planted collision meets the index flags only the exact name', async () => {
    const seen = new Map<number, string>();
    const pairs: [string, string][] = [];
    for (const name of numbered(300_000)) {
      const hash = hashOf(name);
      const other = seen.get(hash);
      if (other !== undefined && other.split('.').length === name.split('.').length) pairs.push([other, name]);
      seen.set(hash, name);
    }
    expect(pairs.length).toBeGreaterThan(3);
    let sequence = 0;
    for (const [listed, victim] of pairs.slice(0, 8)) {
      // One bucket, and children that set its filter bits until the victim's are among them.
      const names = [
        listed,
        ...Array.from({ length: 16 }, (_, n) => `child${n}.${n % 2 ? listed : `p${n}.${listed}`}`),
      ];
      await take(await publishRegister(register(names), { sequence: ++sequence }));
      expect(await find(victim)).toEqual([]);
      expect(await find(`www.${victim}`)).toEqual([]);
      expect(await find(listed)).toHaveLength(1);
    }
  });
});

describe('A change of a register', () => {
  it('comes as a delta, to the same tables as the whole', async () => {
    const label = fc.stringMatching(/^[a-c]{1,2}$/);
    const name = fc.array(label, { minLength: 2, maxLength: 3 }).map((labels) => labels.join('.'));
    const names = fc.uniqueArray(name, { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(names, names, fc.boolean(), async (one, other, withColumns) => {
        await store.removeRegister(LIST);
        await store.writeAdded({ list: LIST, addresses: [] });
        const first = await publishRegister(register(one, withColumns));
        await take(first);
        const of = register(other, withColumns);
        const second = await publishRegister(of, { sequence: 2, before: [first] });
        const asked: string[] = [];
        expect(await take(second, { asked })).toMatchObject({ outcome: 'updated' });
        // Head, manifest and deltas: the tables were not asked for.
        expect(asked).toHaveLength(withColumns ? 4 : 3);
        for (const host of [...one, ...other]) {
          const covering = of.names.filter((each) => host === each || host.endsWith(`.${each}`));
          const hits = await find(host);
          expect(hits).toHaveLength(covering.length);
          for (const hit of hits as { name: string; values: number[] }[])
            expect(hit.values).toEqual(of.columns.map((column) => column[of.names.indexOf(hit.name)]));
        }
      }),
      { seed: 3, numRuns: 25 },
    );
  });

  it('is read whole where the delta does not lead to the signed result', async () => {
    await take(await publishRegister(register(['example.org', 'example.net'])));
    const strayed = await publishRegister(register(['example.org', 'stray.example']));
    const second = await publishRegister(register(['example.org']), { sequence: 2, before: [strayed] });
    expect(await take(second)).toMatchObject({ outcome: 'updated' });
    expect(await find('example.net')).toEqual([]);
    expect(await find('example.org')).toHaveLength(1);
  });

  it('leaves nothing of the old release in the store', async () => {
    const first = await publishRegister(register(numbered(5_000)));
    await take(first);
    await take(await publishRegister(register(['example.org']), { sequence: 2, before: [first] }));
    const { inDatabase } = await import('../../../src/background/list/store.ts');
    const left = await inDatabase((db) => db.getAllKeys('registers'));
    expect(left.filter(([, list]) => list === LIST).map(([what]) => what)).toEqual([
      'added',
      'block',
      'files',
      'register',
      'slice',
    ]);
  });
});

describe('A long ingest', () => {
  const LONG = 150_000;
  /** Dies after the first step, as a worker does. */
  const dying = { onManySteps: async () => undefined, onStep: (done: number, of: number) => void (done < of && die()) };
  const die = (): never => {
    throw new Error('the worker died');
  };
  const small = () => publishRegister(register(['example.org']), { sequence: 1 });

  it('goes on after the worker died, from what is stored, and the old release answers until then', async () => {
    const old = await small();
    await take(old);
    const of = register(numbered(LONG));
    const release = await publishRegister(of, { sequence: 2 });
    expect(await take(release, { observer: dying })).toMatchObject({ outcome: 'refused', code: 'store' });
    const [pending] = await store.readPending();
    expect(pending?.next).toBe(64);
    expect(await find('example.org')).toHaveLength(1);
    const steps: [number, number][] = [];
    await resume({ ...quiet, onStep: (done, all) => steps.push([done, all]) });
    expect(steps).toEqual([[66, 66]]);
    expect(await store.readPending()).toEqual([]);
    expect(await find('example.org')).toEqual([]);
    for (let at = 0; at < LONG; at += 7_001)
      expect(await find(of.names[at]!)).toEqual([
        { name: of.names[at], values: of.columns.map((column) => column[at]) },
      ]);
  }, 60_000);

  it('is given up for a newer release, and ends where the register is removed', async () => {
    await take(await publishRegister(register(numbered(LONG)), { sequence: 2 }), { observer: dying });
    expect(await take(await publishRegister(register(['example.net']), { sequence: 3 }))).toMatchObject({
      outcome: 'updated',
    });
    expect(await store.readPending()).toEqual([]);
    await take(await publishRegister(register(numbered(LONG)), { sequence: 4 }), { observer: dying });
    await store.removeRegister(LIST);
    await resume(quiet);
    expect(await store.readRegisters()).toEqual([]);
  }, 60_000);
});

describe('The last good register stays, and the reason is kept,', () => {
  const refused = async (release: PublishedRegister, code: string, now = NOW) => {
    expect(await take(release, { now })).toMatchObject({ outcome: 'refused', code });
    expect(await find('example.org')).toHaveLength(1);
  };
  beforeEach(async () => void (await take(await publishRegister(register(['example.org']), { sequence: 2 }))));
  const next = () => publishRegister(register(['example.net']), { sequence: 3 });

  it('when a file was tampered with or cut short', async () => {
    for (const [how, code] of [
      [(bytes: Uint8Array<ArrayBuffer>) => bytes.with(20, bytes[20]! ^ 1), 'wrong-hash'],
      [(bytes: Uint8Array<ArrayBuffer>) => bytes.slice(0, -1), 'truncated'],
    ] as const) {
      const release = await next();
      for (const [name, bytes] of release.files) if (name !== HEAD_NAME) release.files.set(name, how(bytes));
      await refused(release, code);
    }
  });
  it('when the release is older, or another of the same number', async () => {
    await refused(await publishRegister(register([]), { sequence: 1 }), 'older');
    await refused(await publishRegister(register([]), { sequence: 2 }), 'mixed');
  });
  it('when it is another list', async () =>
    refused(await publishRegister(register([]), { sequence: 3, list: 'yy-register' }), 'other-list'));
  it('when the head has expired', async () => refused(await next(), 'expired', '2027-01-01T00:00:00.000Z'));
  it('when another key signed it', async () =>
    refused(await publishRegister(register([]), { sequence: 3, key: await newKey() }), 'unknown-key'));
  it('when the table is not what its count says', async () => {
    const { names } = register(['example.net', 'example.com']);
    const lying = register(['example.net']);
    await refused(
      await publishRegister(
        {
          ...lying,
          names: Object.assign([...names], { length: 2 }),
          columns: lying.columns.map(() => new Int32Array(1)),
        },
        { sequence: 3 },
      ),
      'malformed',
    );
  });
});
