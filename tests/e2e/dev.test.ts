/** `npm run dev`: a change of the records reaches the browser without any action. */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { until } from '../../tools/drivers/driver.ts';

const scratch = mkdtempSync(join(tmpdir(), 'listmark-dev-test-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

it(
  'reloads the extension with the changed list, and continues after invalid records',
  { timeout: 180_000 },
  async () => {
    const data = join(scratch, 'data');
    cpSync('data', data, { recursive: true });
    let output = '';
    const child = spawn(process.execPath, ['--import', 'tsx', 'tools/dev.ts', '--headless'], {
      env: { ...process.env, LISTMARK_DATA: data, TMPDIR: scratch, VITEST: '' },
    });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
    const ended = new Promise((resolve) => child.once('exit', resolve));
    const says = (words: RegExp) =>
      until(() => words.test(output) || child.exitCode !== null, Boolean, 60_000)
        // On a timeout the assertion below fails and shows the whole output.
        .catch(() => undefined)
        .then(() => expect(output).toMatch(words));
    try {
      await says(/Loaded in Chrom.*: thepiratebay\.org: .*US piracy and counterfeit list/);
      const path = join(data, 'series/ustr-nml.json');
      const sound = readFileSync(path, 'utf8');
      writeFileSync(path, sound.replace('"issuedBy"', '"issuedBuy"'));
      await says(/ustr-nml\.json.*issuedB/);
      const series = JSON.parse(sound) as { plainName: string };
      writeFileSync(path, JSON.stringify({ ...series, plainName: 'list under test' }));
      await says(/Loaded again: thepiratebay\.org: .*list under test/);
    } finally {
      child.kill('SIGINT');
      await ended;
    }
  },
);
