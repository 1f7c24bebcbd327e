/** Registers: block lists kept by others that the user adds. Never part of the list's own answer. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { readListAddress } from '../list/release/list-address.ts';
import { dateWords } from '../words/dates.ts';
import { ask, type RegisterReport } from '../messages.ts';
import { WebLink } from '../ui/WebLink.tsx';
import { say } from '../words/options.ts';

/** Milliseconds between two questions about the progress of an ingest. */
const POLL_INTERVAL = 700;
const EXAMPLE = 'https://lists.example/register/';

export function RegisterOptions({ first }: { first: RegisterReport[] | Error }) {
  const [registers, setRegisters] = useState(first instanceof Error ? [] : first);
  const [typed, setTyped] = useState('');
  const [said, setSaid] = useState(first instanceof Error ? say('registers-unknown', { reason: first.message }) : '');
  const [busy, setBusy] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const watched = busy || registers.some(({ progress }) => progress !== null);
  useEffect(() => {
    if (!watched) return;
    const timer = setInterval(() => void ask('registers', null).then(setRegisters, () => undefined), POLL_INTERVAL);
    return () => clearInterval(timer);
  }, [watched]);

  const add = async (event: Event) => {
    event.preventDefault();
    const read = readListAddress(typed);
    if ('reason' in read) return setSaid(say('register-bad', { example: EXAMPLE, reason: read.reason }));
    setBusy(true);
    setSaid(say('register-asking'));
    try {
      setRegisters(await ask('addRegister', read));
      setTyped('');
      setSaid(say('register-added'));
    } catch (error) {
      setSaid(say('not-added', { reason: (error as Error).message }));
    }
    setBusy(false);
  };
  const remove = (list: string) =>
    void ask('removeRegister', { list }).then(
      (left) => {
        setRegisters(left);
        setSaid(say('register-removed'));
        // Move the focus: the focused button disappears.
        heading.current?.focus();
      },
      (error: unknown) => setSaid(say('register-not-removed', { reason: (error as Error).message })),
    );

  return (
    <section>
      <h2 ref={heading} tabIndex={-1}>
        {say('registers')}
      </h2>
      <p class="dim">{say('registers-say')}</p>
      <ul>
        {registers.map((register) => (
          <Row key={register.list} register={register} remove={() => remove(register.list)} />
        ))}
      </ul>
      <form onSubmit={(event) => void add(event)}>
        <label class="field">
          {say('register-field')}
          <input
            type="text"
            inputMode="url"
            spellcheck={false}
            dir="ltr"
            placeholder={EXAMPLE}
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
            aria-describedby="register-said"
          />
        </label>
        <p id="register-said" role="status" class="dim">
          {said}
        </p>
        <button type="submit" class="btn" disabled={busy}>
          {say('register-add')}
        </button>
      </form>
    </section>
  );
}

function Row({
  register: { list, addresses, held, progress, lastSync },
  remove,
}: {
  register: RegisterReport;
  remove: () => void;
}) {
  const name = held?.about.title ?? list;
  return (
    <li class="row register">
      <div>
        <p>
          <bdi>{name}</bdi>
        </p>
        {held && (
          <small>
            {say('register-held', {
              publisher: held.about.publisher,
              count: held.count,
              release: held.sequence,
              date: dateWords(held.published),
              licence: held.about.licence,
            })}
            {' · '}
            <WebLink to={held.about.source} words={say('register-source-of', { name })}>
              {say('register-source')}
            </WebLink>
          </small>
        )}
        <small dir="ltr">{addresses.join(', ')}</small>
        {progress !== null && (
          <label class="dim">
            {say('register-storing')} <progress value={progress} aria-label={say('register-storing-one', { name })} />{' '}
            {say('percent', { share: Math.round(progress * 100) })}
          </label>
        )}
        {lastSync?.outcome === 'refused' && (
          <p class="caution">
            {say(held ? 'register-failed-kept' : 'register-failed', { reason: lastSync.reason ?? say('no-reason') })}
          </p>
        )}
      </div>
      <button type="button" class="btn" aria-label={say('register-remove-one', { name })} onClick={remove}>
        {say('register-remove')}
      </button>
    </li>
  );
}
