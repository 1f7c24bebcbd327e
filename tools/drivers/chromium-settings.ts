/** Launch options of Chromium for tests. */
import { join } from 'node:path';
import type { LaunchOptions as PuppeteerOptions } from 'puppeteer-core';
import { ensureChromium } from '../browsers.ts';
import type { Hosts, LaunchOptions } from './driver.ts';
import { netlogFlags } from './netlog.ts';

/** The network log file of the browser. */
export const netlogOf = (dir: string) => join(dir, 'listmark-netlog.json');

export function settings(options: LaunchOptions, dir: string): PuppeteerOptions {
  return {
    executablePath: options.executablePath ?? ensureChromium(),
    headless: !options.headed,
    // Only the debugging pipe can load unpacked extensions: Chrome's own builds ignore --load-extension since 137.
    pipe: true,
    // The caller handles signals (see profile.ts): puppeteer would exit before profiles and servers are removed.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    protocolTimeout: 60_000,
    enableExtensions: true,
    // Extensions installed by policy need the updater, which puppeteer disables.
    ...(options.installed && { ignoreDefaultArgs: ['--disable-background-networking', '--disable-component-update'] }),
    userDataDir: dir,
    defaultViewport: options.headed ? null : { width: 1000, height: 700 },
    env: { ...process.env, ...options.env },
    args: [
      // Chromium's sandbox does not run as root, the usual user in containers.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(options.headed ? [] : ['--disable-gpu']),
      '--no-first-run',
      '--lang=en-US',
      `--host-resolver-rules=${resolverRules(options.hosts)}`,
      '--ignore-certificate-errors',
      // Without these, http://x is upgraded to https://x wherever port 443 answers.
      '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable',
      ...netlogFlags(netlogOf(dir)),
    ],
  };
}

function resolverRules(hosts: Hosts): string {
  const maps = [...hosts].flatMap(([host, { http, https }]) => [
    `MAP ${host}:80 127.0.0.1:${http}`,
    ...(https ? [`MAP ${host}:443 127.0.0.1:${https}`] : []),
  ]);
  return [...maps, 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1'].join(',');
}
