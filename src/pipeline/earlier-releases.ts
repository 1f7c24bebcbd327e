/**
 * Earlier releases, one file each, kept by the publisher to make deltas from. Never served; clients do not need them.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { linesToText, textToLines, type Lines } from '../list/release/record-lines.ts';
import { writeWhole } from './folder.ts';
import { gzip, type Earlier } from './publish.ts';

/**
 * Number of releases to make deltas from. Each adds about sixty bytes to every manifest. A client further behind
 * fetches the whole list.
 */
export const DELTAS = 10;

const fileOf = (dir: string, sequence: number) => join(dir, `${String(sequence).padStart(8, '0')}.txt.gz`);

/**
 * The newest releases before `sequence`, oldest first.
 * @param complain called for each release that cannot be read; only its delta is lost
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
