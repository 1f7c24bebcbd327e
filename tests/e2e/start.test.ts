/**
 * `npm start` without a display: its output comes from the browser, so a changed record changes it; an interrupt leaves
 * no process and no file.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { until } from '../../tools/drivers/driver.ts';

let scratch: string;
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'listmark-start-test-'));
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function start(data: string): { child: ChildProcess; output: () => string; ended: Promise<number | null> } {
  let output = '';
  const child = spawn(process.execPath, ['--import', 'tsx', 'tools/start.ts', '--headless'], {
    env: {
      ...process.env,
      LISTMARK_DATA: data,
      LISTMARK_SHOTS: join(scratch, 'shots'),
      TMPDIR: scratch,
      DISPLAY: '',
      VITEST: '',
    },
  });
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  child.stderr.on('data', (chunk) => (output += String(chunk)));
  return { child, output: () => output, ended: new Promise((resolve) => child.once('exit', resolve)) };
}

it('prints the text of toolbar, badge and popup, with the changed record', { timeout: 180_000 }, async () => {
  const data = join(scratch, 'data');
  cpSync('data', data, { recursive: true });
  const path = join(data, 'series/ustr-nml.json');
  const series = JSON.parse(readFileSync(path, 'utf8')) as { plainName: string };
  writeFileSync(path, JSON.stringify({ ...series, plainName: 'list under test' }));
  const run = start(data);
  expect(await run.ended, run.output()).toBe(0);
  const output = run.output();
  for (const status of ['listed', 'formerly-listed', 'block-ordered', 'named', 'not-listed'])
    expect(output).toContain(`(chosen as ${status})`);
  expect(output).toMatch(/toolbar {2}thepiratebay\.org: Named in the \d{4} list under test, by name only/);
  expect(output).toMatch(/badge {4}Listmark: Named in the \d{4} list under test, by name only/);
  expect(output).toMatch(/popup {4}thepiratebay\.org \| .*The Pirate Bay is named in the \d{4} list under test/);
  expect(readdirSync(join(scratch, 'shots')).length).toBe(20);
  expect(readdirSync(scratch).filter((name) => name.startsWith('listmark-'))).toEqual([]);
});

it('leaves no process and no profile when it is interrupted', { timeout: 120_000 }, async () => {
  const run = start('data');
  await until(() => run.output().includes('(chosen as listed)'), Boolean, 90_000);
  expect(readdirSync(scratch).filter((name) => name.startsWith('listmark-')).length).toBeGreaterThan(0);
  run.child.kill('SIGINT');
  expect(await run.ended).toBe(130);
  expect(readdirSync(scratch).filter((name) => name.startsWith('listmark-'))).toEqual([]);
  expect(processesWith(scratch)).toEqual([]);
});

/** Command lines of running processes that contain the folder; empty on systems other than Linux. */
function processesWith(folder: string): string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      } catch {
        return '';
      }
    })
    .filter((line) => line.includes(folder));
}
