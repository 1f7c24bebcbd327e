/** The earlier releases that the publisher keeps, from which it makes deltas. */
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Lines } from '../../src/list/release/record-lines.ts';
import { DELTAS, keepHistory, readHistory } from '../../src/pipeline/earlier-releases.ts';

let dir: string;
beforeEach(() => void (dir = mkdtempSync(join(tmpdir(), 'listmark-kept-'))));
afterEach(() => rmSync(dir, { recursive: true }));
const lines = (text: string): Lines => new Map([['market m', text]]);
const numbers = (before: number) => readHistory(dir, before).map(({ sequence }) => sequence);

describe('An earlier release', () => {
  it('is read back unchanged, by its number', () => {
    keepHistory(dir, 7, lines('{"a":1}'));
    expect(readHistory(dir, 8)).toEqual([{ sequence: 7, lines: lines('{"a":1}') }]);
    expect(readdirSync(dir)).toEqual(['00000007.txt.gz']);
  });
  it('is read if it is one of the last ten before the next release; the oldest comes first', () => {
    for (const sequence of [2, 9, 10, 11, 100]) keepHistory(dir, sequence, lines('{}'));
    expect(numbers(10)).toEqual([2, 9]);
    expect(numbers(101)).toEqual([2, 9, 10, 11, 100]);
    expect(numbers(2)).toEqual([]);
    for (let sequence = 20; sequence < 30; sequence++) keepHistory(dir, sequence, lines('{}'));
    expect(DELTAS).toBe(10);
    expect(numbers(100)).toEqual([20, 21, 22, 23, 24, 25, 26, 27, 28, 29]);
  });
  it('is not read from other files in the folder or from a missing folder', () => {
    for (const name of ['x00000001.txt.gz', '00000001.txt.gz.part', '00000001.txt', 'notes', '1xtxtxgz'])
      writeFileSync(join(dir, name), 'x');
    const complaints: string[] = [];
    expect(readHistory(dir, 9, (line) => complaints.push(line))).toEqual([]);
    expect(complaints).toEqual([]);
    expect(existsSync(join(dir, 'none'))).toBe(false);
    expect(readHistory(join(dir, 'none'), 9)).toEqual([]);
  });
  it('that cannot be read is reported, and only its delta is missing', () => {
    keepHistory(dir, 1, lines('{}'));
    writeFileSync(join(dir, '00000002.txt.gz'), 'no gzip');
    const complaints: string[] = [];
    expect(readHistory(dir, 9, (line) => complaints.push(line)).map(({ sequence }) => sequence)).toEqual([1]);
    expect(complaints).toEqual([
      expect.stringMatching(/00000002\.txt\.gz cannot be read \(.+\): no delta leads from it$/),
    ]);
    expect(numbers(9)).toEqual([1]);
  });
});
