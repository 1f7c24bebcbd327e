/** How the last check for a newer list went, or that there is nobody to ask. */
import type { ListReport } from '../messages.ts';

export function syncWords(list: ListReport): string {
  if (!list.hasAddress) return `This copy has no list address; ${kept(list)}.`;
  const check = list.lastSync;
  if (!check || check.outcome === 'no-address') return 'Not yet checked for a newer release';
  const when = new Date(check.at).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' });
  if (check.outcome !== 'refused') return `${check.outcome === 'updated' ? 'Updated' : 'Checked, up to date'}, ${when}`;
  return `Last check failed${list.state === 'ready' ? ', the list above is kept' : ''}: ${check.reason ?? 'no reason known'} (${when})`;
}

/** A copy that had an address before keeps what came from there. */
function kept(list: ListReport): string {
  if (list.state === 'none') return 'nothing is fetched';
  return list.origin === 'bundled' ? 'the list in the package is used' : 'the list that was fetched last is used';
}
