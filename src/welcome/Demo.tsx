/** An invented page with an invented badge. Shows no real site and looks nothing up. */
import { useState } from 'preact/hooks';
import { Chips } from './Chips.tsx';
import { Mark } from '../ui/Mark.tsx';

type Shown = 'listed' | 'listed-earlier' | 'blocked' | 'formerly-listed' | 'named' | 'not-listed';

const SAYS: Record<Shown, { chip: string; words: string; more: string; badge: boolean }> = {
  listed: {
    chip: 'Listed',
    words: 'Named in the 2025 Exampleland piracy list',
    more: 'A government list names it in its newest edition.',
    badge: true,
  },
  'listed-earlier': {
    chip: 'Listed earlier',
    words: 'Last named in the 2021 Exampleland piracy list',
    more: 'The list has had two editions since; neither is known to name it, or not to name it.',
    badge: true,
  },
  blocked: {
    chip: 'Blocked',
    words: 'Blocked by court order in Exampleland',
    more: 'An order against this very domain is shown to be in force.',
    badge: true,
  },
  'formerly-listed': {
    chip: 'Formerly listed',
    words: 'Formerly named in the 2019 Exampleland piracy list',
    more: 'A later, complete edition does not name it. Toolbar only.',
    badge: false,
  },
  named: {
    chip: 'Requested by industry',
    words: 'Named by the Example Association: what industry asked for',
    more: 'An industry body asked a government to list it; no authority decided. Toolbar only.',
    badge: false,
  },
  'not-listed': {
    chip: 'Not listed',
    words: 'Not named by this address in the lists, orders and submissions on record',
    more: 'Not listed is not clearance. Nothing is drawn in the page.',
    badge: false,
  },
};

export function Demo() {
  const [shown, setShown] = useState<Shown>('listed');
  const { words, more, badge } = SAYS[shown];
  return (
    <>
      <Chips
        label="Example"
        options={(Object.keys(SAYS) as Shown[]).map((each) => [each, SAYS[each].chip])}
        chosen={shown}
        choose={setShown}
      />
      <figure class="demo">
        <div class="bar">
          <bdi dir="ltr">market.example</bdi>
          <Mark of={shown} size={18} />
        </div>
        <div class="page">
          {badge && (
            <span class="pill">
              <Mark of={shown} size={16} />
              <small>Listmark</small> {words}
            </span>
          )}
        </div>
        <figcaption aria-live="polite">
          <b>{words}.</b> {more}
        </figcaption>
      </figure>
    </>
  );
}
