// Plain Node without dependencies: installs node_modules as in the lock file, so that `npm start` and `npm test` each
// work on a fresh machine.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Listmark needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

const STAMP = 'node_modules/.listmark-lock';
const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
if (!existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== lock) {
  console.log('Installing dependencies by the lock file …');
  // On Windows npm can only be started through a shell.
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error('npm ci failed; see above.');
    process.exit(status ?? 1);
  }
  writeFileSync(STAMP, lock);
}
