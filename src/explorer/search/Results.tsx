/** What the search found: each a link to its own view. Listed hosts are text. */
import { say } from '../../words/explorer.ts';
import { RecordLink } from '../RecordLink.tsx';
import type { Entry } from './entries.ts';

/** So many are shown at first, and so many more at each press. */
export const STEP = 50;

export function Results({
  found,
  total,
  shown,
  asOf,
  more,
}: {
  found: readonly Entry[];
  total: number;
  /** How many at most. */
  shown: number;
  asOf: string;
  more: () => void;
}) {
  const left = found.length - shown;
  return (
    <>
      <p role="status">{found.length ? say('found', { found: found.length, total }) : say('none')}</p>
      <ol class="results">
        {found.slice(0, shown).map(({ key, kind, id, title, about }) => (
          <li key={key}>
            <RecordLink to={{ place: kind, id }} asOf={asOf}>
              {title}
            </RecordLink>
            <small>
              {say(kind)}
              {about && (
                <>
                  {' · '}
                  <bdi dir="ltr">{about}</bdi>
                </>
              )}
            </small>
          </li>
        ))}
      </ol>
      {left > 0 && (
        <button type="button" class="btn" onClick={more}>
          {say('more', { count: Math.min(STEP, left) })}
        </button>
      )}
    </>
  );
}
