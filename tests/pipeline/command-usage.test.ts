/**
 * Wrong arguments give the usage and exit code 2, without a stack trace. A reader that closes the pipe causes no error
 * message.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { COMMANDS } from '../../src/pipeline/commands.ts';
import { newKey, saveKey } from '../../src/pipeline/keys.ts';
import { run } from './run-command.ts';

// Each child process loads the TypeScript loader, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const dir = mkdtempSync(join(tmpdir(), 'listmark-usage-'));
const key = join(dir, 'key.json');
beforeAll(async () => {
  saveKey(key, await newKey());
  writeFileSync(join(dir, 'no-key.json'), '{}');
});
afterAll(() => rmSync(dir, { recursive: true }));

async function ask(name: string, ...argv: string[]) {
  const { status, stdout, stderr } = await run(name, ...argv);
  return { status, stdout: stdout.trimEnd(), stderr: stderr.trimEnd(), usage: (await COMMANDS[name]!.load()).usage };
}

describe('A command', () => {
  it.each(Object.keys(COMMANDS))('%s: --help prints the usage and does nothing else', async (name) => {
    for (const help of ['--help', '-h']) {
      const { status, stdout, stderr, usage } = await ask(name, help);
      expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: usage, stderr: '' });
      expect(usage).toMatch(new RegExp(`^Usage: ${name}\\b`));
    }
  });

  it.each(Object.keys(COMMANDS))(
    '%s: an unknown option and an extra argument are refused, with the usage',
    async (name) => {
      for (const argv of [
        ['--colour'],
        ['--colour=red'],
        ['-x'],
        ...(name === 'check' ? [] : [['one', 'two', 'three']]),
      ]) {
        const { status, stdout, stderr, usage } = await ask(name, ...argv);
        expect({ argv, status, stdout }).toEqual({ argv, status: 2, stdout: '' });
        expect(stderr).toMatch(argv.length > 1 ? /word too many/ : /Unknown option '-/);
        expect(stderr).toContain(usage);
      }
    },
  );

  it.each(Object.keys(COMMANDS))('%s: accepts every option of its usage', async (name) => {
    const { usage } = await ask(name, '--help');
    for (const [, option, takesValue] of usage.matchAll(/^ {2}(--[a-z-]+)( \S+)? {2}/gm)) {
      const { stderr } = await ask(name, ...(takesValue ? [`${option}=x`, '--help'] : [option!, '--help']));
      expect(stderr).toBe('');
    }
  });

  it.each<[string, string[], RegExp]>([
    ['check', [], /name at least one host/],
    ['check', ['x.example', '--as-of', '2021-02'], /--as-of: expected a day as YYYY-MM-DD, found "2021-02"/],
    ['check', ['x.example', '--as-of', '2021-02-30'], /--as-of: expected a day/],
    ['check', ['x.example', '--as-of'], /'--as-of <value>' argument missing/],
    ['check', ['--file', 'no-such-file.txt'], /no-such-file\.txt: there is no such file/],
    ['check', ['x.example', '--json=yes'], /'--json' does not take an argument/],
    ['check', ['x.example', '--data', 'nowhere'], /the records in nowhere do not parse/],
    ['read', ['ustr-nml-2020'], /name the id of the source, and the file/],
    ['read', ['no-such-source', 'act.pdf'], /there is no source no-such-source in data/],
    ['read', ['ustr-nml-2020', 'nowhere.pdf'], /nowhere\.pdf: there is no such file/],
    ['read', ['ustr-nml-2020', 'nowhere.pdf', '--write'], /say with --as whether the file is the act or a copy/],
    ['read', ['ustr-nml-2020', 'nowhere.pdf', '--as', 'report'], /--as: expected act or copy-of-act, found "report"/],
    ['read', ['ustr-nml-2020', 'nowhere.pdf', '--url', 'x.pdf'], /--url: expected a web address/],
    ['read', ['ustr-nml-2020', 'package.json', '--confirm', 'nobody'], /no finding about nobody is in doubt/],
    ['coverage', ['--data', 'nowhere'], /the records in nowhere do not parse/],
    ['docs', ['--data', 'nowhere'], /the records in nowhere do not parse/],
    ['diff', ['one'], /name two releases/],
    ['diff', ['one', 'two'], /one is neither a folder nor the id of a source/],
    ['changelog', [], /name the folder of the release before/],
    ['changelog', ['nowhere'], /nowhere is neither a signed release/],
    ['export', [], /name the folder with --out/],
    ['keygen', [], /--out FILE/],
    ['compile', [], /name the signing key with --key FILE/],
    ['compile', ['--key', 'nowhere.json'], /--key: there is no key at nowhere\.json/],
    ['compile', ['--key', join(dir, 'no-key.json')], /--key: /],
    ['compile', ['--key', key, '--data', 'nowhere', '--days', '3', 'x'], /"x" is one word too many/],
    ['sign', ['--key', key, '--out', 'nowhere'], /there is no release in nowhere/],
    ['register', ['x.txt'], /name the list of names, --about FILE/],
    [
      'register',
      ['x.txt', '--about', 'nowhere.json', '--key', key, '--out', 'x'],
      /nowhere\.json: there is no such file/,
    ],
    ['serve', ['--port', 'http'], /--port: expected a whole number from 0 to 65535, found "http"/],
    ['serve', ['--port', '65536'], /--port: expected/],
    ['serve', ['--port', '-1'], /'--port' argument is ambiguous|--port: expected/],
    ['serve', ['--out', 'nowhere'], /there is no folder nowhere/],
  ])('%s %j is a usage error', async (name, argv, how) => {
    const { status, stdout, stderr, usage } = await ask(name, ...argv);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(how);
    expect(stderr).toContain(usage);
  });
});

const node = (...args: string[]) => [process.execPath, ['--import', 'tsx', ...args], { encoding: 'utf8' }] as const;
const cli = (...argv: string[]) => spawnSync(...node('src/pipeline/cli.ts', ...argv));

describe('The command line', () => {
  it('lists its commands with --help', () => {
    const { status, stdout, stderr } = cli('--help');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const name of Object.keys(COMMANDS)) expect(stdout).toMatch(new RegExp(`^ {2}${name} `, 'm'));
  });
  it.each([[[]], [['chekc']], [['--data', 'x']], [['toString']]])('%j is not a command', (argv) => {
    const { status, stdout, stderr } = cli(...argv);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/Usage: [^]*changelog/);
    expect(stderr).not.toMatch(/^ +at /m);
  });
  it('exits with the code of its command', () =>
    expect(cli('check', '--colour')).toMatchObject({ status: 2, stdout: '' }));
});

/** Reads the first line of a program's output and closes the pipe. */
function firstLine(...args: string[]): Promise<{ line: string; code: number | null; stderr: string }> {
  const [program, argv] = node(...args);
  const child = spawn(program, argv, { stdio: ['ignore', 'pipe', 'pipe'] });
  let stderr = '';
  child.stderr.on('data', (chunk) => (stderr += String(chunk)));
  return new Promise((resolve) => {
    let line = '';
    child.stdout.once('data', (chunk) => {
      line = String(chunk).split('\n')[0]!;
      child.stdout.destroy();
    });
    child.on('close', (code) => resolve({ line, code, stderr }));
  });
}

describe('If the reader closes the pipe after the first line', () => {
  it('a program finishes its work, with its own exit code', async () => {
    // About 800 kB, far more than the buffer of a pipe.
    const hosts = Array.from({ length: 20_000 }, (_, n) => `host-${n}.example`);
    writeFileSync(
      join(dir, 'many.ts'),
      `import { bearClosedPipes } from '${process.cwd()}/src/pipeline/closed-pipe.ts';
       bearClosedPipes();
       for (const host of ${JSON.stringify(hosts)}) process.stdout.write(host + ': not named on the lists checked\\n');
       setTimeout(() => { process.stdout.write('the last line\\n'); process.exitCode = 3; }, 200);`,
    );
    expect(await firstLine(join(dir, 'many.ts'))).toEqual({
      line: `${hosts[0]}: not named on the lists checked`,
      code: 3,
      stderr: '',
    });
  });
  it('a command ends without an error', async () => {
    const { line, code, stderr } = await firstLine('src/pipeline/cli.ts', 'coverage', '--json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(line).toContain('"series"');
  });
});

describe('A tool', () => {
  it.each([
    'tools/build.ts',
    'tools/dev.ts',
    'tools/figures.ts',
    'tools/gallery.ts',
    'tools/icons.ts',
    'tools/start.ts',
    'tools/test.ts',
    'tests/attacks/print.ts',
    'tests/vectors/make.ts',
    'tests/bench/all.bench.ts',
    'tests/bench/fleet.ts',
    'tests/bench/wake.bench.ts',
  ])('%s prints its usage and starts nothing', (path) => {
    const help = spawnSync(...node(path, '--help'));
    expect(help).toMatchObject({
      status: 0,
      stderr: '',
      stdout: expect.stringMatching(/^(?:Usage: |npm test)/) as string,
    });
    const wrong = spawnSync(...node(path, '--colour'));
    expect(wrong).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/^Unknown option '--colour'.*\n\n(?:Usage: |npm test)/) as string,
    });
  });
  it.each([
    ['tests/attacks/print.ts', ['everything'], /what to run: expected attacks or kills, found "everything"/],
    ['tools/gallery.ts', ['firefox', 'no-such-scene'], /no scene is called "no-such-scene"/],
    ['tests/vectors/make.ts', ['a', 'b'], /word too many/],
    ['tests/bench/all.bench.ts', ['--only=speed'], /there is no bench "speed"/],
    ['tests/bench/fleet.ts', ['many'], /clients: expected a whole number/],
  ])('%s %j is a usage error', (path, argv, how) => {
    const { status, stderr } = spawnSync(...node(path, ...argv));
    expect(status).toBe(2);
    expect(stderr).toMatch(how);
    expect(stderr).toMatch(/^Usage: /m);
  });
});
