/** Words for the last sync, or for having no address to sync from. */
import type { ListReport } from '../messages.ts';
import { LANGUAGE } from '../words/catalogue.ts';
import { say } from '../words/ui.ts';

export function syncWords(list: ListReport): string {
  // A copy that had an address earlier keeps the list fetched then.
  if (!list.hasAddress) return say('no-address', { kept: list.state === 'none' ? 'none' : list.origin });
  const last = list.lastSync;
  if (!last || last.outcome === 'no-address') return say('not-checked');
  const when = new Date(last.at).toLocaleString(LANGUAGE, { dateStyle: 'long', timeStyle: 'short' });
  if (last.outcome !== 'refused') return say('checked', { outcome: last.outcome, when });
  const reason = last.reason ?? say('no-reason');
  return say(list.state === 'ready' ? 'refused-kept' : 'refused', { reason, when });
}
