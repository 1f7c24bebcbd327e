/**
 * Offers the optional host permission that badges need. Shows nothing more once it is granted, and never asks by
 * itself.
 */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ALL_SITES } from '../messages.ts';
import { within } from '../within.ts';
import { say } from '../words/ui.ts';

interface Permissions {
  permissions: Record<'contains' | 'request', (what: { origins: string[] }) => Promise<boolean>>;
}
const api = () => {
  const { browser, chrome } = globalThis as { browser?: Permissions; chrome?: Permissions };
  return (browser ?? chrome)!.permissions;
};

export function PageAccess({ children, given }: { children?: ComponentChildren; given?: ComponentChildren }) {
  const [granted, setGranted] = useState<boolean | null>(null);
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    // If the browser does not answer, offer it: asking for a granted permission does no harm.
    void within(api().contains({ origins: ALL_SITES })).then(setGranted, () => setGranted(false));
  }, []);
  // No timeout, because it waits for the user. Trap: call `request` first in the click handler, or the browser does not
  // count it as a user action.
  const grant = () =>
    void api()
      .request({ origins: ALL_SITES })
      .catch(() => false)
      .then((yes) => {
        setGranted(yes);
        setRefused(!yes);
      });
  if (granted === null) return null;
  if (granted) return <div role="status">{given}</div>;
  return (
    <div class="offer">
      {children ?? <p>{say('access-off')}</p>}
      <button type="button" class="btn" onClick={grant}>
        {say('access-ask')}
      </button>
      <p role="status">{refused && say('access-refused')}</p>
    </div>
  );
}
