/** `serve`: serves a release on loopback, like any static host. */
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { wholeNumber } from '../arguments.ts';
import { command, usage, UsageError } from '../command.ts';
import { serveFolder } from '../serve.ts';

const USAGE = usage('serve [options]', 'Serves a release on loopback until it is interrupted.', [
  ['--out DIR', 'folder of the release, or of folders with releases (.listmark/release)'],
  ['--port N', '0 for any free one (8970)'],
]);

export const serve = command(
  USAGE,
  { out: { type: 'string', default: '.listmark/release' }, port: { type: 'string', default: '8970' } },
  0,
  async ({ values, say }) => {
    const port = wholeNumber('--port', values.port, 0, 65_535);
    if (!existsSync(values.out))
      throw new UsageError(`there is no folder ${values.out}: name the one of the release with --out DIR`);
    const server = await serveFolder(values.out, port);
    say(`serving ${values.out} on http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await new Promise<void>((resolve) =>
      ['SIGINT', 'SIGTERM'].forEach((signal) => process.once(signal, () => resolve())),
    );
    server.closeAllConnections();
    server.close();
    return 0;
  },
);
