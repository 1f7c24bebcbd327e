/** Who may import whom. The polyfill throws when it is imported outside an extension, so some of this is no matter of taste. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

/** What each part of src may import of ours, and which libraries. */
const MAY: Record<string, { ours: string[]; libraries: string[] }> = {
  list: { ours: [], libraries: ['jose', 'valibot', 'punycode', 'tldts'] },
  'within.ts': { ours: [], libraries: [] },
  'messages.ts': { ours: ['list', 'within.ts'], libraries: [] },
  'settings.ts': { ours: ['list', 'messages.ts', 'within.ts'], libraries: ['webextension-polyfill', 'valibot'] },
  'silenced.ts': { ours: ['list', 'messages.ts', 'within.ts'], libraries: ['webextension-polyfill', 'valibot'] },
  'config.ts': { ours: [], libraries: ['jose'] },
  ui: { ours: ['list', 'messages.ts', 'within.ts'], libraries: ['preact'] },
  background: {
    ours: ['list', 'messages.ts', 'config.ts', 'settings.ts', 'silenced.ts', 'within.ts'],
    libraries: ['webextension-polyfill', 'idb', 'jose', 'valibot'],
  },
  content: { ours: ['list', 'messages.ts', 'ui'], libraries: [] },
  popup: { ours: ['list', 'messages.ts', 'settings.ts', 'ui', 'within.ts'], libraries: ['preact', 'webextension-polyfill'] },
  options: { ours: ['list', 'messages.ts', 'settings.ts', 'silenced.ts', 'ui', 'within.ts'], libraries: ['preact', 'webextension-polyfill'] },
  explorer: {
    ours: ['list', 'messages.ts', 'settings.ts', 'ui', 'within.ts'],
    libraries: ['preact', 'webextension-polyfill', 'minisearch', 'papaparse', 'tldts'],
  },
  welcome: { ours: ['list', 'messages.ts', 'settings.ts', 'ui'], libraries: ['preact', 'webextension-polyfill'] },
  pipeline: { ours: ['list'], libraries: ['node:', 'jose', 'valibot', 'tldts', '@valibot/to-json-schema', 'papaparse', 'prettier'] },
};

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'));

test('every part of src is known here', () => {
  const parts = new Set(files.map((file) => file.split('/')[0]!));
  expect([...parts].filter((part) => !MAY[part])).toEqual([]);
});

test.each(files)('%s imports only what its part may', (file) => {
  const part = file.split('/')[0]!;
  const may = MAY[part]!;
  for (const [, name] of readFileSync(join('src', file), 'utf8').matchAll(/(?:from|import) '([^']+)'/g)) {
    if (name!.startsWith('.')) {
      const to = normalize(join(dirname(file), name!)).split('/')[0]!;
      expect(to === part || may.ours.includes(to), `src/${file} imports ${name}: ${part} may import ${may.ours.join(', ') || 'nothing of ours'}`).toBe(true);
    } else {
      const allowed = may.libraries.some((library) => name === library || name!.startsWith(library.endsWith(':') ? library : `${library}/`));
      expect(allowed, `src/${file} imports ${name}: ${part} may use ${may.libraries.join(', ') || 'no library'}`).toBe(true);
    }
  }
});

test('only the store knows IndexedDB', () => {
  expect(files.filter((file) => /from 'idb'|indexedDB/.test(readFileSync(join('src', file), 'utf8')))).toEqual(['background/list/store.ts']);
});

test('the list of endings is loaded by nobody but the pipeline until somebody types a name', () => {
  const imports = files.filter(
    (file) => !file.startsWith('pipeline/') && /from '[^']*\/ending\.ts'|from 'tldts'/.test(readFileSync(join('src', file), 'utf8')),
  );
  expect(imports).toEqual(['list/names/ending.ts']);
});

test('no drawers', () => {
  expect(files.filter((file) => /(^|\/)(utils?|helpers?|common|core|services?|shared|misc)(\/|\.)/.test(file))).toEqual([]);
});
