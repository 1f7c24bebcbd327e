/**
 * Faults of a host or a network without a key: it sends nothing, too little, too much, too slowly, or something else.
 */
import { gzipSync } from 'node:zlib';
import { HEAD_NAME } from '../../src/list/release/release.ts';
import type { Mischief } from '../../tools/servers/list-server.ts';
import type { Attack } from './table.ts';
import type { World } from './world.ts';

const atHead = (w: World, mischief: Mischief) =>
  w.serve(w.next, ({ path }) => (path === HEAD_NAME ? mischief : undefined));
const atFiles = (w: World, mischief: Mischief) =>
  w.serve(w.next, ({ path }) => (path !== HEAD_NAME ? mischief : undefined));
const page = (length: number) => Buffer.from(`<!doctype html><title>Free wifi</title>${' '.repeat(length)}Log in`);
const never = new Promise(() => undefined);

export const WEATHER_ATTACKS: Attack[] = [
  {
    name: 'endless data for the head',
    stage: (w) => atHead(w, { endless: Buffer.alloc(65_536, 65) }),
    ends: 'too-large',
    says: /larger than the 1024 bytes/,
  },
  {
    name: 'endless data for a file',
    stage: (w) => atFiles(w, { endless: Buffer.alloc(65_536, 65) }),
    ends: 'too-large',
    says: /larger than the \d+ bytes/,
  },
  {
    name: 'a decompression bomb as the head',
    stage: (w) => atHead(w, { replace: gzipSync(Buffer.alloc(50_000_000)), headers: { 'content-encoding': 'gzip' } }),
    ends: 'too-large',
    says: /larger than the 1024 bytes/,
  },
  {
    name: 'slow retrieval: one byte per second',
    stage: (w) => atHead(w, { slow: 1 }),
    ends: 'too-slow',
    says: /took longer than/,
  },
  {
    name: 'slow retrieval: no answer at all',
    stage: (w) => atFiles(w, { hold: never }),
    long: true,
    ends: 'too-slow',
    says: /took longer than/,
  },
  {
    name: 'the connection is cut before an answer',
    stage: (w) => atHead(w, { drop: true }),
    ends: 'unreachable',
    says: /cannot be reached/,
  },
  {
    name: 'the connection is cut in the middle of a file',
    stage: (w) => atFiles(w, { truncate: 30 }),
    ends: 'truncated',
    says: /broke off/,
  },
  {
    name: 'a file cut short, with a matching content length',
    stage: (w) => atFiles(w, { corrupt: (body) => body.subarray(0, -1) }),
    ends: 'truncated',
    says: /ends after \d+ of \d+ bytes/,
  },
  {
    name: 'a head cut short, with a matching content length',
    stage: (w) => atHead(w, { corrupt: (body) => body.subarray(0, -9) }),
    ends: 'malformed',
    says: /not a signed document/,
  },
  {
    name: 'an empty head',
    stage: (w) => atHead(w, { replace: new Uint8Array() }),
    ends: 'malformed',
    says: /not a signed document/,
  },
  {
    name: 'the host has lost the head',
    stage: (w) => atHead(w, { replace: null }),
    ends: 'http-status',
    says: /answered 404/,
  },
  {
    name: 'the host has lost a file',
    stage: (w) => atFiles(w, { replace: null }),
    ends: 'http-status',
    says: /answered 404/,
  },
  {
    name: 'the host answers with an error',
    stage: (w) => atHead(w, { status: 503 }),
    ends: 'http-status',
    says: /answered 503/,
  },
  {
    name: 'a redirect of the head',
    stage: (w) => atHead(w, { redirect: w.mirror.url + HEAD_NAME }),
    ends: 'redirected',
    says: /sends elsewhere/,
  },
  {
    name: 'a redirect of a file',
    stage: (w) => atFiles(w, { redirect: w.mirror.url }),
    ends: 'redirected',
    says: /sends elsewhere/,
  },
  {
    name: 'a login page in place of the head',
    stage: (w) => atHead(w, { replace: page(10), headers: { 'content-type': 'text/html' } }),
    ends: 'web-page',
    says: /a web page came/,
  },
  {
    name: 'a long login page',
    stage: (w) => atHead(w, { replace: page(5000), headers: { 'content-type': 'text/html; charset=utf-8' } }),
    ends: 'web-page',
    says: /a web page came/,
  },
  {
    name: 'right files with wrong content types',
    stage: (w) => w.serve(w.expect(w.next), () => ({ headers: { 'content-type': 'text/html' } })),
    ends: 'updated',
    says: /Updated/,
  },
  {
    name: 'files with Content-Encoding: gzip',
    stage: (w) => atFiles(w, { headers: { 'content-encoding': 'gzip', 'content-type': 'application/octet-stream' } }),
    ends: 'too-large',
    says: /is larger than the \d+ bytes allowed, and is no gzip file: its host sends it with “Content-Encoding: gzip”/,
  },
  {
    name: 'a shorter file of another kind',
    stage: (w) => atFiles(w, { replace: Buffer.from('{}') }),
    ends: 'truncated',
    says: /ends after 2 of \d+ bytes, and is no gzip file/,
  },
  {
    name: 'a short login page in place of a file',
    stage: (w) => atFiles(w, { replace: page(0), headers: { 'content-type': 'text/html' } }),
    ends: 'web-page',
    says: /a web page came/,
  },
  {
    name: 'a wrong head and a wrong file in the cache with the right ETag',
    stage: async (w) => {
      w.serve(w.expect(w.next), () => ({ corrupt: (body) => Buffer.from(body.map((byte) => byte ^ 1)) }));
      const first = await w.client.sync();
      if (first.outcome !== 'refused') throw new Error('the corrupted answer was accepted');
      w.server.behave = () => undefined;
    },
    ends: 'updated',
    says: /Updated/,
  },
  {
    name: 'the device’s clock is years ahead',
    stage: (w) => (w.serve(w.next), w.client.shiftClock(5)),
    ends: 'expired',
    says: /if this device’s clock is right/,
  },
  {
    name: 'the device’s clock is years behind',
    stage: (w) => (w.serve(w.next), w.client.shiftClock(-5)),
    ends: 'clock',
    says: /this device’s clock says .* set the clock/,
  },
];
