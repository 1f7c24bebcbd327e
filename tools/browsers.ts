/**
 * Finds the browsers for the demo and the end-to-end tests. On Debian and Ubuntu, as root, installs missing ones with
 * apt. Elsewhere a missing browser gives one line that says what to install; nothing is downloaded unasked.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Environment variables with the path of a browser, for an unusual installation. */
export const CHROMIUM_VARIABLE = 'LISTMARK_CHROMIUM';
export const FIREFOX_VARIABLE = 'LISTMARK_FIREFOX';

type Family = 'chromium' | 'firefox';

/**
 * Names to look up on PATH, then full paths. Debian's and Ubuntu's snap launchers come last: a snap cannot read a
 * profile under /tmp.
 */
const PLACES: Record<Family, Partial<Record<NodeJS.Platform, string[]>>> = {
  chromium: {
    linux: [
      'google-chrome-stable',
      'google-chrome',
      'chromium',
      'microsoft-edge-stable',
      'microsoft-edge',
      '/opt/google/chrome/chrome',
      'chromium-browser',
      '/snap/bin/chromium',
    ],
    darwin: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    win32: [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ],
  },
  firefox: {
    linux: [
      'firefox-esr',
      '/usr/lib/firefox-esr/firefox-esr',
      '/usr/lib/firefox/firefox',
      '/opt/firefox/firefox',
      'firefox',
      '/snap/bin/firefox',
    ],
    darwin: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      '/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox',
    ],
    win32: ['Mozilla Firefox\\firefox.exe', 'Firefox Developer Edition\\firefox.exe'],
  },
};

/** The path of an installed Chrome, Chromium or Edge; `undefined` if there is none. */
export const findChromium = () => find('chromium', CHROMIUM_VARIABLE);

/** The path of an installed Firefox; `undefined` if there is none. */
export const findFirefox = () => find('firefox', FIREFOX_VARIABLE);

/** The path of a Chrome, Chromium or Edge; installs it if allowed. */
export function ensureChromium(): string {
  return ensure(findChromium, () => ['chromium'], 'Google Chrome, Chromium or Microsoft Edge', CHROMIUM_VARIABLE);
}

/** The path of a Firefox; installs it if allowed. Not on Ubuntu, whose archive has only a launcher of the snap. */
export function ensureFirefox(): string {
  return ensure(
    findFirefox,
    (distribution) => (distribution === 'debian' ? ['firefox-esr'] : []),
    'Firefox 140 or newer',
    FIREFOX_VARIABLE,
  );
}

/**
 * Paths of the virtual X server and the programs that operate the browser's own prompts in it: `{ xvfb, openbox,
 * xdotool }`.
 */
export function ensureXvfb(): { xvfb: string; openbox: string; xdotool: string } {
  const look = () => {
    const [xvfb, openbox, xdotool] = [onPath('Xvfb'), onPath('openbox'), onPath('xdotool')];
    return xvfb && openbox && xdotool ? { xvfb, openbox, xdotool } : undefined;
  };
  return ensure(look, () => ['xvfb', 'openbox', 'xdotool'], 'Xvfb, openbox and xdotool');
}

function ensure<T>(
  look: () => T | undefined,
  packages: (distribution: string) => string[],
  what: string,
  variable?: string,
): T {
  const there = look();
  if (there) return there;
  const distribution = debianLike();
  const wanted = distribution ? packages(distribution) : [];
  if (wanted.length) aptInstall(wanted);
  const installed = wanted.length ? look() : undefined;
  if (installed) return installed;
  throw new Error(
    `${what} is not installed. Install it${variable ? `, or name it in ${variable}` : ''}, and run this again.`,
  );
}

function find(family: Family, variable: string): string | undefined {
  const named = process.env[variable];
  if (named) {
    if (isProgram(named)) return named;
    throw new Error(`${variable} is ${named}, which is not an executable program. Correct or unset it.`);
  }
  for (const place of PLACES[family][process.platform] ?? []) {
    const found =
      process.platform === 'win32'
        ? inProgramFiles(place)
        : place.startsWith('/')
          ? isProgram(place)
            ? place
            : undefined
          : onPath(place);
    // Without the snap, Ubuntu's /usr/bin/firefox and chromium-browser are shell scripts that only ask to install it.
    if (found && !isSnapStub(found)) return found;
  }
  return undefined;
}

function inProgramFiles(tail: string): string | undefined {
  const roots = [process.env['ProgramFiles'], process.env['ProgramFiles(x86)'], process.env['LOCALAPPDATA']];
  return roots.flatMap((root) => (root ? [join(root, tail)] : [])).find(isProgram);
}

function onPath(name: string): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function isSnapStub(path: string): boolean {
  if (process.platform !== 'linux' || statSync(path).size > 20_000) return false;
  return readFileSync(path, 'utf8').includes('snap install');
}

/** `debian`, `ubuntu` or `other` (of that family) if apt may be used, that is on Linux as root. */
function debianLike(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !onPath('apt-get')) return undefined;
  const release = readFileSync('/etc/os-release', 'utf8');
  return /^ID=debian$/m.test(release) ? 'debian' : /^ID=ubuntu$/m.test(release) ? 'ubuntu' : 'other';
}

function aptInstall(packages: string[]) {
  console.error(`Installing ${packages.join(', ')} with apt-get …`);
  // A fresh container has no package index, so update it first. If that fails, try to install anyway.
  apt('update', '-q');
  const failure = apt('install', '-q', '-y', '--no-install-recommends', ...packages);
  if (failure) throw new Error(`apt-get could not install ${packages.join(', ')}: ${failure}`);
}

function apt(...args: string[]): string | undefined {
  const run = spawnSync('apt-get', args, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (run.status === 0) return undefined;
  return run.stderr.trim().split('\n').at(-1) || `apt-get ${args[0]} ended with ${run.status ?? run.signal}`;
}
