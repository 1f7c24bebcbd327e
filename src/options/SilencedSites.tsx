/** The sites on which the badge is hidden: add and remove. */
import { useRef, useState } from 'preact/hooks';
import { leftOutWords, readTypedName } from '../list/names/typed-host.ts';
import { silence, unsilence, type Silenced } from '../silenced.ts';
import { say } from '../words/options.ts';

export function SilencedSites({ first }: { first: Silenced[] }) {
  const [entries, setEntries] = useState(first);
  const [typed, setTyped] = useState('');
  const [said, setSaid] = useState('');
  const [isRefused, setRefused] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const undo = (entry: Silenced) =>
    void unsilence(entry).then(
      () => {
        setEntries((all) => all.filter((each) => each !== entry));
        // Move the focus: the focused button disappears.
        heading.current?.focus();
      },
      (error: unknown) => setSaid(say('not-changed', { reason: (error as Error).message })),
    );
  const add = (event: Event) => {
    event.preventDefault();
    const read = readTypedName(typed);
    setRefused('reason' in read);
    if ('reason' in read) return setSaid(say('nothing-changed', read));
    const entry: Silenced = { how: 'site', what: read.host, name: read.host };
    void silence(entry, false).then(
      () => {
        setEntries((all) => [...all.filter(({ how, what }) => how !== 'site' || what !== entry.what), entry]);
        setTyped('');
        setSaid([say('silenced-added', { name: entry.name }), leftOutWords(read.leftOut)].filter(Boolean).join(' '));
      },
      (error: unknown) => setSaid(say('not-added', { reason: (error as Error).message })),
    );
  };
  return (
    <section>
      <h2 ref={heading} tabIndex={-1}>
        {say('silenced')}
      </h2>
      {entries.length === 0 && <p class="dim">{say('silenced-none')}</p>}
      <ul>
        {entries.map((entry) => (
          <li class="row" key={`${entry.how} ${entry.what}`}>
            <span>
              <bdi>{entry.name}</bdi> <small>{say(entry.how)}</small>
            </span>
            <button
              type="button"
              class="btn"
              aria-label={say('show-again-on', { name: entry.name, how: say(entry.how) })}
              onClick={() => undo(entry)}
            >
              {say('show-again')}
            </button>
          </li>
        ))}
      </ul>
      <form onSubmit={add}>
        <label class="field">
          {say('silenced-field')}
          <input
            type="text"
            inputMode="url"
            autoComplete="off"
            autoCapitalize="none"
            spellcheck={false}
            dir="ltr"
            placeholder="site.example"
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
            aria-invalid={isRefused}
            aria-describedby="silenced-said"
          />
        </label>
        <p id="silenced-said" role="status" class="dim">
          {said}
        </p>
        <button type="submit" class="btn">
          {say('silenced-add')}
        </button>
      </form>
    </section>
  );
}
