/** Offers in-page badges where the host access for them is missing. */
import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { ALL_SITES } from '../messages.ts';

export function PageBadges() {
  const [granted, setGranted] = useState<boolean | null>(null);
  useEffect(() => {
    void browser.permissions.contains({ origins: ALL_SITES }).then(setGranted);
  }, []);
  if (granted !== false) return null;
  // The request must be the first thing that the click does, or the browser does not see the user's hand in it.
  const grant = () => void browser.permissions.request({ origins: ALL_SITES }).then(setGranted);
  return (
    <section class="offer">
      <p>Badges inside listed pages are off. They need access to the pages; everything is checked on this device.</p>
      <button type="button" class="btn" onClick={grant}>
        Show badges in pages
      </button>
    </section>
  );
}
