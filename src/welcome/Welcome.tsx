/** Shown once, after install: what this is, how to keep its icon in sight, and page badges with one click. Everything works without. */
import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { ALL_SITES } from '../messages.ts';
import { Mark } from '../ui/Mark.tsx';

export function Welcome() {
  const [granted, setGranted] = useState<boolean | null>(null);
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    void browser.permissions.contains({ origins: ALL_SITES }).then(setGranted);
  }, []);
  const grant = () =>
    void browser.permissions.request({ origins: ALL_SITES }).then((given) => {
      setGranted(given);
      setRefused(!given);
    });
  return (
    <main>
      <header>
        <Mark of="listed" size={40} />
        <h1>Listmark</h1>
      </header>
      <p class="lead">
        Listmark tells you whether the site in front of you is named on an official piracy watch list or under a blocking order: by whom, when, and on what
        evidence. It says who says so and judges nothing; a site that is not named is not thereby cleared.
      </p>
      <section>
        <h2>Keep the mark in sight</h2>
        <p>
          Open the extensions menu of your browser (the puzzle piece beside the address bar) and pin Listmark. Its mark changes shape on a listed site; a click
          opens the history and the sources.
        </p>
      </section>
      <section>
        <h2>Badges inside pages</h2>
        {granted ? (
          <p role="status">On. A small badge appears on sites that are listed or blocked now. Nothing runs on any other page.</p>
        ) : (
          <>
            <p>
              A small badge can also appear inside listed pages. For that the browser asks you to let Listmark read pages, because it cannot ask for listed ones
              only. Nothing runs on pages that are not listed.
            </p>
            <button type="button" class="btn" onClick={grant}>
              Show badges in pages
            </button>
            {refused && <p role="status">Badges stay off. The toolbar mark and the popup work as before, and you can turn badges on in the popup.</p>}
          </>
        )}
      </section>
      <section>
        <h2>What leaves this device</h2>
        <p>
          Nothing about your browsing. The list is downloaded whole and checked here; its host sees that somebody fetches the list, not which sites you visit.
          Listmark reads the address of your tabs to set its mark, also where a blocked site does not load.
        </p>
      </section>
    </main>
  );
}
