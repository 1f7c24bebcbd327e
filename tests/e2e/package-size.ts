/** Size of the package for the stores: the zip that `web-ext build` makes of a built extension. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Bytes of the zip. @throws Error with the output of the tool */
export function packageSize(folder: string): number {
  const out = mkdtempSync(join(tmpdir(), 'listmark-zip-'));
  try {
    const words = [
      'build',
      '--no-config-discovery',
      '--source-dir',
      resolve(folder),
      '--artifacts-dir',
      out,
      '--filename',
      'package.zip',
    ];
    const { status, stderr, stdout } = spawnSync(process.execPath, ['node_modules/web-ext/bin/web-ext.js', ...words], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`web-ext could not pack ${folder}:\n${stdout}${stderr}`);
    return statSync(join(out, 'package.zip')).size;
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}
