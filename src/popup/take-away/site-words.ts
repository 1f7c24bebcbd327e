/** The sentences that popup, copied text and exports share: status, what was searched, which list, which day. */
import { besideWords, namelessWords } from '../../words/record/beside-words.ts';
import { headline } from '../../words/record/headline.ts';
import { isAddress } from '../../list/names/typed-host.ts';
import { ADDRESS_UNKNOWN, NOT_CLEARANCE } from '../../words/record/terms.ts';
import { dateWords } from '../../words/dates.ts';
import { listOf } from '../../words/lists.ts';
import type { SiteFound, Searched } from '../../messages.ts';

/** The sentences of the status. Never empty. */
export function siteSentences({ status, host, result, library, searched, beside, asOf, readOn }: SiteFound): string[] {
  const sentences = headline(result, library, asOf === readOn);
  if (sentences.length) return sentences;
  const known = beside ? besideWords(beside, host) : [];
  if (isAddress(host)) return [ADDRESS_UNKNOWN];
  if (status === 'unknown') return ['The list is out of date: whether this site is named now is not known.', ...known];
  const where = `Not named by this address in what was searched${searched ? `: ${searchedWords(searched)}` : ''}.`;
  return [where, ...known, NOT_CLEARANCE];
}

/**
 * "3 watch lists of governments, blocking orders of 40 countries, domain seizures of 2 countries and submissions of 12
 * industry bodies"
 */
function searchedWords({ lists, orders, seizures, submissions }: Searched): string {
  const parts = [
    lists && `${lists} ${lists === 1 ? 'watch list' : 'watch lists'} of governments`,
    orders && `blocking orders of ${orders} ${orders === 1 ? 'country' : 'countries'}`,
    seizures && `domain seizures of ${seizures} ${seizures === 1 ? 'country' : 'countries'}`,
    submissions && `submissions of ${submissions} industry ${submissions === 1 ? 'body' : 'bodies'}`,
  ];
  return listOf(parts.filter((part) => typeof part === 'string'));
}

/** How far "not named" can be relied on; empty if there is nothing to say. */
export function silenceWords({ searched, beside }: SiteFound): string {
  return [editionsWords(searched), beside ? namelessWords(beside) : ''].filter(Boolean).join(' ');
}

function editionsWords(searched: Searched | null): string {
  if (!searched?.editions.held) return '';
  const { held, complete } = searched.editions;
  return `Our record holds ${complete || 'none'} of the ${held} editions of these watch lists in full; the silence of the others proves nothing.`;
}

/**
 * "By Listmark’s list of 22 November 2026, read on 27 November 2026"; preceded by the day asked about if that is not today.
 */
export function listDayWords({ list, asOf, readOn }: SiteFound): string {
  const day = asOf === readOn ? '' : `As of ${dateWords(asOf)}, `;
  if (list.state === 'none') return `${day}read on ${dateWords(readOn)}`;
  return `${day ? `${day}by` : 'By'} Listmark’s list of ${dateWords(list.published)}, read on ${dateWords(readOn)}`;
}

/** The same with the release number and hash. */
export function releaseLine(report: SiteFound): string {
  const { list } = report;
  return `${listDayWords(report)}${list.state === 'ready' ? ` (release ${list.sequence}, SHA-256 ${list.hash})` : ''}.`;
}
