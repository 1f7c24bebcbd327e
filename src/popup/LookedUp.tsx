/**
 * What the answer is about where it was typed: the path, what was left out, and whether any site can have such a name.
 */
import { useEffect, useState } from 'preact/hooks';
import { leftOutWords, type TypedHost } from '../list/names/typed-host.ts';

export function LookedUp({ typed: { host, path, leftOut } }: { typed: TypedHost }) {
  const [hint, setHint] = useState<string | null>(null);
  useEffect(() => {
    let wanted = true;
    setHint(null);
    // The list of endings is bigger than all else here: only who types a name loads it, and the answer does not wait
    // for it.
    void import('../list/names/ending.ts').then(
      ({ endingHint }) => wanted && setHint(endingHint(host)),
      () => undefined,
    );
    return () => (wanted = false);
  }, [host]);
  const said = [path !== '/' && `Looked up with its path, ${path}.`, leftOutWords(leftOut), hint].filter(Boolean);
  return <p role="status">{said.join(' ')}</p>;
}
