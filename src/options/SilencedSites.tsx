/** Where the badge stays away, with a way back. */
import { useRef, useState } from 'preact/hooks';
import { unsilence, type Silenced } from '../silenced.ts';

const HOW_WORDS: Record<Silenced['how'], string> = { 'until-change': 'until its status changes', site: 'on this site', market: 'on all sites of this market' };

export function SilencedSites({ first }: { first: Silenced[] }) {
  const [entries, setEntries] = useState(first);
  const heading = useRef<HTMLHeadingElement>(null);
  const undo = (entry: Silenced) =>
    void unsilence(entry).then(() => {
      setEntries((all) => all.filter((each) => each !== entry));
      // The button that had the focus is gone.
      heading.current?.focus();
    });
  return (
    <section>
      <h2 ref={heading} tabIndex={-1}>
        Where the badge stays away
      </h2>
      {entries.length === 0 && <p class="dim">Nowhere. What you hide in a page appears here; what you hide in a private window is kept nowhere.</p>}
      <ul>
        {entries.map((entry) => (
          <li class="row" key={`${entry.how} ${entry.what}`}>
            <span>
              <bdi>{entry.name}</bdi> <small>{HOW_WORDS[entry.how]}</small>
            </span>
            <button type="button" class="btn" aria-label={`Show the badge again: ${entry.name}, ${HOW_WORDS[entry.how]}`} onClick={() => undo(entry)}>
              Show again
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
