/** Runs only on listed pages, injected by the worker. Asks what to say, draws it, and no more. */
import { ask, type BadgeAnswer } from '../messages.ts';
import { drawBadge } from './badge.ts';

/**
 * The script comes once more when the page reports loading twice, and when the user's choices change; the isolated
 * world remembers.
 */
const world = globalThis as { listmark?: { shown: string; end: () => void } };
if (window.top === window) {
  // The extension may have been updated or removed under the page: then nobody answers, and the badge only stays quiet.
  const quiet = () => undefined;
  void ask('badge', null).then((badge) => {
    // The user may have moved on while the answer was held. "site.example." is the same host, and is answered without
    // its dot.
    show(badge?.host === location.hostname.replace(/\.$/, '') ? badge : null);
  }, quiet);

  function show(badge: BadgeAnswer | null): void {
    const shown = JSON.stringify(badge);
    // What is open or has given way stays so.
    if (shown === world.listmark?.shown) return;
    world.listmark?.end();
    delete world.listmark;
    if (!badge) return;
    const end = drawBadge(badge, {
      hide(how) {
        delete world.listmark;
        void ask('hideBadge', { how }).catch(quiet);
      },
      details: () => void ask('openDetails', null).catch(quiet),
    });
    world.listmark = { shown, end };
  }
}
