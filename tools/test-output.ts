/** Output and cost of the steps of `npm test`, some of which run at the same time. */
import { readFileSync } from 'node:fs';

export type Print = (text: Uint8Array | string) => void;

/**
 * Prints the output of steps that run at the same time one after the other, in the order of `names`: that of the first
 * step that has not ended at once, that of the others later.
 */
export function inOrder(
  names: string[],
  out: Print = (text) => void process.stdout.write(text),
): { of(name: string): Print; end(name: string): void } {
  const waiting = new Map<string, Parameters<Print>[0][]>(names.map((name) => [name, []]));
  const ended = new Set<string>();
  const isFirst = (name: string) => waiting.keys().next().value === name;
  const flush = (name: string) => waiting.get(name)!.splice(0).forEach(out);
  return {
    of: (name) => (text) => (isFirst(name) ? out(text) : void waiting.get(name)!.push(text)),
    end(name) {
      ended.add(name);
      for (const first of waiting.keys()) {
        flush(first);
        if (!ended.has(first)) return;
        waiting.delete(first);
      }
    },
  };
}

/** CPU seconds of child processes, each read when it has ended. */
export class ChildTime {
  #before = total() ?? 0;

  /**
   * The CPU seconds of the child that has just ended, with those of its own children that it waited for; `null` where
   * the system does not tell. A browser kills some of its helpers without waiting, so it counts as less than it took.
   */
  ofLast(): number | null {
    const now = total();
    if (now === null) return null;
    const taken = now - this.#before;
    this.#before = now;
    return taken;
  }
}

/** Linux: fields 16 and 17 of proc(5)'s stat, in ticks of 10 ms. */
function total(): number | null {
  if (process.platform !== 'linux') return null;
  const fields = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[13]) + Number(fields[14])) / 100;
}
