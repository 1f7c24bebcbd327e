/**
 * Counts the bytes between a client and a server at the sockets: request lines, headers and bodies of both directions,
 * without TCP headers.
 */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface Wire {
  readonly port: number;
  /** Since the last `reset`. */
  sent: number;
  received: number;
  reset(): void;
  close(): Promise<void>;
}

/** Starts a relay to a port on loopback. @param port of the relay; 0 for any free port */
export async function relayTo(target: number, port = 0): Promise<Wire> {
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const host = connect(target, '127.0.0.1');
    for (const socket of [client, host]) {
      sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => (client.destroy(), host.destroy(), sockets.delete(socket)));
    }
    client.on('data', (data) => void ((wire.sent += data.length), host.write(data)));
    host.on('data', (data) => void ((wire.received += data.length), client.write(data)));
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const wire: Wire = {
    port: (server.address() as AddressInfo).port,
    sent: 0,
    received: 0,
    reset: () => void ((wire.sent = 0), (wire.received = 0)),
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return wire;
}
