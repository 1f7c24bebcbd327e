/** The production build: its manifest differs from the tested one in host access only, and the package is small. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BROWSERS, slot } from './browsers.ts';
import { packageSize } from './package-size.ts';

describe.each(BROWSERS)('%s', (name) => {
  it('the tested build differs from the production build in host access only', () => {
    const read = (dir: string) =>
      JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8')) as Record<string, unknown>;
    const { granted, production } = slot().builds[name];
    const { host_permissions, ...rest } = read(granted);
    expect(rest).toEqual(read(production));
    expect(host_permissions).toEqual(['http://*/*', 'https://*/*']);
    expect(read(production)).not.toHaveProperty('host_permissions');
    expect(read(production)).not.toHaveProperty('web_accessible_resources');
  });

  // The explorer and the worker of its bulk check, with a Public Suffix List of its own, came on top of 600 kB.
  it('the package, with the whole list, is at most 700 kB', () => {
    expect(packageSize(slot().builds[name].production)).toBeLessThanOrEqual(700_000);
  });

  it('no script carries the parser of messages, and the worker no words of the settings page', () => {
    const dir = slot().builds[name].production;
    const scripts = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
    expect(scripts).toContain('worker.js');
    for (const file of scripts) expect(readFileSync(join(dir, file), 'utf8'), file).not.toContain('Unexpected lexer');
    expect(readFileSync(join(dir, 'worker.js'), 'utf8')).not.toContain('is not JSON, so it');
  });
});
