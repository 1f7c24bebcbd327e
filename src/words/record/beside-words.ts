/** Sentences on what the record holds beside a host that it does not name. */
import { displayName } from '../../list/names/display-name.ts';
import type { Beside, NameWithoutAddress } from '../../list/beside.ts';
import { onDate } from '../dates.ts';
import { listOf } from '../lists.ts';

/** More addresses than this on one host are counted, not shown. */
const FEW = 2;

/** Sentences on what was found beside the host; empty where there is nothing. */
export function besideWords({ near, names }: Pick<Beside, 'near' | 'names'>, host: string): string[] {
  const hosts = near.filter(({ scope }) => scope === 'host').map(({ name }) => displayName(name));
  const parts = near
    .filter(({ scope }) => scope === 'url-prefix')
    .map(({ name, path }) => displayName(name) + (path ?? ''));
  const sentences: string[] = [];
  if (hosts.length)
    sentences.push(`The record names ${listOf(hosts)} alone, and says nothing of ${displayName(host)}.`);
  if (parts.length > FEW)
    sentences.push(`The record names ${parts.length} addresses on this host; this page is below none.`);
  else if (parts.length) sentences.push(`The record names ${listOf(parts)} on this host; this page is not below it.`);
  for (const named of names)
    sentences.push(
      `The name ${named.name} is on record without an address (${namedBy(named)}); whether this site is meant the record does not say.`,
    );
  return sentences;
}

/** "USTR list, reported removed in its 2021 edition, and reported closed in 2016" */
const namedBy = ({ by, closed }: NameWithoutAddress): string =>
  listOf([
    ...by.map(({ label, removed }) =>
      removed
        ? `${label}, reported removed ${removed.edition ? `in its ${removed.edition} edition` : onDate(removed.date)}`
        : label,
    ),
    ...(closed ? [`reported closed ${onDate(closed)}`] : []),
  ]);

/** '' where every name has an address. */
export const namelessWords = ({ nameless }: Beside): string =>
  nameless
    ? `${nameless} ${nameless === 1 ? 'name stands' : 'names stand'} on record without an address: a site that goes by one of them is not found by its address.`
    : '';
