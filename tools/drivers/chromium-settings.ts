/** How Chromium is started for a test. */
import { join } from 'node:path';
import type { LaunchOptions as PuppeteerOptions } from 'puppeteer-core';
import { ensureChromium } from '../browsers.ts';
import type { Hosts, LaunchOptions } from './driver.ts';
import { netlogFlags } from './netlog.ts';

/** Where the browser writes down what it asked the network for. */
export const netlogOf = (dir: string) => join(dir, 'listmark-netlog.json');

export function settings(options: LaunchOptions, dir: string): PuppeteerOptions {
  return {
    executablePath: options.executablePath ?? ensureChromium(),
    headless: !options.headed,
    // Only the pipe may load unpacked extensions: Chrome's own builds have ignored --load-extension since 137.
    pipe: true,
    // Whoever started us decides what an interrupt does (see profile.ts): puppeteer would exit before profiles and
    // servers are gone.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    protocolTimeout: 60_000,
    enableExtensions: true,
    // Extensions of a policy come over the updater, which puppeteer silences.
    ...(options.installed && { ignoreDefaultArgs: ['--disable-background-networking', '--disable-component-update'] }),
    userDataDir: dir,
    defaultViewport: options.headed ? null : { width: 1000, height: 700 },
    env: { ...process.env, ...options.env },
    args: [
      // Chromium's sandbox refuses to run as root, which is what a container is.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(options.headed ? [] : ['--disable-gpu']),
      '--no-first-run',
      '--lang=en-US',
      `--host-resolver-rules=${resolverRules(options.hosts)}`,
      '--ignore-certificate-errors',
      // Without these, http://x is silently led to https://x wherever port 443 answers.
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
