/** The browsers that style sheets are built for: the oldest ones that the manifest lets in. */
import { readFileSync } from 'node:fs';

interface Manifest {
  minimum_chrome_version: string;
  browser_specific_settings: { gecko: { strict_min_version: string } };
}

/**
 * For `build.cssTarget` of every build, as in `['chrome137', 'firefox140']`. Without it Vite takes `build.target`, a
 * version of JavaScript, and rewrites `light-dark()` into media queries, which do not follow the theme that the user
 * chose.
 */
export function cssTarget(): string[] {
  const manifest = JSON.parse(readFileSync('manifest.json', 'utf8')) as Manifest;
  const firefox = manifest.browser_specific_settings.gecko.strict_min_version;
  return [`chrome${manifest.minimum_chrome_version}`, `firefox${firefox}`].map((browser) =>
    browser.replace(/\.0$/, ''),
  );
}
