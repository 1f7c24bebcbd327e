/** Tells that the badge is hidden on this page and by which choice, and shows it again. */
import { useEffect, useState } from 'preact/hooks';
import { displayName } from '../list/names/display-name.ts';
import { ask, type Hidden, type PageOf } from '../messages.ts';

export function HiddenBadge({ page: { url, isPrivate } }: { page: PageOf }) {
  const [hidden, setHidden] = useState<Hidden[]>([]);
  const [said, setSaid] = useState('');
  useEffect(() => {
    // On an error nothing is shown: this note is not essential.
    ask('hidings', { url, isPrivate }).then(setHidden, () => undefined);
  }, [url, isPrivate]);
  const showAgain = () =>
    void ask('showAgain', { url, isPrivate }).then(
      () => {
        setHidden([]);
        setSaid('The badge is shown again on this site.');
        // Move the focus: the focused button disappears.
        document.querySelector('h1')?.focus();
      },
      (error: unknown) => setSaid(`Not changed: ${(error as Error).message}.`),
    );
  return (
    <div class="hidden-badge screen" hidden={!hidden.length && !said}>
      {hidden.map((each) => (
        <p key={each.how}>{words(each)}</p>
      ))}
      <p role="status">{said}</p>
      {hidden.length > 0 && (
        <button type="button" class="btn" onClick={showAgain}>
          Show again
        </button>
      )}
    </div>
  );
}

function words({ how, name }: Hidden): string {
  if (how === 'market') return `You hid the badge on all sites of ${name}.`;
  return `You hid the badge on ${displayName(name)}${how === 'until-change' ? ' until its status changes' : ''}.`;
}
