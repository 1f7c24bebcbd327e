/** The page gets every record once, in parts of one release. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readWholeList, type WholeList } from '../../src/explorer/whole-list.ts';
import { linesToText } from '../../src/list/release/record-lines.ts';
import { pack, unpackPart } from '../../src/list/release/packed.ts';
import { compile } from '../../src/pipeline/compile.ts';
import { manyMarkets } from '../many-markets.ts';

const lines = compile(manyMarkets(600, 1));
const { blocks, directory } = pack(lines);
const part = (number: number) => unpackPart(directory, async (name) => blocks.get(name), number);

describe('The parts', () => {
  it('are together every line of the list, each once', async () => {
    const { parts } = (await part(0))!;
    // 600 markets, 256 in a part.
    expect(parts).toBe(4);
    const all = await Promise.all(Array.from({ length: parts }, (_, n) => part(n)));
    expect(all.map((each) => each!.lines.filter(([key]) => key.startsWith('market ')).length)).toEqual([
      0, 256, 256, 88,
    ]);
    const together = all.flatMap((each) => each!.lines).sort(([a], [b]) => (a < b ? -1 : 1));
    expect(linesToText(new Map(together))).toBe(linesToText(lines));
  });
  it('end: there is no part after the last', async () => expect(await part(4)).toBe(null));
  it('of a damaged store are a refusal', () =>
    expect(unpackPart(directory, async () => undefined, 1)).rejects.toThrow('the stored list is damaged'));
});

describe('The page', () => {
  /** Answers of the worker; `hash` is that of the release at each question. */
  let hash: (part: number) => string;
  let state: 'ready' | 'none';
  let asked: unknown[];
  beforeEach(() => {
    hash = () => 'one';
    state = 'ready';
    asked = [];
    const answers = {
      list: () => Promise.resolve(state === 'none' ? { state } : { state, hash: 'one' }),
      records: async ({ part: number }: { part: number }) =>
        state === 'none' ? null : { hash: hash(number), ...(await part(number)) },
    };
    vi.stubGlobal('chrome', {
      runtime: {
        sendMessage: async ({ question, ask }: { question: keyof typeof answers; ask: never }) => {
          asked.push(question === 'list' ? 'list' : (ask as { part: number }).part);
          return { value: await answers[question](ask) };
        },
      },
    });
  });
  it('holds all records, and asks for each part once', async () => {
    const whole = (await readWholeList()) as WholeList;
    expect(whole.markets).toHaveLength(600);
    expect(Object.keys(whole.library.sources)).toEqual(['xx-list-2020']);
    expect(whole.list.hash).toBe('one');
    expect(asked).toEqual([0, 1, 2, 3, 'list']);
  });
  it('reads again where a release came in between', async () => {
    hash = (number) => (asked.length < 4 && number === 2 ? 'older' : 'one');
    expect((await readWholeList()) as WholeList).toMatchObject({ list: { hash: 'one' } });
    expect(asked).toHaveLength(10);
  });
  it('gives up where the list changes every time', async () => {
    hash = (number) => `release ${number}`;
    await expect(readWholeList()).rejects.toThrow('the list changed while it was read');
  });
  it('says that there is no list', async () => {
    state = 'none';
    expect(await readWholeList()).toEqual({ state: 'none' });
  });
});
