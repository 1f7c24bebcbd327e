/**
 * Runs the attack table in real browsers. Each row syncs with the popup's button, reads the list line and hashes the
 * stored records. All rows use one build.
 */
import { readFileSync } from 'node:fs';
import type { JWK } from 'jose';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { playFlips } from '../attacks/flips.ts';
import { Matrix } from '../attacks/matrix.ts';
import { playAttacks } from '../attacks/under-attack.ts';
import { World } from '../attacks/world.ts';
import { BROWSERS, launch, slot } from './browsers.ts';
import type { Driver } from '../../tools/drivers/driver.ts';
import { copyOf, ListClient } from './list-client.ts';
import { ListServer } from '../../tools/servers/list-server.ts';

describe.each(BROWSERS)('Under attack, %s keeps the last good list and reports the reason', (name) => {
  const matrix = new Matrix('attacks', name);
  let browser: Driver;
  let client: ListClient;
  let world: World;

  beforeAll(async () => {
    const files = new Map<string, Uint8Array>();
    const server = await ListServer.start({ files, port: slot().listPort });
    const mirror = await ListServer.start({ files });
    const extensionDir = copyOf(slot().builds[name].granted, 'attacked');
    browser = await launch(name, { extensionDir, hosts: new Map() });
    client = new ListClient(browser, extensionDir);
    world = new World(server, mirror, client, files, JSON.parse(readFileSync(inject('workshop').key, 'utf8')) as JWK);
  });
  afterAll(async () => {
    await browser?.close();
    await world?.server.close();
    await world?.mirror.close();
  });

  playFlips(
    name,
    () => world,
    (count) => client.syncMany(count),
    matrix,
  );
  playAttacks(name, () => world, matrix);
});
