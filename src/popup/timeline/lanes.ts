/** The timeline's content without its drawing: one lane a series, with marks at dates and spans between them. Pure. */
import { precision } from '../../list/dates.ts';
import type { HistoryEvent, Library, SeriesStatus } from '../../list/status.ts';
import { runsOf } from '../../list/runs.ts';
import { displayName } from '../../list/names/display-name.ts';
import { dateWords, eventWords, listOf } from '../../list/words.ts';
import { groupOf, GROUPS, shapeOf, type Group, type Shape } from './evidence.ts';

export interface LaneMark {
  /** Years with a fraction: 2012.5 is the middle of 2012. */
  at: number;
  shape: Shape;
  words: string;
}
/**
 * `run`: unbroken editions. `in-force`: shown to be. `not-known`: ordered, and no more is known. `ended`: from the
 * order to its dated end.
 */
export type SpanKind = 'run' | 'in-force' | 'not-known' | 'ended';
export interface Span {
  from: number;
  to: number;
  kind: SpanKind;
  words: string;
}
export interface Lane {
  series: string;
  label: string;
  group: Group;
  marks: LaneMark[];
  spans: Span[];
}
export interface Picture {
  lanes: Lane[];
  /** Whole years; `to` is the first that is not shown. */
  from: number;
  to: number;
}

/**
 * @param events those that bear on the domain
 * @param statuses tell which editions our record does not hold in full: where nothing is drawn, nothing is to be read
 * @param asOf the day on which the picture ends, YYYY-MM-DD
 */
export function picture(
  events: readonly HistoryEvent[],
  statuses: readonly SeriesStatus[],
  library: Library,
  asOf: string,
): Picture {
  const bySeries = grouped(events, (event) => event.series);
  const lanes = [...bySeries].map(([series, own]) => {
    const drawn = lane(series, own, library, asOf);
    return { ...drawn, marks: [...drawn.marks, ...silences(statuses.find((status) => status.series === series))] };
  });
  lanes.sort(
    (a, b) =>
      GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group) || start(a) - start(b) || (a.series < b.series ? -1 : 1),
  );
  const starts = lanes.map(start);
  const to = Number(asOf.slice(0, 4)) + 1;
  // A single year would be a picture of nothing.
  return { lanes, from: Math.min(to - 4, Math.floor(Math.min(...starts))), to };
}

const start = ({ marks, spans }: Lane) => Math.min(...marks.map((mark) => mark.at), ...spans.map((span) => span.from));

function lane(series: string, events: readonly HistoryEvent[], library: Library, asOf: string): Lane {
  const { label, evidence } = library.series[series]!;
  const group = groupOf(evidence);
  const shape = shapeOf(evidence);
  const mark = (event: HistoryEvent): LaneMark => ({
    at: position(event.date),
    shape: event.kind === 'closed' || event.kind === 'delisted' ? 'tick' : shape,
    words: `${eventWords(event, library)}${event.domains === 'market-only' ? ', no address printed' : ''}, ${dateWords(event.date)}`,
  });
  if (group === 'lists') return { series, label, group, ...editions(events, library, mark) };
  if (group === 'orders') return { series, label, group, marks: events.map(mark), spans: orders(events, asOf) };
  return { series, label, group, marks: events.map(mark), spans: [] };
}

/**
 * Editions stand in the year of their label ("2024" in 2024, though published in January 2025): the picture then says
 * what the sentence above it says. Three years and more in a row make one span, gaps are gaps.
 */
function editions(
  events: readonly HistoryEvent[],
  library: Library,
  mark: (event: HistoryEvent) => LaneMark,
): Pick<Lane, 'marks' | 'spans'> {
  const years = new Map<number, HistoryEvent>();
  const marks: LaneMark[] = [];
  for (const event of events) {
    const label = library.sources[event.source]!.edition ?? '';
    if (event.kind === 'listed' && /^\d{4}$/.test(label)) years.set(Number(label), event);
    else marks.push(mark(event));
  }
  const spans: Span[] = [];
  for (const run of runsOf([...years.keys()].sort((a, b) => a - b))) {
    const [first, last] = [run[0]!, run.at(-1)!];
    if (run.length > 2) spans.push({ from: first, to: last + 1, kind: 'run', words: `Editions ${first}–${last}` });
    else for (const year of run) marks.push({ ...mark(years.get(year)!), at: year + 0.5 });
  }
  return { marks, spans };
}

/** Editions whose silence means nothing, each in the year of its label. */
function silences(status: SeriesStatus | undefined): LaneMark[] {
  const at = (edition: string) => Number(edition.slice(0, 4)) + 0.5;
  const dated = (edition: string) => /^\d{4}/.test(edition);
  const gaps = (status?.gaps ?? []).filter(dated).map((edition): LaneMark => ({
    at: at(edition),
    shape: 'dashed-square',
    words: `Edition ${edition}: not complete in our record`,
  }));
  const other = (status?.elsewhere ?? [])
    .filter(({ edition }) => dated(edition))
    .map(({ edition, name, domains }): LaneMark => ({
      at: at(edition),
      shape: 'open-square',
      words: `Edition ${edition}: names ${name} on ${listOf(domains.map(displayName))}`,
    }));
  return [...gaps, ...other];
}

function orders(events: readonly HistoryEvent[], asOf: string): Span[] {
  return apart(
    [...grouped(events, (event) => event.order)].flatMap(([order, acts]): Span[] => {
      if (!order) return [];
      const from = position(acts[0]!.date);
      const { inForce } = acts[0]!;
      if (inForce === true) return [{ from, to: position(asOf), kind: 'in-force', words: 'Shown to be in force' }];
      if (inForce === null)
        return [{ from, to: position(asOf), kind: 'not-known', words: 'Whether it is in force is not known' }];
      const end =
        acts.findLast((act) => act.kind === 'unblocked' || act.kind === 'annulled')?.date ??
        acts.findLast((act) => act.until)?.until ??
        acts.findLast((act) => act.statute?.until)?.statute?.until;
      return end ? [{ from, to: position(end), kind: 'ended', words: `Ended ${dateWords(end)}` }] : [];
    }),
  );
}

/**
 * Open spans of a lane all run to the same day: drawn on top of each other, solid and dashed could not be told apart.
 * Solid wins where both are.
 */
function apart(spans: readonly Span[]): Span[] {
  const oldest = (kind: SpanKind) => spans.filter((span) => span.kind === kind).sort((a, b) => a.from - b.from)[0];
  const solid = oldest('in-force');
  const dashed = oldest('not-known');
  const visible = dashed && { ...dashed, to: Math.min(dashed.to, solid?.from ?? Infinity) };
  return [
    ...spans.filter((span) => span.kind === 'ended'),
    ...(solid ? [solid] : []),
    ...(visible && visible.to > visible.from ? [visible] : []),
  ];
}

/** A date that is only a year stands in the middle of it, a month in the middle of the month. */
export function position(date: string): number {
  const [year, month, day] = date.split('-').map(Number) as [number, number?, number?];
  const exact = precision(date);
  if (exact === 'year') return year + 0.5;
  return year + (month! - 1 + (exact === 'month' ? 0.5 : (day! - 1) / 31)) / 12;
}

/** Years to write below the picture, at most `most` of them. */
export function yearLabels({ from, to }: Picture, most: number): number[] {
  const step = [1, 2, 3, 5, 10, 20].find((each) => (to - from) / each <= most) ?? 50;
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: Math.max(0, Math.ceil((to - first) / step)) }, (_, n) => first + n * step);
}

/** `Map.groupBy`, which Node 20 lacks. */
function grouped<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
