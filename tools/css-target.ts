/** The browser versions to build style sheets for: the oldest that the manifest allows. */
import { readFileSync } from 'node:fs';

interface Manifest {
  minimum_chrome_version: string;
  browser_specific_settings: { gecko: { strict_min_version: string } };
}

/**
 * For `build.cssTarget` of every build: `['chrome137', 'firefox140']`. Without it Vite uses `build.target`, a
 * JavaScript version, and replaces `light-dark()` by media queries, which ignore the theme that the user chose.
 */
export function cssTarget(): string[] {
  const manifest = JSON.parse(readFileSync('manifest.json', 'utf8')) as Manifest;
  const firefox = manifest.browser_specific_settings.gecko.strict_min_version;
  return [`chrome${manifest.minimum_chrome_version}`, `firefox${firefox}`].map((browser) =>
    browser.replace(/\.0$/, ''),
  );
}
