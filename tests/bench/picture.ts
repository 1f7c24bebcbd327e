/** Makes the picture of docs/performance.md: four charts over the number of names, each with a peer or a floor. */
import type { Results } from './page.ts';

type Line = { label: string; dashed?: boolean; points: [names: number, value: number][] };
type LookupReport = NonNullable<Results['lookup']>['rows']['report'][number];
interface Chart {
  title: string;
  lines: Line[];
}

const WIDTH = 380;
const HEIGHT = 262;
const LEFT = 46;
const TOP = 34;
const INNER = { width: WIDTH - LEFT - 20, height: HEIGHT - TOP - 56 };
const INKS = ['#33407a', '#b3541e', '#5b7f3a', '#7a7a7a'];

function charts({ lookup, bytes, ingest, wake }: Results): Chart[] {
  const list: Chart[] = [];
  if (wake) {
    const browsers = [...new Set(wake.rows.map((row) => row.browser))];
    const of = (browser: string, kind: string): [number, number][] =>
      wake.rows.filter((row) => row.browser === browser && row.kind === kind).map((row) => [row.names, row.median]);
    list.push({
      title: 'Wake to verdict, ms from the worker’s start',
      lines: browsers.flatMap((browser) => [
        { label: browser.split('.')[0]!, points: of(browser, 'unlisted') },
        { label: `${browser.split(' ')[0]!}, floor`, dashed: true, points: of(browser, 'floor') },
      ]),
    });
  }
  if (lookup) {
    const { report } = lookup.rows;
    const line = (label: string, name: (report: LookupReport) => string, dashed = false): Line => ({
      label,
      dashed,
      points: report.flatMap((each) =>
        each.rows.filter((row) => row.name === name(each)).map((row): [number, number] => [each.size, row.nanoseconds]),
      ),
    });
    list.push({
      title: 'Look-up, ns',
      lines: [
        line('Listmark', () => 'listmark, host'),
        line('best peer', (each) => each.bestPeer),
        line('floor', (each) => each.rows.find((row) => row.name.startsWith('floor: hash'))!.name, true),
      ],
    });
  }
  if (bytes) {
    const made = bytes.rows.filter((row) => row.list === 'made up');
    const line = (label: string, key: string, dashed = false): Line => ({
      label,
      dashed,
      points: made.map((row) => [row.names, row[key]!]),
    });
    list.push({
      title: 'Download, bytes a name',
      lines: [
        line('names', 'table gzip -9'),
        line('with day and number', 'with day and number'),
        line('gzip -9 of the text', 'text gzip -9', true),
      ],
    });
  }
  if (ingest) {
    const browsers = [...new Set(ingest.rows.map((row) => row.browser))];
    const rows = ingest.rows.filter((row) => !row.columns);
    list.push({
      title: 'Ingest, × floor of one value written',
      lines: browsers.map((browser) => ({
        label: browser.split('.')[0]!,
        points: rows
          .filter((row) => row.browser === browser)
          .map((row): [number, number] => [row.names, row.timesFloor]),
      })),
    });
  }
  return list;
}

const text = (x: number, y: number, words: string, more = '') =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${more}>${words.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</text>`;

function draw({ title, lines }: Chart, n: number): string {
  const points = lines.flatMap((line) => line.points);
  const most = Math.max(...points.map(([, value]) => value)) * 1.1;
  const x = (names: number) => LEFT + ((Math.log10(names) - 3) / 3) * INNER.width;
  const y = (value: number) => TOP + INNER.height * (1 - value / most);
  const grid = [0, most / 2, most].map(
    (value) =>
      `<path class="grid" d="M${LEFT} ${y(value).toFixed(1)}h${INNER.width}"/>${text(LEFT - 6, y(value) + 4, most < 20 ? value.toFixed(1) : value.toFixed(0), 'text-anchor="end"')}`,
  );
  const sizes = [1e3, 1e4, 1e5, 1e6].map((names) =>
    text(x(names), HEIGHT - 38, ['1k', '10k', '100k', '1M'][Math.log10(names) - 3]!, 'text-anchor="middle"'),
  );
  const drawn = lines.map(({ dashed, points: own }, i) => {
    const ink = INKS[i % INKS.length]!;
    const path = own
      .map(([names, value], at) => `${at ? 'L' : 'M'}${x(names).toFixed(1)} ${y(value).toFixed(1)}`)
      .join('');
    const dots = own
      .map(
        ([names, value]) => `<circle cx="${x(names).toFixed(1)}" cy="${y(value).toFixed(1)}" r="2.5" fill="${ink}"/>`,
      )
      .join('');
    return `<path d="${path}" fill="none" stroke="${ink}" stroke-width="1.5"${dashed ? ' stroke-dasharray="4 3"' : ''}/>${dots}`;
  });
  const legend = lines.map(({ label, dashed }, i) => {
    // In two rows, because four names do not fit into one.
    const at = LEFT + (i % 2) * (INNER.width / 2);
    const line = HEIGHT - 16 + Math.floor(i / 2) * 16;
    const ink = INKS[i % INKS.length]!;
    return `<path d="M${at.toFixed(1)} ${line - 4}h14" stroke="${ink}" stroke-width="2"${dashed ? ' stroke-dasharray="4 3"' : ''}/>${text(at + 18, line, label)}`;
  });
  return `<g transform="translate(${10 + (n % 2) * (WIDTH + 10)} ${10 + Math.floor(n / 2) * (HEIGHT + 26)})">${text(LEFT, 18, title, 'class="title"')}${[...grid, ...sizes, ...drawn, ...legend].join('')}</g>`;
}

export function picture(results: Results): string {
  const all = charts(results);
  const width = 2 * WIDTH + 40;
  const height = Math.ceil(all.length / 2) * (HEIGHT + 26) + 20;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="Wake, look-up, download and ingest over the number of names; the figures are in the tables of docs/performance.md">
<style>text{font:11px system-ui,sans-serif;fill:#333}.title{font-weight:600;font-size:12px}.grid{stroke:#ccc;stroke-width:1;fill:none}</style>
<rect width="100%" height="100%" fill="#fff"/>
${all.map(draw).join('\n')}
</svg>
`;
}
