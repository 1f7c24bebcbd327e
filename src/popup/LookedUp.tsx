/** For typed addresses: the path, what was left out, and whether any site can have such a name. */
import { useEffect, useState } from 'preact/hooks';
import { leftOutWords, type TypedHost } from '../list/names/typed-host.ts';

export function LookedUp({ typed: { host, path, leftOut } }: { typed: TypedHost }) {
  const [hint, setHint] = useState<string | null>(null);
  useEffect(() => {
    let isCurrent = true;
    setHint(null);
    // The Public Suffix List is larger than the rest of the popup, so it is loaded only for typed names, and the answer
    // does not wait for it.
    void import('../list/names/ending.ts').then(
      ({ endingHint }) => isCurrent && setHint(endingHint(host)),
      () => undefined,
    );
    return () => (isCurrent = false);
  }, [host]);
  const said = [path !== '/' && `Looked up with its path, ${path}.`, leftOutWords(leftOut), hint].filter(Boolean);
  return <p role="status">{said.join(' ')}</p>;
}
