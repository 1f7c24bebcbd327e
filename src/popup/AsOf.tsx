/**
 * Chooses the day that the answer is about. Waits until the user stops typing, because a date field has a value after
 * every key.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import { dateWords } from '../words/dates.ts';
import type { PopupActions } from './about.ts';
import { today } from '../today.ts';

const FIRST = '2000-01-01';
/** Milliseconds without a key press. */
const TYPING_PAUSE = 600;

export function AsOf({ asOf, look }: { asOf: string; look: PopupActions['look'] }) {
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [said, setSaid] = useState('');
  useEffect(() => () => clearTimeout(timer.current), []);

  const show = async () => {
    clearTimeout(timer.current);
    const day = input.current!.value;
    // Only partly typed.
    if (day === '') return;
    if (day > today()) return setSaid('This day has not come yet. Nothing was changed.');
    if (day < FIRST) return setSaid(`Choose a day from ${dateWords(FIRST)} on. Nothing was changed.`);
    if (day === asOf) return setSaid('');
    try {
      await look({ asOf: day });
      setSaid(`Shown as of ${dateWords(day)}.`);
    } catch (error) {
      setSaid(`Not shown as of ${dateWords(day)}: ${(error as Error).message}.`);
    }
  };
  const wait = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void show(), TYPING_PAUSE);
  };
  const chooseToday = () => {
    input.current!.value = today();
    // Move the focus: the button disappears.
    input.current!.focus();
    void show();
  };
  // The field shows the day in the browser's own style, so the words stand beside it.
  // Uncontrolled: setting a value at every answer would undo what is being typed.
  return (
    <div class="when screen">
      <label class="as-of">
        as of {asOf === today() ? 'today, ' : ''}
        <time dateTime={asOf}>{dateWords(asOf)}</time>{' '}
        <input ref={input} type="date" defaultValue={asOf} max={today()} min={FIRST} onInput={wait} onChange={wait} />
      </label>
      {asOf !== today() && (
        <button type="button" class="chip" onClick={chooseToday}>
          Today
        </button>
      )}
      <small role="status">{said}</small>
    </div>
  );
}
