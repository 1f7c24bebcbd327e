/**
 * Runs the attack table in Node, with the worker's code and real sockets. tests/e2e/attacks.test.ts runs it in
 * browsers.
 */
import 'fake-indexeddb/auto';
import { afterAll, beforeAll, describe } from 'vitest';
import { newKey, publicSet } from '../../src/pipeline/keys.ts';
import { ListServer } from '../../tools/servers/list-server.ts';
import { Matrix } from './matrix.ts';
import { playFlips } from './flips.ts';
import { nodeClient } from './node-client.ts';
import { playAttacks } from './under-attack.ts';
import { World } from './world.ts';

describe('Under attack, Node keeps the last good list and reports the reason', () => {
  const matrix = new Matrix('attacks', 'node');
  let world: World;
  beforeAll(async () => {
    const files = new Map<string, Uint8Array>();
    const server = await ListServer.start({ files });
    const mirror = await ListServer.start({ files });
    const key = await newKey();
    world = new World(server, mirror, nodeClient(server.url, publicSet([key])), files, key);
  });
  afterAll(async () => {
    await world.server.close();
    await world.mirror.close();
  });
  playFlips(
    'node',
    () => world,
    async (count) => {
      const outcomes: string[] = [];
      for (let n = 0; n < count; n++)
        outcomes.push(await world.client.sync().then(({ code, outcome }) => code ?? outcome));
      return outcomes;
    },
    matrix,
  );
  playAttacks('node', () => world, matrix);
});
