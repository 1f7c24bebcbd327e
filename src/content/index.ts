/** Injected by the worker into listed pages only. Asks the worker what to show and draws it. */
import { ask, type BadgeAnswer } from '../messages.ts';
import { drawBadge } from './badge.ts';

/**
 * The script is injected again when the page reports loading twice and when settings change. The isolated world keeps
 * this state.
 */
const world = globalThis as { listmark?: { shown: string; end: () => void } };
if (window.top === window) {
  // The extension may have been updated or removed meanwhile: then nobody answers, and the script does nothing.
  const quiet = () => undefined;
  void ask('badge', null).then((badge) => {
    // The page may have changed while the answer was pending. "site.example." is the same host; the answer has it
    // without the dot.
    show(badge?.host === location.hostname.replace(/\.$/, '') ? badge : null);
  }, quiet);

  function show(badge: BadgeAnswer | null): void {
    const shown = JSON.stringify(badge);
    // No change: keep the badge as it is, also if it is open or gave up.
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
