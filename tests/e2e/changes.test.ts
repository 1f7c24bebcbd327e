/**
 * Bytes that one sync costs in real browsers, counted at the socket: all request lines, headers and bodies, both
 * directions.
 */
import { readFileSync } from 'node:fs';
import type { JWK } from 'jose';
import { describe, expect, inject, it } from 'vitest';
import { releaseOf, type Release } from '../attacks/world.ts';
import { DELTAS } from '../../src/pipeline/earlier-releases.ts';
import { manyMarkets } from '../many-markets.ts';
import { relayTo } from '../wire.ts';
import { BROWSERS, launch, slot } from './browsers.ts';
import { ListClient } from './list-client.ts';
import { ListServer } from '../../tools/servers/list-server.ts';

describe.each(BROWSERS)('At 1,000 markets, in %s,', (name) => {
  it('a sync costs at most 4 kB for one changed market, and one request if nothing changed', async () => {
    const key = JSON.parse(readFileSync(inject('workshop').key, 'utf8')) as JWK;
    const files = new Map<string, Uint8Array>();
    const before: Release[] = [];
    const publish = async (sequence: number) => {
      const changed = Array.from({ length: sequence - 100 }, (_, n) => 37 * (n + 1));
      const release = await releaseOf(manyMarkets(1000, sequence, changed), { key, before: before.slice(-DELTAS) });
      before.push(release);
      files.clear();
      for (const [path, bytes] of release.files) files.set(path, bytes);
      return release;
    };
    for (let sequence = 100; sequence < 100 + DELTAS; sequence++) await publish(sequence);
    const server = await ListServer.start({ files });
    const wire = await relayTo(server.port, slot().listPort);
    const browser = await launch(name, { extensionDir: slot().builds[name].granted, hosts: new Map() });
    try {
      const client = new ListClient(browser, slot().builds[name].granted);
      await client.sync();
      const whole = wire.received;
      const { sequence, records } = await publish(100 + DELTAS);
      wire.reset();
      const asked = server.log.length;
      expect(await client.sync()).toMatchObject({ outcome: 'updated' });
      expect(await client.held()).toEqual({ sequence, records });
      const change = { received: wire.received, sent: wire.sent, requests: server.log.length - asked };
      wire.reset();
      expect(await client.sync()).toMatchObject({ outcome: 'current' });
      const nothing = {
        received: wire.received,
        sent: wire.sent,
        requests: server.log.length - asked - change.requests,
      };
      console.log(
        `${name}: whole ${whole} received; one changed market ${JSON.stringify(change)}; nothing changed ${JSON.stringify(nothing)}`,
      );
      expect(server.log.at(-1)).toMatchObject({ path: 'head.jws', status: 200 });
      expect(nothing.requests).toBe(1);
      expect(change.requests).toBe(3);
      expect(change.received + change.sent).toBeLessThanOrEqual(4096);
    } finally {
      await browser.close();
      await wire.close();
      await server.close();
    }
  });
});
