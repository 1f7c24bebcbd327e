/**
 * Earlier releases as the publisher keeps them, one file each: what deltas lead from. Never served, never needed by a
 * client.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { linesToText, textToLines, type Lines } from '../list/release/record-lines.ts';
import { writeWhole } from './folder.ts';
import { gzip, type Earlier } from './publish.ts';

/**
 * Releases that a delta leads from: each adds some sixty bytes to every manifest; who is further behind reads the list
 * whole.
 */
export const DELTAS = 10;

const fileOf = (dir: string, sequence: number) => join(dir, `${String(sequence).padStart(8, '0')}.txt.gz`);

/**
 * The newest releases before `sequence`, oldest first.
 * @param complain told of each that cannot be read: its delta is all that is lost by it
 */
export function readHistory(
  dir: string,
  sequence: number,
  complain: (line: string) => void = () => undefined,
): Earlier[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir)
    .filter((name) => /^\d+\.txt\.gz$/.test(name) && Number.parseInt(name) < sequence)
    .sort()
    .slice(-DELTAS)
    .flatMap((name) => {
      try {
        return [
          { sequence: Number.parseInt(name), lines: textToLines(gunzipSync(readFileSync(join(dir, name))).toString()) },
        ];
      } catch (error) {
        complain(`${join(dir, name)} cannot be read (${(error as Error).message}): no delta leads from it`);
        return [];
      }
    });
}

export function keepHistory(dir: string, sequence: number, lines: Lines): void {
  writeWhole(fileOf(dir, sequence), gzip(linesToText(lines)));
}
