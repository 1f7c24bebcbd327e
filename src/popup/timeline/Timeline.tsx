/**
 * The timeline. Labels are text, so that they wrap and grow with the user's font; each lane is an SVG that fills the
 * width. For screen readers it is one image, described by the table of events below.
 */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Shape } from './evidence.ts';
import { Glyph, InlineGlyph } from './Glyph.tsx';
import { yearLabels, type Lane, type Picture, type SpanKind } from './lanes.ts';

const HEIGHT = 20;
/** Margin at both ends for half a mark. */
const MARGIN = 7;
/** Width of a year's label in pixels. */
const YEAR = 40;

export function Timeline({ picture, describedBy }: { picture: Picture; describedBy: string }) {
  const axis = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(240);
  useLayoutEffect(() => {
    const measure = () => setWidth(axis.current?.clientWidth ?? 240);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(axis.current!);
    return () => observer.disconnect();
  }, []);
  const { lanes, from, to } = picture;
  const x = (year: number) => MARGIN + ((year - from) / (to - from)) * (width - 2 * MARGIN);
  const years = yearLabels(picture, Math.max(2, Math.floor(width / YEAR)));
  return (
    <figure
      class="timeline"
      role="img"
      aria-label={`Timeline ${from} to ${to - 1}: ${lanes.map((lane) => lane.label).join('; ')}`}
      aria-describedby={describedBy}
    >
      {lanes.map((lane) => (
        <div class="lane" key={lane.series}>
          <span>{lane.label}</span>
          <Track lane={lane} x={x} width={width} years={years} />
        </div>
      ))}
      <div class="lane">
        <span />
        <div ref={axis}>
          <svg width={width} height="16">
            {years.map((year) => (
              <text
                key={year}
                x={x(year)}
                y="12"
                text-anchor={x(year) < 16 ? 'start' : x(year) > width - 16 ? 'end' : 'middle'}
              >
                {year}
              </text>
            ))}
          </svg>
        </div>
      </div>
    </figure>
  );
}

function Track({ lane, x, width, years }: { lane: Lane; x: (year: number) => number; width: number; years: number[] }) {
  const middle = HEIGHT / 2;
  return (
    <svg width={width} height={HEIGHT}>
      <g class="grid">
        {years.map((year) => (
          <path key={year} d={`M${x(year).toFixed(1)} 0v${HEIGHT}`} />
        ))}
      </g>
      {lane.spans.map(({ kind, from, to, words }, n) =>
        kind === 'run' ? (
          <rect key={n} class="run" x={x(from)} y={middle - 4.5} width={x(to) - x(from)} height="9" rx="2">
            <title>{words}</title>
          </rect>
        ) : (
          <path
            key={n}
            class={`span ${kind}`}
            d={`M${x(from).toFixed(1)} ${middle}H${x(to).toFixed(1)}${kind === 'ended' ? 'm0-5v10' : ''}`}
          >
            <title>{words}</title>
          </path>
        ),
      )}
      {lane.marks.map(({ at, shape, words }, n) => (
        <Glyph key={n} shape={shape} x={x(at)} y={middle} title={words} />
      ))}
    </svg>
  );
}

const SHAPE_WORDS: Record<Shape, string> = {
  square: 'government list',
  'dashed-square': 'edition not complete in our record',
  'open-square': 'edition names another address',
  diamond: 'order',
  'open-diamond': 'agreement of access providers',
  triangle: 'seizure',
  circle: 'industry asked',
  tick: 'closed, judgment or other report',
};
const SPAN_WORDS: Partial<Record<SpanKind, string>> = {
  'in-force': 'shown in force',
  'not-known': 'force not known',
  ended: 'ended',
};

/** The legend, with the shapes in use only. */
export function TimelineKey({ picture: { lanes } }: { picture: Picture }) {
  const drawn = new Set(
    lanes.flatMap((lane) => [
      ...lane.marks.map((mark) => mark.shape),
      ...(lane.spans.some((span) => span.kind === 'run') ? ['square'] : []),
    ]),
  );
  const kinds = new Set(lanes.flatMap((lane) => lane.spans.map((span) => span.kind)));
  return (
    <p class="key" aria-hidden="true">
      {(Object.keys(SHAPE_WORDS) as Shape[])
        .filter((shape) => drawn.has(shape))
        .map((shape) => (
          <span key={shape}>
            <InlineGlyph shape={shape} /> {SHAPE_WORDS[shape]}
          </span>
        ))}
      {(Object.keys(SPAN_WORDS) as SpanKind[])
        .filter((kind) => kinds.has(kind))
        .map((kind) => (
          <span key={kind}>
            <svg width="22" height="12" class="timeline">
              <path class={`span ${kind}`} d={`M1 6H21${kind === 'ended' ? 'm0-5v10' : ''}`} />
            </svg>{' '}
            {SPAN_WORDS[kind]}
          </span>
        ))}
    </p>
  );
}
