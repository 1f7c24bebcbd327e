/** `serve` with any input that a socket can send: it answers, serves only files of a release, and keeps running. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveFolder } from '../../src/pipeline/serve.ts';

const dir = mkdtempSync(join(tmpdir(), 'listmark-serve-'));
const HASH = 'ab'.repeat(32);
const FILE = `/files/${HASH}.gz`;
const BYTES = 4_000_000;
let server: Server;
let port: number;

beforeAll(async () => {
  for (const folder of ['release/files', 'release/v1/files']) mkdirSync(join(dir, folder), { recursive: true });
  for (const name of ['head.jws', 'v1/head.jws']) writeFileSync(join(dir, 'release', name), `this is ${name}`);
  writeFileSync(join(dir, 'release', FILE), Buffer.alloc(BYTES, 7));
  for (const name of [
    'release/key.json',
    'release/head.jws.part',
    'secret.txt',
    'release/.env',
    'release/files/notes.gz',
  ])
    writeFileSync(join(dir, name), 'secret');
  mkdirSync(join(dir, `release/v1/files/${HASH}.gz`));
  symlinkSync('..', join(dir, 'release/up'));
  server = await serveFolder(join(dir, 'release'), 0);
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(dir, { recursive: true });
});

/** Sends the raw text. @returns everything that the server sends back */
function send(request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(Buffer.from(request, 'latin1')));
    const chunks: Buffer[] = [];
    socket.setTimeout(10_000, () => socket.destroy(new Error('no answer in ten seconds')));
    socket.on('data', (chunk) => chunks.push(chunk)).on('error', reject);
    socket.on('close', () => resolve(Buffer.concat(chunks).toString('latin1')));
  });
}

const ask = (target: string, method = 'GET', headers = '') =>
  send(`${method} ${target} HTTP/1.1\r\nHost: x\r\n${headers}Connection: close\r\n\r\n`);
const status = (answer: string) => Number(answer.split(' ')[1]);
const body = (answer: string) => answer.slice(answer.indexOf('\r\n\r\n') + 4);

describe('`serve`', () => {
  it.each([
    ['/head.jws', 'this is head.jws'],
    ['/head.jws?of=today', 'this is head.jws'],
    ['/v1/head.jws', 'this is v1/head.jws'],
  ])('GET %s gives the head', async (target, text) => {
    const answer = await ask(target);
    expect([status(answer), body(answer)]).toEqual([200, text]);
    expect(answer).toMatch(/Cache-Control: max-age=300\r\n/);
    expect(answer).toMatch(/Access-Control-Allow-Origin: \*/);
  });

  it('serves a file as immutable, and answers 304 to a client that has it', async () => {
    const answer = await ask(`${FILE}?head.jws`);
    expect(body(answer)).toHaveLength(BYTES);
    expect(answer).toMatch(/Cache-Control: max-age=31536000, immutable/);
    const [, tag] = /ETag: (".*")/.exec(answer)!;
    const again = await ask(FILE, 'GET', `If-None-Match: ${tag}\r\n`);
    expect([status(again), body(again)]).toEqual([304, '']);
  });

  it('HEAD gives the same headers and no body', async () => {
    const answer = await ask(FILE, 'HEAD');
    expect([status(answer), body(answer)]).toEqual([200, '']);
    expect(answer).toContain(`Content-Length: ${BYTES}\r\n`);
  });

  it.each([
    '/%',
    '/%zz',
    '/%00',
    '/head.jws%00',
    '/%c0%ae%c0%ae/secret.txt',
    '//',
    '///head.jws/..',
    '//head.jws:99999',
    'http://[',
    'http://',
    'http://127.0.0.1/secret.txt',
    'http://[::1/head.jws',
    'https://x:y:z/',
    'x:head.jws',
    'head.jws',
    '*',
    '?',
    '#',
    '\\..\\secret.txt',
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/v1/../../secret.txt',
    '/up/secret.txt',
    '/key.json',
    '/.env',
    '/head.jws.part',
    '/files/notes.gz',
    '/files',
    '/files/',
    '/',
    `/v1/files/${HASH}.gz`,
    `/files/${HASH.toUpperCase()}.gz`,
    `/files/${'cd'.repeat(32)}.gz`,
    '/head.jws\n',
    `/${'a/'.repeat(40)}`,
    '/ÿ\u0080',
  ])('GET %j gets no file', async (target) => {
    const answer = await ask(target);
    expect([400, 404]).toContain(status(answer));
    expect(answer).not.toContain('secret');
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'PROPFIND', 'TRACE'])('%s is not allowed', async (method) => {
    const answer = await ask('/head.jws', method);
    expect(status(answer)).toBe(405);
    expect(answer).toMatch(/Allow: GET, HEAD\r\n/);
  });

  it.each([
    ['no HTTP at all', '\u0016\u0003\u0001\u0002\u0000garbage\r\n\r\n'],
    ['another protocol', 'GET /head.jws SPDY/9\r\n\r\n'],
    ['endless headers', `GET /head.jws HTTP/1.1\r\nHost: x\r\nA: ${'a'.repeat(70_000)}\r\n\r\n`],
    ['an invalid header', 'GET /head.jws HTTP/1.1\r\nHost: x\r\n: :\r\n\r\n'],
    ['two lengths', 'GET /head.jws HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n'],
    ['a tunnel', 'CONNECT example.test:443 HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['an unknown Expect header', 'GET /head.jws HTTP/1.1\r\nHost: x\r\nExpect: wonders\r\nConnection: close\r\n\r\n'],
  ])('%s gets no file', async (_, request) => {
    const answer = await send(request).catch((error: NodeJS.ErrnoException) => error.code ?? '');
    expect(answer).not.toMatch(/^HTTP\/1\.1 200/);
  });

  it('still answers after clients that disconnect during a file, and after all the requests above', async () => {
    for (let n = 0; n < 20; n++)
      await new Promise<void>((resolve) => {
        const socket = connect(port, '127.0.0.1', () => socket.write(`GET ${FILE} HTTP/1.1\r\nHost: x\r\n\r\n`));
        socket.once('data', () => socket.resetAndDestroy()).once('close', () => resolve());
      });
    expect(status(await ask('/head.jws'))).toBe(200);
  });
});
