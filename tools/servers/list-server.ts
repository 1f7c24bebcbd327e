/**
 * A minimal static host for the list: allows any origin, knows ETags, refuses OPTIONS, computes nothing. Tests make it
 * hostile: `behave` changes each answer by its path.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { join, normalize, sep } from 'node:path';
import { pause } from '../drivers/driver.ts';

/** What the server did with one request. `status` 0: it did not answer. */
export interface Logged {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  status: number;
  /** Bytes of the body written to the socket. */
  bytes: number;
  at: number;
}

/** Changes to one answer; they can be combined. */
export interface Mischief {
  /** The answer waits for this promise. */
  hold?: Promise<unknown>;
  delay?: number;
  /** Content instead of the file's. `null`: 404. */
  replace?: Uint8Array | null;
  /** Changes the body; gets a copy. */
  corrupt?: (body: Buffer) => Uint8Array;
  /** Sends only so many bytes, then cuts the connection. */
  truncate?: number;
  /** Cuts the connection before any answer. */
  drop?: boolean;
  redirect?: string;
  status?: number;
  headers?: Record<string, string>;
  /** Bytes per second (slow retrieval attack); sent in tenths of a second. */
  slow?: number;
  /** An endless body: repeats this chunk until the client disconnects. */
  endless?: Uint8Array;
}

export type Behaviour = (request: { path: string; method: string; count: number }) => Mischief | undefined | void;

export interface ListServerOptions {
  /**
   * A folder, or files by path (`head`, `files/abc.gz`, no leading slash). Read at each request, so a test may change
   * them.
   */
  files: string | Map<string, Uint8Array>;
  /** True for the short-lived head, false for immutable files. */
  isHead?: (path: string) => boolean;
  port?: number;
}

export class ListServer {
  readonly log: Logged[] = [];
  /** Number of answers in progress. */
  open = 0;
  behave: Behaviour = () => undefined;
  readonly #server = createServer(
    (request, response) => void this.#answer(request, response).catch(() => response.destroy()),
  );
  readonly #options: ListServerOptions;
  readonly #counts = new Map<string, number>();

  private constructor(options: ListServerOptions) {
    this.#options = options;
  }

  static async start(options: ListServerOptions): Promise<ListServer> {
    const server = new ListServer(options);
    await new Promise<void>((resolve, reject) =>
      server.#server.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve),
    );
    return server;
  }

  get port() {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Ending in a slash. */
  get url() {
    return `http://127.0.0.1:${this.port}/`;
  }

  /** The requests for a path, or all requests. */
  requests = (path?: string) => this.log.filter((each) => path === undefined || each.path === path);

  close(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  async #answer(request: IncomingMessage, response: ServerResponse) {
    const path = decodeURIComponent(new URL(request.url ?? '/', this.url).pathname).slice(1);
    const method = request.method ?? 'GET';
    const logged: Logged = { method, path, headers: request.headers, status: 0, bytes: 0, at: Date.now() };
    this.log.push(logged);
    const count = (this.#counts.get(path) ?? 0) + 1;
    this.#counts.set(path, count);
    const mischief = this.behave({ path, method, count }) ?? {};
    this.open++;
    response.on('close', () => this.open--);
    await mischief.hold;
    if (mischief.delay) await pause(mischief.delay);
    if (mischief.drop) return void response.destroy();
    const send = (status: number, headers: Record<string, string>, body?: Uint8Array) => {
      logged.status = mischief.status ?? status;
      response.writeHead(logged.status, { ...headers, ...mischief.headers });
      return this.#body(response, logged, method === 'HEAD' ? undefined : body, mischief);
    };
    const cors = { 'access-control-allow-origin': '*' };
    if (mischief.redirect) return send(302, { ...cors, location: mischief.redirect });
    if (method !== 'GET' && method !== 'HEAD') return send(405, { ...cors, allow: 'GET, HEAD' });
    const file = mischief.replace === undefined ? this.#read(path) : mischief.replace;
    if (!file) return send(404, cors);
    const etag = `"${createHash('sha256').update(file).digest('hex').slice(0, 32)}"`;
    const isHead = this.#options.isHead ?? ((name: string) => /^head\b/.test(name));
    const caching = isHead(path) ? 'max-age=0, no-cache' : 'public, max-age=31536000, immutable';
    if (request.headers['if-none-match'] === etag) return send(304, { ...cors, etag, 'cache-control': caching });
    const body = mischief.corrupt ? mischief.corrupt(Buffer.from(file)) : file;
    const length: Record<string, string> = mischief.endless ? {} : { 'content-length': String(body.length) };
    return send(200, { ...cors, etag, 'cache-control': caching, 'content-type': contentType(path), ...length }, body);
  }

  #read(path: string): Uint8Array | undefined {
    const { files } = this.#options;
    if (typeof files !== 'string') return files.get(path);
    const full = join(files, normalize(path));
    return full.startsWith(normalize(files + sep)) && existsSync(full) && statSync(full).isFile()
      ? readFileSync(full)
      : undefined;
  }

  async #body(
    response: ServerResponse,
    logged: Logged,
    body: Uint8Array = new Uint8Array(),
    { truncate, slow, endless }: Mischief,
  ) {
    const closed = new Promise<void>((resolve) => response.once('close', resolve));
    const write = async (bytes: Uint8Array) => {
      logged.bytes += bytes.length;
      if (!response.write(bytes)) await Promise.race([drained(response), closed]);
    };
    while (endless && !response.destroyed) await write(endless);
    const goesOut = truncate === undefined ? body : body.subarray(0, truncate);
    const step = slow ? Math.max(1, Math.ceil(slow / 10)) : goesOut.length || 1;
    for (let at = 0; at < goesOut.length && !response.destroyed; at += step) {
      if (slow && at) await pause(100);
      await write(goesOut.subarray(at, at + step));
    }
    if (truncate === undefined || truncate >= body.length) return void response.end();
    await pause(20); // the bytes first, then the cut
    response.destroy();
  }
}

const drained = (response: ServerResponse) => new Promise<void>((resolve) => response.once('drain', resolve));

function contentType(path: string): string {
  if (path.endsWith('.json')) return 'application/json';
  return path.endsWith('.gz') ? 'application/gzip' : 'application/octet-stream';
}
