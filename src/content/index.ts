/** Runs only on listed pages, injected by the worker. Asks what to say, draws it, and no more. */
import { ask } from '../messages.ts';
import { drawBadge } from './badge.ts';

// The script may be injected twice into one document (a page that reports loading twice); the isolated world remembers.
const world = globalThis as { listmarkAsked?: true };
if (!world.listmarkAsked && window.top === window) {
  world.listmarkAsked = true;
  // The extension may have been updated or removed under the page: then nobody answers, and the badge only stays quiet.
  const quiet = () => undefined;
  void ask('badge', null).then((badge) => {
    // The user may have moved on while the answer was held. "site.example." is the same host, and is answered without its dot.
    if (!badge || badge.host !== location.hostname.replace(/\.$/, '')) {
      delete world.listmarkAsked;
      return;
    }
    drawBadge(badge, { hide: (how) => void ask('hideBadge', { how }).catch(quiet), details: () => void ask('openDetails', null).catch(quiet) });
  }, quiet);
}
