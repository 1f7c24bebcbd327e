import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { ChildTime, inOrder } from '../../tools/test-output.ts';

describe('the output of steps that run at the same time', () => {
  const printed = () => {
    const out: string[] = [];
    return { out, print: inOrder(['a', 'b', 'c'], (text) => void out.push(String(text))) };
  };

  it('is that of the first step at once, and that of a later one when the steps before it have ended', () => {
    const { out, print } = printed();
    print.of('b')('b1');
    print.of('a')('a1');
    expect(out).toEqual(['a1']);
    print.of('a')('a2');
    print.end('a');
    expect(out).toEqual(['a1', 'a2', 'b1']);
    print.of('b')('b2');
    expect(out).toEqual(['a1', 'a2', 'b1', 'b2']);
  });

  it('is complete and in order if later steps end first', () => {
    const { out, print } = printed();
    for (const name of ['c', 'b']) {
      print.of(name)(`${name}1`);
      print.end(name);
    }
    expect(out).toEqual([]);
    print.of('a')('a1');
    print.end('a');
    expect(out).toEqual(['a1', 'b1', 'c1']);
  });
});

it('the CPU time of a child is counted once, and not that of the one before; elsewhere than on Linux it is not known', () => {
  const time = new ChildTime();
  const work = 'const end = process.cpuUsage().user + 3e5; while (process.cpuUsage().user < end);';
  spawnSync(process.execPath, ['-e', work]);
  const [first, second] = [time.ofLast(), time.ofLast()];
  if (process.platform !== 'linux') return expect([first, second]).toEqual([null, null]);
  expect(first).toBeGreaterThanOrEqual(0.25);
  expect(second).toBe(0);
});
