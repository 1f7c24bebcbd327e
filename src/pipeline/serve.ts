/**
 * Serves a release from a folder on loopback, like any static host: open to all origins, files immutable, the head
 * always revalidated.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { HEAD_NAME } from '../list/release/release.ts';

/**
 * The only file names of a release, in the folder or in its subfolders, as two releases may be next to each other.
 * Nothing else is served: not a signing key left in the folder, and no path outside of it.
 */
const SERVED = new RegExp(`^(?:/[\\w-]+)*/(?:${HEAD_NAME.replace('.', '\\.')}|files/[0-9a-f]{64}\\.gz)$`);

/** @param port 0 for any free one @returns the listening server; `address()` gives the port */
export function serveFolder(dir: string, port: number): Promise<Server> {
  const server = createServer((request, response) => answer(dir, request, response));
  return new Promise((resolve, reject) =>
    server.once('error', reject).listen(port, '127.0.0.1', () => resolve(server)),
  );
}

function answer(dir: string, request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('Access-Control-Allow-Origin', '*');
  // Static hosts refuse unknown methods; a client that needs a CORS preflight must fail here, too.
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return void response.writeHead(405, { Allow: 'GET, HEAD' }).end();
  const path = pathOf(request.url ?? '');
  const bytes = path && read(join(dir, path));
  if (!bytes) return void response.writeHead(404).end();
  const isHead = path.endsWith(HEAD_NAME);
  const tag = `"${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}"`;
  response.setHeader('ETag', tag);
  response.setHeader('Cache-Control', isHead ? 'max-age=300' : 'max-age=31536000, immutable');
  if (request.headers['if-none-match'] === tag) return void response.writeHead(304).end();
  response.writeHead(200, {
    'Content-Type': isHead ? 'application/jose' : 'application/octet-stream',
    'Content-Length': bytes.length,
  });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

/** @param target as sent by the client, which can be anything @returns null if nothing is served there */
function pathOf(target: string): string | null {
  const path = target.replace(/\?.*$/s, '');
  return SERVED.test(path) ? path : null;
}

function read(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}
