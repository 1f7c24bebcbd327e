/**
 * A virtual display with a window manager, for features that exist only in browsers with windows, above all the
 * permission prompt. In Chromium only a user can answer that prompt, so `press` sends keys to the X server.
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
  /** Titles of the windows on the display. */
  windows(): string[];
  /** Sends keys to the active window, with xdotool's names: `press('Tab', 'space')`. */
  press(...keys: string[]): Promise<void>;
  /** The whole screen, including the browser's own toolbar. */
  picture(): Picture;
}

/** Runs `use` with its own display, and always ends the display's processes. */
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
    // The X server chooses a free number and writes it to descriptor 3, so parallel runs do not collide.
    const server = start(
      programs.xvfb,
      ['-displayfd', '3', '-screen', '0', '1280x900x24', '-fbdir', framebuffer, '-nolisten', 'tcp'],
      process.env,
      ['ignore', 'ignore', 'ignore', 'pipe'],
    );
    const env = { DISPLAY: `:${await displayNumber(server)}` };
    // Without a window manager no window gets the keyboard focus.
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

/** xdotool exits with 1 if it finds nothing. */
function lines(run: () => string): string[] {
  try {
    return run().split('\n').filter(Boolean);
  } catch {
    return [];
  }
}

/**
 * Accepts Chromium's permission prompt: the focus is on Deny, and Allow is one Tab away. A prompt ignores keys in its
 * first half second (a guard against accidental input), so wait a second.
 */
export async function allowInPrompt(display: Display): Promise<void> {
  await pause(1500);
  await display.press('Tab', 'space');
}

/** Denies it: the focused button is Deny. */
export async function denyInPrompt(display: Display): Promise<void> {
  await pause(1500);
  await display.press('space');
}
