/** Shown once after install: what the extension does, how to pin its icon, and how to allow badges. */
import { Mark } from '../ui/Mark.tsx';
import { PageAccess } from '../ui/PageAccess.tsx';
import { Demo } from './Demo.tsx';

export function Welcome() {
  return (
    <main>
      <header>
        <Mark of="listed" size={40} />
        <h1>Listmark</h1>
      </header>
      <p class="lead">
        Listmark tells you whether the site in front of you is named on an official piracy watch list or under a
        blocking order: by whom, when, and on what evidence. It says who says so and judges nothing; a site that is not
        named is not thereby cleared.
      </p>
      <section>
        <h2>What you will see</h2>
        <p>Each mark has a shape of its own. Choose one; below is what a made-up site with it would show.</p>
        <Demo />
      </section>
      <section>
        <h2>Keep the mark in sight</h2>
        <p>
          Open the extensions menu of your browser (the puzzle piece beside the address bar) and pin Listmark. Its mark
          changes shape on a listed site; a click opens the history and the sources.
        </p>
      </section>
      <section>
        <h2>Badges inside pages</h2>
        <PageAccess
          given={
            <p>On. A small badge appears on sites that are listed or blocked now. Nothing runs on any other page.</p>
          }
        >
          <p>
            A small badge can also appear inside listed pages. For that the browser asks you to let Listmark read and
            change all pages, because it cannot ask for the listed ones only. Listmark draws its badge there and reads
            nothing; nothing runs on pages that are not listed.
          </p>
        </PageAccess>
      </section>
      <section>
        <h2>What it may do, and why</h2>
        <dl>
          <dt data-permission="tabs">Read the addresses of your tabs</dt>
          <dd>
            to set its mark, also where a blocked site does not load. They are compared with the list on this device and
            kept nowhere.
          </dd>
          <dt data-permission="storage">Store data</dt>
          <dd>the list and your settings, on this device; nothing is synced.</dd>
          <dt data-permission="alarms">Wake up now and then</dt>
          <dd>
            to see whether there is a newer list. Its host sees that somebody fetches the list, not which sites you
            visit.
          </dd>
          <dt data-permission="scripting">Put a badge into a page</dt>
          <dd>only into listed ones, and only once you have allowed it above. Without that it cannot.</dd>
        </dl>
      </section>
    </main>
  );
}
