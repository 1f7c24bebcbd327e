/**
 * Installs the extension by the browsers' enterprise policies, as an administrator does. Policies are in system
 * folders. The browser runs in its own mount namespace, in which our folder replaces the system's, so other browsers on
 * the machine are not affected. Works only on Linux, and only if the user may create mount namespaces.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, createPublicKey } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { ensureChromium, ensureFirefox } from '../../tools/browsers.ts';
import type { LaunchOptions } from '../../tools/drivers/driver.ts';
import { ListServer } from '../../tools/servers/list-server.ts';

export interface Administered {
  /** Options for `launch`, for a browser that installs the extension by policy. */
  options: Pick<LaunchOptions, 'executablePath' | 'installed'>;
  end(): Promise<void>;
}

/** The folder with the browser's policies; `null` if it cannot be replaced on this machine. */
function policyFolder(name: 'chromium' | 'firefox'): string | null {
  const folder = name === 'chromium' ? '/etc/chromium' : join(dirname(realpathSync(ensureFirefox())), 'distribution');
  if (
    process.platform !== 'linux' ||
    !existsSync(folder) ||
    (name === 'chromium' && !/chromium/.test(ensureChromium()))
  )
    return null;
  return spawnSync('unshare', ['-m', 'mount', '--bind', tmpdir(), folder]).status === 0 ? folder : null;
}

export const canAdminister = (name: 'chromium' | 'firefox') => policyFolder(name) !== null;

/** @param managed the extension's managed storage */
export async function administered(
  name: 'chromium' | 'firefox',
  extensionDir: string,
  managed: object,
): Promise<Administered> {
  const dir = mkdtempSync(join(tmpdir(), 'listmark-policy-'));
  const policies = join(dir, 'policies');
  const server = name === 'chromium' ? await chromiumPolicies(dir, policies, extensionDir, managed) : null;
  if (name === 'firefox') firefoxPolicies(dir, policies, extensionDir, managed);
  const program = name === 'chromium' ? ensureChromium() : ensureFirefox();
  const executablePath = join(dir, basename(program));
  writeFileSync(
    executablePath,
    `#!/bin/sh\nexec unshare -m sh -c 'mount --bind "${policies}" "${policyFolder(name)}" && exec "${program}" "$@"' sh "$@"\n`,
    {
      mode: 0o755,
    },
  );
  return {
    options: { executablePath, installed: server?.id ?? 'by-policy' },
    async end() {
      await server?.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/**
 * Signs the extension with a new key and serves it from a local update server, as an organisation without the store
 * does.
 */
async function chromiumPolicies(dir: string, policies: string, extensionDir: string, managed: object) {
  const source = join(dir, 'extension');
  cpSync(extensionDir, source, { recursive: true });
  // Its exit code is not reliable, so only the two files count; reading them throws if they are missing.
  spawnSync(ensureChromium(), [
    '--no-sandbox',
    '--headless',
    `--pack-extension=${source}`,
    `--user-data-dir=${join(dir, 'packing')}`,
  ]);
  const key = createPublicKey(readFileSync(`${source}.pem`)).export({ type: 'spki', format: 'der' });
  const id = [...createHash('sha256').update(key).digest('hex').slice(0, 32)]
    .map((digit) => String.fromCharCode(97 + parseInt(digit, 16)))
    .join('');
  const { version } = JSON.parse(readFileSync(join(source, 'manifest.json'), 'utf8')) as { version: string };
  const files = new Map<string, Uint8Array>([['extension.crx', readFileSync(`${source}.crx`)]]);
  const server = await ListServer.start({ files });
  const update = `<?xml version="1.0"?><gupdate xmlns="http://www.google.com/update2/response" protocol="2.0"><app appid="${id}"><updatecheck codebase="${server.url}extension.crx" version="${version}"/></app></gupdate>`;
  files.set('update.xml', Buffer.from(update));
  mkdirSync(join(policies, 'policies/managed'), { recursive: true });
  const policy = {
    ExtensionInstallForcelist: [`${id};${server.url}update.xml`],
    // Without it no debugger, and so no test, may attach to an extension installed by policy.
    DeveloperToolsAvailability: 1,
    '3rdparty': { extensions: { [id]: managed } },
  };
  writeFileSync(join(policies, 'policies/managed/listmark.json'), JSON.stringify(policy));
  return { id, close: () => server.close() };
}

function firefoxPolicies(dir: string, policies: string, extensionDir: string, managed: object) {
  const xpi = packed(extensionDir, dir);
  const { browser_specific_settings } = JSON.parse(readFileSync(join(extensionDir, 'manifest.json'), 'utf8')) as {
    browser_specific_settings: { gecko: { id: string } };
  };
  const { id } = browser_specific_settings.gecko;
  mkdirSync(policies);
  const policy = {
    ExtensionSettings: { [id]: { installation_mode: 'force_installed', install_url: `file://${xpi}` } },
    '3rdparty': { Extensions: { [id]: managed } },
  };
  writeFileSync(join(policies, 'policies.json'), JSON.stringify({ policies: policy }));
}

/** Packs the folder as an .xpi file, which Firefox installs permanently. @returns its path */
export function packed(extensionDir: string, to: string): string {
  execFileSync(
    process.execPath,
    [
      'node_modules/web-ext/bin/web-ext.js',
      'build',
      '-s',
      extensionDir,
      '-a',
      to,
      '-n',
      'extension.xpi',
      '--overwrite-dest',
    ],
    {
      stdio: 'ignore',
    },
  );
  return resolve(to, 'extension.xpi');
}
