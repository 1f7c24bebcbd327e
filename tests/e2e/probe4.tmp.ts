import { launch as firefox } from './firefox.ts'; import { launch as chromium } from './chromium.ts';
import { readdirSync } from 'node:fs';
console.log('START'); await (process.argv[2] === 'c' ? chromium : firefox)({ extensionDir: '/work/tmp/probe-ext', hosts: new Map(), env: { TMPMARK: '1' } }); console.log('READY'); setInterval(() => {}, 1000); void readdirSync;
