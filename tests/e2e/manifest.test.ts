/** What ships: the production manifest, which differs from the tests' in host access only, and the package's size. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BROWSERS, slot } from './browsers.ts';
import { packageSize } from './package-size.ts';

describe.each(BROWSERS)('%s', (name) => {
  it('the build under test differs from the one that ships in host access only', () => {
    const read = (dir: string) =>
      JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8')) as Record<string, unknown>;
    const { granted, production } = slot().builds[name];
    const { host_permissions, ...rest } = read(granted);
    expect(rest).toEqual(read(production));
    expect(host_permissions).toEqual(['http://*/*', 'https://*/*']);
    expect(read(production)).not.toHaveProperty('host_permissions');
    expect(read(production)).not.toHaveProperty('web_accessible_resources');
  });

  it('the package with the whole list in it is at most 600 kB', () => {
    expect(packageSize(slot().builds[name].production)).toBeLessThanOrEqual(600_000);
  });
});
