/** The day of every view. Waits until the reader stops typing, because a date field has a value after every key. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { dateWords } from '../words/dates.ts';
import { today } from '../today.ts';
import { say } from '../words/explorer.ts';

const FIRST = '2000-01-01';
/** Milliseconds without a key press. */
const TYPING_PAUSE = 600;

export function AsOf({ asOf, choose }: { asOf: string; choose: (day: string) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [said, setSaid] = useState('');
  useEffect(() => () => clearTimeout(timer.current), []);
  // "Back" may have changed the day. A field in use keeps what is being typed.
  useEffect(() => {
    if (document.activeElement !== input.current) input.current!.value = asOf;
  }, [asOf]);
  const show = () => {
    clearTimeout(timer.current);
    const day = input.current!.value;
    if (day === '' || day === asOf) return;
    if (day > today()) return setSaid(say('day-to-come'));
    if (day < FIRST) return setSaid(say('day-too-early', { day: dateWords(FIRST) }));
    choose(day);
    setSaid(say('day-shown', { day: dateWords(day) }));
  };
  const wait = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(show, TYPING_PAUSE);
  };
  const chooseToday = () => {
    input.current!.value = today();
    // Move the focus: the button disappears.
    input.current!.focus();
    show();
  };
  return (
    <div class="as-of">
      <label>
        {say('as-of')}{' '}
        <input ref={input} type="date" defaultValue={asOf} max={today()} min={FIRST} onInput={wait} onChange={wait} />
      </label>
      {asOf !== today() && (
        <button type="button" class="chip" onClick={chooseToday}>
          {say('today')}
        </button>
      )}
      <small role="status">{said}</small>
    </div>
  );
}
