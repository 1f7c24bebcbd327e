/** Registers: block lists kept by others that the user adds. Never part of the list's own answer. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { readListAddress } from '../list/release/list-address.ts';
import { dateWords } from '../words/dates.ts';
import { ask, type RegisterReport } from '../messages.ts';
import { WebLink } from '../ui/WebLink.tsx';

/** Milliseconds between two questions about the progress of an ingest. */
const POLL_INTERVAL = 700;

export function RegisterOptions({ first }: { first: RegisterReport[] | Error }) {
  const [registers, setRegisters] = useState(first instanceof Error ? [] : first);
  const [typed, setTyped] = useState('');
  const [said, setSaid] = useState(
    first instanceof Error ? `Which registers you added is not known: ${first.message}.` : '',
  );
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
    if ('reason' in read)
      return setSaid(
        `Not the address of a register, such as https://lists.example/register/: ${read.reason}. Nothing was added.`,
      );
    setBusy(true);
    setSaid('Asking for the register…');
    try {
      setRegisters(await ask('addRegister', read));
      setTyped('');
      setSaid('Added.');
    } catch (error) {
      setSaid(`Not added: ${(error as Error).message}.`);
    }
    setBusy(false);
  };
  const remove = (list: string) =>
    void ask('removeRegister', { list }).then(
      (left) => {
        setRegisters(left);
        setSaid('Removed.');
        // Move the focus: the focused button disappears.
        heading.current?.focus();
      },
      (error: unknown) => setSaid(`Not removed: ${(error as Error).message}.`),
    );

  return (
    <section>
      <h2 ref={heading} tabIndex={-1}>
        Registers
      </h2>
      <p class="dim">
        Public block lists that others keep, added by you. Each is fetched whole and looked up on this device. What it
        says is shown under its own name, and changes nothing in what Listmark’s list says.
      </p>
      <ul>
        {registers.map((register) => (
          <Row key={register.list} register={register} remove={() => remove(register.list)} />
        ))}
      </ul>
      <form onSubmit={(event) => void add(event)}>
        <label class="field">
          Address of a register
          <input
            type="text"
            inputMode="url"
            spellcheck={false}
            dir="ltr"
            placeholder="https://lists.example/register/"
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
            aria-describedby="register-said"
          />
        </label>
        <p id="register-said" role="status" class="dim">
          {said}
        </p>
        <button type="submit" class="btn" disabled={busy}>
          Add register
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
            {held.about.publisher} · {held.count.toLocaleString('en')} names · release {held.sequence},{' '}
            {dateWords(held.published)} · licence: {held.about.licence} ·{' '}
            <WebLink to={held.about.source} words={`Where ${name} comes from`}>
              source
            </WebLink>
          </small>
        )}
        <small dir="ltr">{addresses.join(', ')}</small>
        {progress !== null && (
          <label class="dim">
            Being stored <progress value={progress} aria-label={`${name}: being stored`} /> {Math.round(progress * 100)}{' '}
            %
          </label>
        )}
        {lastSync?.outcome === 'refused' && (
          <p class="caution">
            Last check failed{held ? ', what is stored is kept' : ''}: {lastSync.reason ?? 'no reason known'}
          </p>
        )}
      </div>
      <button type="button" class="btn" aria-label={`Remove the register ${name}`} onClick={remove}>
        Remove
      </button>
    </li>
  );
}
