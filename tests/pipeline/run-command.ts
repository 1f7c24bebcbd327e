/**
 * Runs commands of the command line in this process, with the same streams and exit codes, and writes data folders for
 * them.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { recordFile, type Placed } from '../../src/list/record-file.ts';
import type { RecordKind } from '../../src/list/records.ts';
import { runCommand } from '../../src/pipeline/command.ts';
import { COMMANDS } from '../../src/pipeline/commands.ts';
import type { Dataset } from '../../src/pipeline/dataset.ts';
import { soundData } from './rules-data.ts';

export interface Ran {
  status: number;
  stdout: string;
  stderr: string;
}

/** Clients refuse a list that has expired, so tests use the date of today instead of a fixed one. */
export const today = (): string => new Date().toISOString().slice(0, 10);

export async function run(name: string, ...argv: string[]): Promise<Ran> {
  const ran: Ran = { status: 0, stdout: '', stderr: '' };
  const say = (line: string) => void (ran.stdout += `${line}\n`);
  const complain = (line: string) => void (ran.stderr += `${line}\n`);
  ran.status = await runCommand(await COMMANDS[name]!.load(), argv, { say, complain, today: today() });
  return ran;
}

/** Writes records as a data folder: by default the sound records of the rule tests. `spoil` replaces single files. */
export function writeData(at: string, spoil: Record<string, unknown> = {}, data: Dataset = soundData()): string {
  const { release, ...folders } = data;
  for (const [kind, records] of Object.entries(folders) as [RecordKind, Placed[]][]) {
    mkdirSync(join(at, kind), { recursive: true });
    for (const record of records) write(join(at, recordFile(kind, record)), record);
  }
  write(join(at, 'release.json'), release);
  for (const [file, content] of Object.entries(spoil)) write(join(at, file), content);
  return at;
}

/** @param content text or bytes, or a value that is written as JSON */
function write(path: string, content: unknown): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content));
}
