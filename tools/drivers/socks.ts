/**
 * A SOCKS5 proxy on loopback through which all traffic of Firefox goes. Mapped names lead to loopback ports. All others
 * are recorded and answered with "host unreachable", which Firefox shows as a name that does not exist.
 */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { portsOf, type Hosts } from './driver.ts';

export interface SocksProxy {
  port: number;
  /** Refused `host:port` requests, each once, in the order of the first request. */
  refused: Set<string>;
  close(): Promise<void>;
}

const GRANTED = 0;
const HOST_UNREACHABLE = 4;
const answer = (code: number) => Buffer.from([5, code, 0, 1, 0, 0, 0, 0, 0, 0]);

export async function socksProxy(hosts: Hosts): Promise<SocksProxy> {
  const refused = new Set<string>();
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    sockets.add(client);
    client.on('close', () => sockets.delete(client));
    client.on('error', () => client.destroy());
    void serve(client, hosts, refused).catch(() => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    refused,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        sockets.forEach((socket) => socket.destroy());
      }),
  };
}

async function serve(client: Socket, hosts: Hosts, refused: Set<string>) {
  const [, methods = 0] = await take(client, 2);
  await take(client, methods);
  client.write(Buffer.from([5, 0])); // version 5, no password
  const [, , , kind] = await take(client, 4);
  const host =
    kind === 3
      ? (await take(client, (await take(client, 1))[0]!)).toString('latin1')
      : (await take(client, kind === 1 ? 4 : 16)).join('.');
  const port = (await take(client, 2)).readUInt16BE();
  const ports = portsOf(hosts, host);
  const to = port === 443 ? ports?.https : port === 80 ? ports?.http : undefined;
  if (!to) {
    refused.add(`${host}:${port}`);
    return void client.end(answer(HOST_UNREACHABLE));
  }
  const site = connect(to, '127.0.0.1', () => {
    client.write(answer(GRANTED));
    client.pipe(site).pipe(client);
  });
  site.on('error', () => client.destroy());
  client.on('close', () => site.destroy());
}

/** Reads exactly this number of bytes of the handshake. */
async function take(socket: Socket, count: number): Promise<Buffer> {
  for (;;) {
    const bytes = count === 0 ? Buffer.alloc(0) : (socket.read(count) as Buffer | null);
    if (bytes) return bytes;
    await new Promise<void>((resolve, reject) => {
      socket.once('readable', resolve);
      socket.once('end', () => reject(new Error('closed')));
      socket.once('close', () => reject(new Error('closed')));
    });
  }
}
