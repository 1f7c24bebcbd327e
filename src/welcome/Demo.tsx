/** An invented page with an invented badge. Shows no real site and looks nothing up. */
import { useState } from 'preact/hooks';
import { Chips } from './Chips.tsx';
import { Mark } from '../ui/Mark.tsx';
import { say } from '../words/welcome.ts';

const SHOWN = ['listed', 'listed-earlier', 'blocked', 'formerly-listed', 'named', 'not-listed'] as const;
type Shown = (typeof SHOWN)[number];
const WITH_BADGE: readonly Shown[] = ['listed', 'listed-earlier', 'blocked'];

export function Demo() {
  const [shown, setShown] = useState<Shown>('listed');
  const words = say(`${shown}-words`);
  return (
    <>
      <Chips label={say('example')} options={SHOWN.map((each) => [each, say(each)])} chosen={shown} choose={setShown} />
      <figure class="demo">
        <div class="bar">
          <bdi dir="ltr">market.example</bdi>
          <Mark of={shown} size={18} />
        </div>
        <div class="page">
          {WITH_BADGE.includes(shown) && (
            <span class="pill">
              <Mark of={shown} size={16} />
              <small>Listmark</small> {words}
            </span>
          )}
        </div>
        <figcaption aria-live="polite">
          <b>{say('caption', { words })}</b> {say(`${shown}-more`)}
        </figcaption>
      </figure>
    </>
  );
}
