/**
 * A clone has the bytes of the repository, also on a machine whose git writes CRLF into text files (`core.autocrlf`,
 * the default of Git for Windows).
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const dir = mkdtempSync(join(tmpdir(), 'listmark-line-ends-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const git = (...args: string[]) =>
  execFileSync('git', ['-C', dir, '-c', 'core.autocrlf=true', ...args], { stdio: 'pipe' });

it('one file of each kind has the same bytes after a clone', () => {
  const kinds = new Map<string, string>();
  for (const folder of ['.', 'src', 'tests', 'tools', 'docs', 'data', 'public', '.ci'])
    for (const entry of readdirSync(folder, { recursive: folder !== '.', withFileTypes: true }))
      if (entry.isFile() && entry.name !== '.git')
        kinds.set(extname(entry.name) || entry.name, join(entry.parentPath, entry.name));
  expect([...kinds.keys()]).toEqual(
    expect.arrayContaining(['.ts', '.json', '.md', '.py', '.jws', '.gz', '.png', '.mjs']),
  );
  const files = new Map([...kinds.values()].map((path) => [basename(path), readFileSync(path)]));
  // A signed file that git could take for text, with both kinds of line ends.
  files.set('mixed.jws', Buffer.from('one\r\ntwo\n'));

  git('init', '-q');
  for (const [name, bytes] of files) writeFileSync(join(dir, name), bytes);
  copyFileSync('.gitattributes', join(dir, '.gitattributes'));
  git('add', '--all', '--force');
  for (const name of files.keys()) rmSync(join(dir, name));
  git('checkout', '--', '.');
  const changed = [...files]
    .filter(([name, bytes]) => !readFileSync(join(dir, name)).equals(bytes))
    .map(([name]) => name);
  expect(changed).toEqual([]);
});
