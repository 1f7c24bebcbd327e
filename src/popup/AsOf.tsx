/**
 * The day that the answer is about. What is typed counts once it rests, as a date field has a value after every key.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import { dateWords } from '../list/words.ts';
import type { PopupActions } from './about.ts';
import { today } from '../today.ts';

const FIRST = '2000-01-01';
/** Milliseconds without a key. */
const REST = 600;

export function AsOf({ asOf, look }: { asOf: string; look: PopupActions['look'] }) {
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [said, setSaid] = useState('');
  useEffect(() => () => clearTimeout(timer.current), []);

  const show = async () => {
    clearTimeout(timer.current);
    const day = input.current!.value;
    // Half typed.
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
    timer.current = setTimeout(() => void show(), REST);
  };
  const backToToday = () => {
    input.current!.value = today();
    // The button goes away.
    input.current!.focus();
    void show();
  };
  // The field keeps what is typed: a value given at every answer would undo it.
  return (
    <div class="when screen">
      <label class="as-of">
        as of{' '}
        <input ref={input} type="date" defaultValue={asOf} max={today()} min={FIRST} onInput={wait} onChange={wait} />
      </label>
      {asOf !== today() && (
        <button type="button" class="chip" onClick={backToToday}>
          Today
        </button>
      )}
      <small role="status">{said}</small>
    </div>
  );
}
