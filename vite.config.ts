import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import preact from '@preact/preset-vite';
import { build, type Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { cssTarget } from './tools/css-target.ts';
import { compiledWords } from './tools/words-plugin.ts';

/**
 * Builds the extension. What differs between builds comes from the environment, so that one tree serves all:
 *   TARGET             chrome (default) or firefox
 *   LISTMARK_ADDRESS   where the published list lies; several mirrors with commas between them. Without it the build
 *                      asks nobody for a newer list, and uses the one in the package
 *   LISTMARK_KEYS      file with the public keys (JWKS) that the package believes
 *   LISTMARK_BUNDLE    folder with the signed release that travels inside the package
 *   LISTMARK_OUT       output folder
 *   LISTMARK_WORKER    another entry of the worker: for tests/bench only
 *   LISTMARK_HOSTS=1   grants the optional host access at install: for headless tests only, which no prompt can reach
 */
const env = process.env;
const target = env.TARGET === 'firefox' ? 'firefox' : 'chrome';
const outDir = env.LISTMARK_OUT ?? `dist/${target}`;
const addresses = (env.LISTMARK_ADDRESS ?? '')
  .split(',')
  .flatMap((address) => (address.trim() ? new URL(address).href : []));
const keys = env.LISTMARK_KEYS ?? '.listmark/keys.public.json';
const bundle = env.LISTMARK_BUNDLE ?? '.listmark/release';

const base = JSON.parse(readFileSync('manifest.json', 'utf8')) as Record<string, unknown> & {
  background: { service_worker: string };
  optional_host_permissions: string[];
};
/** The worker's file; oneFile() builds it and inTheManifest() names it. */
const WORKER = 'worker.js';

/** All but the worker, for crxjs. */
function manifest(): ManifestV3Export {
  const { browser_specific_settings, minimum_chrome_version, background: _, ...rest } = base;
  const hosts = env.LISTMARK_HOSTS === '1' ? { host_permissions: base.optional_host_permissions } : {};
  const own =
    target === 'firefox'
      ? {
          browser_specific_settings,
          action: { ...(base.action as object), default_area: 'navbar' },
        }
      : // What a policy may set; Firefox reads managed storage without a schema.
        { minimum_chrome_version, storage: { managed_schema: 'managed-schema.json' } };
  return { ...rest, ...own, ...hosts } as unknown as ManifestV3Export;
}

/**
 * Builds a script as one self-contained file behind crxjs' back. The content script: no loader, no chunk, nothing that
 * web pages could read. The worker: a module worker of six files starts later than one file that is no module, whose
 * compiled form the browser keeps.
 */
function oneFile(entry: string, fileName: string): Plugin {
  return {
    name: `listmark:${fileName}`,
    apply: 'build',
    buildStart() {
      this.addWatchFile(entry);
    },
    async generateBundle() {
      const built = await build({
        configFile: false,
        logLevel: 'warn',
        publicDir: false,
        plugins: [compiledWords()],
        // A build of a library keeps `process.env` of its parts; no browser has that, and the script would not start.
        define: { ...define, 'process.env.NODE_ENV': '"production"' },
        build: {
          write: false,
          target: 'es2022',
          cssTarget: cssTarget(),
          lib: { entry, formats: ['iife'], name: 'listmark', fileName: () => fileName },
        },
      });
      const output = (Array.isArray(built) ? built : [built]).flatMap((one) => ('output' in one ? one.output : []));
      const [chunk, ...rest] = output;
      if (chunk?.type !== 'chunk' || rest.length) return this.error(`${fileName} is not one file`);
      if (/\bprocess\.env\b/.test(chunk.code)) return this.error(`${fileName} reads process.env, which no browser has`);
      this.emitFile({ type: 'asset', fileName, source: chunk.code });
    },
  };
}

/** Names the worker, in each browser's way. */
function inTheManifest(worker: string): Plugin {
  return {
    name: 'listmark:worker-in-the-manifest',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, output) {
        const file = output['manifest.json'];
        if (file?.type !== 'asset') return this.error('the build has no manifest.json');
        const background = target === 'firefox' ? { scripts: [worker] } : { service_worker: worker };
        file.source = JSON.stringify({ ...(JSON.parse(String(file.source)) as object), background }, null, 2);
      },
    },
  };
}

/** A file that pages can read is a file by which pages can tell that the extension is there. */
function nothingForPages(): Plugin {
  return {
    name: 'listmark:nothing-for-pages',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, output) {
        const file = output['manifest.json'];
        if (file?.type !== 'asset') return this.error('the build has no manifest.json');
        if ('web_accessible_resources' in (JSON.parse(String(file.source)) as object))
          this.error('web_accessible_resources must stay empty: the manifest gained one');
      },
    },
  };
}

/** The newest list travels inside the package, so that a first run works without network. */
function bundledList(): Plugin {
  return {
    name: 'listmark:bundled-list',
    apply: 'build',
    closeBundle() {
      cpSync(bundle, join(outDir, 'list'), { recursive: true });
    },
  };
}

const building = !env.VITEST;
if (building && !(existsSync(keys) && existsSync(bundle)))
  throw new Error(`no signed list to build with (${keys}, ${bundle}): run "npm run build", which makes one`);

const define = {
  __LIST_ADDRESSES__: JSON.stringify(building ? addresses : ['https://list.test/']),
  __LIST_KEYS__: building ? readFileSync(keys, 'utf8') : '{"keys":[]}',
};

/** Unit tests of code that keeps nothing between two calls, so that files may share what they have loaded. */
const PURE = ['list', 'popup', 'ui', 'words/record'].map((folder) => `tests/${folder}/**/*.test.{ts,tsx}`);

export default defineConfig({
  plugins: building
    ? [
        oneFile('src/content/index.ts', 'content.js'),
        oneFile(env.LISTMARK_WORKER || base.background.service_worker, WORKER),
        compiledWords(),
        preact(),
        crx({ manifest: manifest(), browser: target }),
        inTheManifest(WORKER),
        nothingForPages(),
        bundledList(),
      ]
    : [preact()],
  // Workers of pages are built apart from them: without this, each would carry the compiler of messages.
  worker: { plugins: () => [compiledWords()] },
  define,
  build: {
    outDir,
    emptyOutDir: true,
    target: 'es2022',
    cssTarget: cssTarget(),
    modulePreload: false,
    rolldownOptions: {
      input: { welcome: 'src/welcome/index.html', explorer: 'src/explorer/index.html' },
      // Else the names of the Public Suffix List, 68 kB of text, stand three times in their chunk.
      optimization: { inlineConst: false },
    },
  },
  test: {
    // Machines are slow at times; a test that hangs still ends.
    testTimeout: 60_000,
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: { name: 'alone', include: ['tests/**/*.test.{ts,tsx}'], exclude: ['tests/e2e/**', ...PURE] },
      },
      // Loading the modules anew for each of these files took more than half of their time.
      {
        extends: true,
        test: { name: 'together', include: PURE, isolate: false, unstubGlobals: true, restoreMocks: true },
      },
    ],
  },
});
