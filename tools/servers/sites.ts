/**
 * Local stand-ins for listed sites: every host gets a small invented page over http and https (with a self-signed
 * certificate). Browsers are led here by `hosts`; no listed site is contacted.
 */
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { selfSigned } from './certificate.ts';
import type { Hosts } from '../drivers/driver.ts';

/** A page of a test: its HTML, or a request listener. */
export type SitePage = string | RequestListener;

export interface Sites {
  /** For `launch({ hosts })`. */
  readonly hosts: Hosts;
  /** Addresses of the requests served, in order. */
  readonly visits: string[];
  /** Sets the page for a path of every host, or of one (`set('/slow', page, 'example.org')`). */
  set(path: string, page: SitePage, host?: string): void;
  close(): Promise<void>;
}

export async function serveSites(hostnames: Iterable<string>): Promise<Sites> {
  const names = [...new Set(hostnames)];
  const pages = new Map<string, SitePage>();
  const visits: string[] = [];
  const answer = (scheme: string) => (request: IncomingMessage, response: ServerResponse) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    const { pathname } = new URL(request.url ?? '/', 'http://unused');
    visits.push(`${scheme}://${host}${request.url}`);
    const page = pages.get(host + pathname) ?? pages.get(pathname);
    if (typeof page === 'function') return page(request, response);
    const found = page !== undefined || pathname !== '/favicon.ico';
    response.writeHead(found ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    response.end(found ? (page ?? demoPage(host)) : '');
  };
  const http = createServer(answer('http'));
  const https = createSecureServer(selfSigned(names), answer('https'));
  const ports = { http: await listen(http), https: await listen(https) };
  return {
    hosts: new Map(names.map((name) => [name, ports])),
    visits,
    set: (path, page, host = '') => void pages.set(host + path, page),
    async close() {
      for (const server of [http, https]) {
        server.closeAllConnections();
        await new Promise<void>((resolve) => server.close(() => resolve()));
      }
    },
  };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** A simple page with the host's name: enough to see the badge on, and clearly not the real site. */
export function demoPage(host: string): string {
  const name = host.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${name} (local demo page)</title>
<style>
  :root { color-scheme: light dark }
  body { font: 16px/1.5 system-ui, sans-serif; margin: 0; color: CanvasText; background: Canvas }
  header { padding: 20px 32px; border-bottom: 1px solid color-mix(in srgb, CanvasText 20%, Canvas) }
  main { max-width: 44rem; padding: 24px 32px }
  li { margin: 6px 0 }
  small { opacity: .7 }
</style>
<header><strong>${name}</strong></header>
<main>
  <h1>A demo page</h1>
  <p>This page is served by your own machine in place of <b>${name}</b>. The real site was not contacted.</p>
  <ul><li>First entry</li><li>Second entry</li><li>Third entry</li></ul>
  <p><small>Listmark demo, not the site itself.</small></p>
</main>
</html>`;
}
