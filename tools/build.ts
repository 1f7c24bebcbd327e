/**
 * Builds a signed release of the records, and the extension with it. Used by `npm run build`, `npm start` and the
 * end-to-end tests.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { programArguments, usage } from '../src/pipeline/arguments.ts';
import { bearClosedPipes } from '../src/pipeline/closed-pipe.ts';
import { compile } from '../src/pipeline/compile.ts';
import { readDataset } from '../src/pipeline/dataset.ts';
import { writeRelease } from '../src/pipeline/folder.ts';
import { newKey, publicSet, readKey, saveKey, signingKey } from '../src/pipeline/keys.ts';
import { problemLine, type Problem } from '../src/pipeline/problem.ts';
import { buildRelease, signHead } from '../src/pipeline/publish.ts';
import { getFromMemory, proveRelease } from '../src/pipeline/read-back.ts';
import { applyRules } from '../src/pipeline/rules.ts';

export type Target = 'chrome' | 'firefox';

/** The result of one build of the list. */
export interface Workshop {
  /** Private key, never committed. */
  key: string;
  publicKeys: string;
  release: string;
}

export const workshop = (dir: string): Workshop => ({
  key: join(dir, 'key.json'),
  publicKeys: join(dir, 'keys.public.json'),
  release: join(dir, 'release'),
});

/**
 * Compiles and signs the records of `data` into `dir`. Makes a key if there is none.
 * @param allowed problems of invented records that are accepted
 * @param raise added to the records' sequence number, for a list that replaces an earlier one
 * @throws Error with every other problem of the records
 */
export async function makeRelease(
  dir: string,
  data = 'data',
  allowed: (problem: Problem) => boolean = () => false,
  raise = 0,
): Promise<Workshop> {
  const files = workshop(dir);
  mkdirSync(dir, { recursive: true });
  if (!existsSync(files.key)) saveKey(files.key, await newKey());
  const key = readKey(files.key);
  const keys = publicSet([key]);
  writeFileSync(files.publicKeys, JSON.stringify(keys));
  const { dataset, problems } = readDataset(data);
  const all = [...problems, ...applyRules(dataset, new Date().toISOString().slice(0, 10))].filter(
    (problem) => !allowed(problem),
  );
  if (all.length)
    throw new Error(
      `the records have ${all.length} problems:\n${all.map((problem) => `  ${join(data, problemLine(problem))}`).join('\n')}`,
    );
  const built = await buildRelease(compile(dataset), {
    ...dataset.release,
    sequence: dataset.release.sequence + raise,
  });
  const now = new Date().toISOString();
  const head = await signHead(
    built,
    await signingKey(key),
    now,
    new Date(Date.parse(now) + 30 * 86_400_000).toISOString(),
  );
  await proveRelease(
    { get: getFromMemory(built.files, head), keys, list: dataset.release.list, now, before: null },
    [],
  );
  rmSync(files.release, { recursive: true, force: true });
  writeRelease(files.release, built.files, head);
  return files;
}

export interface BuildOptions {
  target: Target;
  out: string;
  from: Workshop;
  /** Address of the published list, or several separated by commas; '' for none. Default: `LISTMARK_ADDRESS`. */
  address?: string;
  /** Grants the optional host access at install, for headless tests. */
  hosts?: boolean;
  /** Another entry file of the worker, for benchmarks. */
  worker?: string;
}

export async function buildExtension({ target, out, from, address, hosts, worker }: BuildOptions): Promise<string> {
  const env = {
    ...process.env,
    TARGET: target,
    LISTMARK_OUT: out,
    LISTMARK_KEYS: resolve(from.publicKeys),
    LISTMARK_BUNDLE: resolve(from.release),
    ...(address !== undefined && { LISTMARK_ADDRESS: address }),
    LISTMARK_HOSTS: hosts ? '1' : '',
    LISTMARK_WORKER: worker ?? '',
    VITEST: '',
    NODE_ENV: 'production',
  };
  await run(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], env);
  return resolve(out);
}

function run(command: string, args: string[], env: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += String(chunk)));
    child.stderr.on('data', (chunk) => (output += String(chunk)));
    child.once('error', fail);
    child.once('exit', (code) => (code === 0 ? done() : fail(new Error(`the build failed:\n${output}`))));
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  bearClosedPipes();
  programArguments(
    usage(
      'npm run -s build',
      'Signs the records in data/ and builds the extension around them, for both browsers: dist/chrome, dist/firefox.',
    ),
    {},
  );
  const from = await makeRelease('.listmark');
  for (const target of ['chrome', 'firefox'] as const)
    console.log(await buildExtension({ target, out: `dist/${target}`, from }));
}
