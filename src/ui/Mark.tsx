import { h } from 'preact';
import { SHAPES, type MarkName } from '../marks.ts';

/** A mark as an image without a name; the words next to it say what it shows. @param size pixels */
export function Mark({ of, size }: { of: MarkName; size: number }) {
  return (
    <svg class="mark" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      {SHAPES[of].map(({ tag, ink, filled, attributes }) =>
        h(tag, { ...attributes, class: `${ink} ${filled ? 'fill' : 'line'}` }),
      )}
    </svg>
  );
}
