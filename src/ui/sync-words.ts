/** Words for the last sync, or for having no address to sync from. */
import type { ListReport } from '../messages.ts';

export function syncWords(list: ListReport): string {
  if (!list.hasAddress) return `This copy has no list address; ${kept(list)}.`;
  const last = list.lastSync;
  if (!last || last.outcome === 'no-address') return 'Not yet checked for a newer release';
  const when = new Date(last.at).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' });
  if (last.outcome !== 'refused') return `${last.outcome === 'updated' ? 'Updated' : 'Checked, up to date'}, ${when}`;
  return `Last check failed${list.state === 'ready' ? ', the list above is kept' : ''}: ${last.reason ?? 'no reason known'} (${when})`;
}

/** A copy that had an address earlier keeps the list fetched then. */
function kept(list: ListReport): string {
  if (list.state === 'none') return 'nothing is fetched';
  return list.origin === 'bundled'
    ? 'the list that came with the extension is used'
    : 'the list that was fetched last is used';
}
