/** Makes the tables of docs/page-cost.md from the figures of page-cost.ts. */
import type { Cost, Times } from './subject.ts';

export interface Figures {
  name: string;
  unlisted: Cost;
  listed: Cost;
  /** The marks that it shows on a listed page. */
  shows: ('toolbar' | 'badge')[];
  /** One per round, like the others. */
  loads: { script: number; heap: number }[];
  warm: Times[];
  cold: Times[];
}

/** Removes missing marks, which are NaN, or null in JSON. */
const numbers = (values: number[]) => values.filter(Number.isFinite).sort((a, b) => a - b);
const median = (values: number[]) => numbers(values)[numbers(values).length >> 1] ?? Number.NaN;
const figure = (value: number, digits = 0) => (Number.isNaN(value) ? 'none' : value.toFixed(digits));

export function costTables({
  machine,
  packageBytes,
  figures,
}: {
  machine: string;
  packageBytes: number;
  figures: Figures[];
}): string {
  const [none, ours, ...peers] = figures as [Figures, Figures, ...Figures[]];
  const extensions = [ours, ...peers];
  const less = (a: Cost, b: Cost) =>
    [a.scripts - b.scripts, a.bytes - b.bytes, a.nodes - b.nodes, a.sheets - b.sheets, a.requests - b.requests].map(
      String,
    );
  const over = (of: Figures, what: 'script' | 'heap') =>
    median(of.loads.map((load, round) => load[what] - none.loads[round]![what]));
  const unlisted = extensions.map((each) => [
    each.name,
    ...less(each.unlisted, none.unlisted),
    figure(over(each, 'script'), 1),
    figure(over(each, 'heap')),
  ]);
  const listed = extensions.map((each) => [each.name, ...less(each.listed, none.listed)]);
  const times = (['toolbar', 'badge'] as const).flatMap((mark) =>
    (['warm', 'cold'] as const).flatMap((state) =>
      extensions
        .filter((each) => each.shows.includes(mark))
        .map((each) => {
          const all = each[state].map((visit) => visit[mark]);
          const ratio = median(all.map((value, round) => ours[state][round]![mark] / value));
          const taken = mark === 'toolbar' ? figure(median(each[state].map((visit) => visit.taken))) : '';
          return [
            mark,
            state,
            each.name,
            figure(median(all)),
            figure(numbers(all).at(-1) ?? Number.NaN),
            taken,
            figure(ratio, 2),
            `${numbers(all).length} of ${all.length}`,
          ];
        }),
    ),
  );
  return [
    `Measured ${new Date().toISOString().slice(0, 10)} on ${machine}. Package: ${Math.round(packageBytes / 1000)} kB zipped, the whole list in it.`,
    '### A page that is not listed, beside a browser without extension',
    table(['', 'scripts', 'bytes', 'nodes', 'style sheets', 'requests', 'script ms', 'heap kB'], unlisted),
    '### A listed page, beside a browser without extension',
    table(['', 'scripts', 'bytes', 'nodes', 'style sheets', 'requests'], listed),
    '### From navigation start to the mark, ms',
    table(['mark', 'worker', '', 'median', 'worst', 'taken by the browser', 'Listmark ÷ it', 'visits'], times),
  ].join('\n\n');
}

function table(head: string[], rows: string[][]): string {
  return [head, head.map((_, at) => (at ? '--:' : '---')), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
