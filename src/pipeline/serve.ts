/** Serves a release from a folder on loopback, as any static host would: open to all origins, files immutable, the head revalidated. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join, normalize, sep } from 'node:path';
import { HEAD_NAME } from '../list/release.ts';

/** @param port 0 for any free one @returns the listening server; `address()` tells the port */
export function serveFolder(dir: string, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    // A static host refuses what it does not know; a client that needed a preflight would fail here.
    if (request.method !== 'GET' && request.method !== 'HEAD') return response.writeHead(405).end();
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    let bytes: Buffer;
    try {
      bytes = readFileSync(join(dir, ...path.split(sep)));
    } catch {
      return response.writeHead(404).end();
    }
    const tag = `"${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}"`;
    response.setHeader('ETag', tag);
    response.setHeader('Cache-Control', path.endsWith(HEAD_NAME) ? 'max-age=300' : 'max-age=31536000, immutable');
    response.setHeader('Content-Type', path.endsWith(HEAD_NAME) ? 'application/jose' : 'application/octet-stream');
    if (request.headers['if-none-match'] === tag) return response.writeHead(304).end();
    return response.end(request.method === 'HEAD' ? undefined : bytes);
  });
  return new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', () => resolve(server)));
}
