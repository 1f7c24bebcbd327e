/**
 * Attacks that need an update of the extension: stolen keys, changed keys, changed addresses. They run last, because
 * each starts with the keys that the one before has left.
 */
import type { Attack } from './table.ts';
import { release, type World } from './world.ts';

/** Updates the extension to one that trusts only a new key, with a bundled list signed by that key. */
async function revoke(w: World) {
  w.key = await w.newKey();
  await w.client.update({
    keys: w.publicSet([w.key]),
    bundle: await release({ sequence: w.good.sequence, markets: 2, key: w.key }),
  });
}

export const PACKAGE_ATTACKS: Attack[] = [
  {
    name: 'one mirror with false files, one with the right files',
    async stage(w) {
      await w.client.update({ addresses: [w.mirror.url, w.server.url] });
      w.mirror.behave = () => ({ replace: Buffer.from('false') });
      w.serve(w.expect(w.next));
    },
    ends: 'updated',
    says: /Updated/,
    after: (w) => w.client.update({ addresses: [w.server.url] }),
  },
  {
    name: 'key rotation: an update adds a second key, and the second key signs',
    async stage(w) {
      const second = await w.newKey();
      await w.client.update({ keys: w.publicSet([w.key, second]), bundle: w.older });
      w.serve(w.expect(await release({ sequence: w.next.sequence, markets: 4, key: second })));
      w.key = second;
    },
    ends: 'updated',
    says: /Updated/,
  },
  {
    name: 'a revoked key signs a newer release',
    async stage(w) {
      const stolen = w.key;
      w.key = await w.newKey();
      const bundle = w.expect(
        await release({ sequence: w.good.sequence, markets: 6, key: w.key }),
        'the list of the update',
      );
      await w.client.update({ keys: w.publicSet([w.key]), bundle });
      w.serve(await release({ sequence: w.next.sequence + 5, markets: 9, key: stolen }));
    },
    ends: 'unknown-key',
    says: /a key that this version does not know/,
  },
  {
    name: 'fast-forward with a stolen key: genuine releases look old',
    async stage(w) {
      w.serve(
        w.expect(
          await release({ sequence: Number.MAX_SAFE_INTEGER, markets: 9, key: w.key }),
          'the attacker’s list, until an update revokes the key',
        ),
      );
      await w.client.sync();
      w.serve(w.next);
    },
    ends: 'older',
    says: /is older than release 9007199254740991, which is kept/,
    after: revoke,
  },
  {
    name: 'fast-forward, and the update that ends it: the key is revoked, and lower numbers are accepted again',
    async stage(w) {
      w.serve(await release({ sequence: Number.MAX_SAFE_INTEGER, markets: 9, key: w.key }));
      await w.client.sync();
      await revoke(w);
      w.serve(w.expect(await release({ sequence: w.next.sequence, markets: 3, key: w.key })));
    },
    ends: 'updated',
    says: /Updated/,
  },
];
