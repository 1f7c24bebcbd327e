/**
 * A display without a screen, with a window manager, for what only a browser with windows does: above all its own
 * permission prompt. Nobody but a person can answer that prompt in Chromium, so `press` plays the person at the X
 * server, outside the browser.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureXvfb } from '../browsers.ts';
import { pause, until } from './driver.ts';
import { readFramebuffer, type Picture } from './framebuffer.ts';
import { endOnSignals } from './profile.ts';

export interface Display {
  /** For `launch({ headed: true, env: display.env })`. */
  env: { DISPLAY: string };
  /** Names of the windows on the display. */
  windows(): string[];
  /** Keys for the window in front, in xdotool's names: `press('Tab', 'space')`. */
  press(...keys: string[]): Promise<void>;
  /** All that is on the screen now, the browser's own toolbar too. */
  picture(): Picture;
}

/** Runs `use` with a display of its own, and ends the display's processes whatever happens. */
export async function withXvfb<T>(use: (display: Display) => Promise<T>): Promise<T> {
  const programs = ensureXvfb();
  const started: ChildProcess[] = [];
  const framebuffer = mkdtempSync(join(tmpdir(), 'listmark-screen-'));
  const start = (program: string, args: string[], env: NodeJS.ProcessEnv, stdio: ('ignore' | 'pipe')[]) => {
    const child = spawn(program, args, { env, stdio });
    started.push(child);
    child.on('error', () => {});
    return child;
  };
  const forget = () => rmSync(framebuffer, { recursive: true, force: true });
  const endNow = () => {
    started.forEach((child) => child.kill('SIGKILL'));
    forget();
  };
  endOnSignals();
  process.on('exit', endNow);
  try {
    // The X server picks a free number itself and writes it to descriptor 3: two runs at once never meet.
    const server = start(
      programs.xvfb,
      ['-displayfd', '3', '-screen', '0', '1280x900x24', '-fbdir', framebuffer, '-nolisten', 'tcp'],
      process.env,
      ['ignore', 'ignore', 'ignore', 'pipe'],
    );
    const env = { DISPLAY: `:${await displayNumber(server)}` };
    // Without a window manager no window ever has the keyboard's focus.
    start(programs.openbox, [], { ...process.env, ...env }, ['ignore', 'ignore', 'ignore']);
    const xdotool = (...args: string[]) =>
      execFileSync(programs.xdotool, args, {
        env: { ...process.env, ...env },
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
    return await use({
      env,
      windows: () =>
        lines(() => xdotool('search', '--onlyvisible', '--name', '.')).map(
          (id) => lines(() => xdotool('getwindowname', id))[0] ?? '',
        ),
      async press(...keys) {
        for (const key of keys) {
          xdotool('key', key);
          await pause(300);
        }
      },
      picture: () => readFramebuffer(framebuffer),
    });
  } finally {
    process.off('exit', endNow);
    for (const child of started.reverse()) {
      if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) continue;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await Promise.race([gone, pause(3000).then(() => child.kill('SIGKILL'))]);
    }
    forget();
  }
}

async function displayNumber(server: ChildProcess): Promise<string> {
  let said = '';
  server.stdio[3]!.on('data', (bytes: Buffer) => (said += bytes.toString()));
  await until(() => said.includes('\n') || server.exitCode !== null, Boolean, 10_000);
  if (!said.trim()) throw new Error(`Xvfb ended with ${server.exitCode}`);
  return said.trim();
}

/** xdotool ends with 1 where it finds nothing. */
function lines(run: () => string): string[] {
  try {
    return run().split('\n').filter(Boolean);
  } catch {
    return [];
  }
}

/**
 * Says yes to Chromium's permission prompt: its focus starts on Deny, one Tab away from Allow.
 * A prompt ignores keys in its first half second (a guard against hasty clicks), so it gets a second.
 */
export async function allowInPrompt(display: Display): Promise<void> {
  await pause(1500);
  await display.press('Tab', 'space');
}

/** Says no to it: the key goes to the button that has the focus. */
export async function denyInPrompt(display: Display): Promise<void> {
  await pause(1500);
  await display.press('space');
}
