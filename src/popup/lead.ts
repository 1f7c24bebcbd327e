/** The first screen's answer: one sentence, what kind of act it speaks of, and what that act is not. */
import { listInFull, namingSentence } from '../words/record/sentences.ts';
import type { Evidence, Series } from '../list/records.ts';
import type { SiteFound } from '../messages.ts';
import { siteSentences } from './take-away/site-words.ts';

export interface Lead {
  /** The one sentence. */
  first: string;
  /** What else must stand beside it. */
  more: string[];
  /** What the list or kind of act is, in plain words; empty if the record gives the site no status. */
  about: string[];
}

export function leadOf(report: SiteFound): Lead {
  const { result, library } = report;
  const said = siteSentences(report);
  const [status] = result.series;
  if (!status) return { first: said[0]!, more: said.slice(1), about: [] };
  // Lists and submissions: the editions stand in the picture, and in full sentences below it.
  const isShort =
    status.status === 'listed' ||
    status.status === 'formerly-listed' ||
    (status.status === 'named' &&
      new Set(result.series.map((each) => library.series[each.series]!.issuedBy)).size === 1);
  return {
    first: isShort ? namingSentence(status, library) : said[0]!,
    more: result.closed ? said.slice(-1) : [],
    about: about(library.series[status.series]!),
  };
}

const KINDS: Partial<Record<Evidence, string>> = {
  'court-order': 'A blocking order tells internet access providers of a country to block a site.',
  'administrative-order': 'A blocking order tells internet access providers of a country to block a site.',
  'voluntary-agreement': 'Access providers agreed to block it; that is not an order.',
  seizure: 'In a seizure an authority takes a domain name over.',
  'industry-submission': 'A submission is what an industry body asks of a government; it is not a decision.',
};

/** The sentences on what the series' acts are; for a list its full name, as the first sentence has its plain one. */
function about(series: Series): string[] {
  if (series.evidence === 'government-list')
    return [`Its full name: ${listInFull(series)}.`, 'A listing is not a finding of law.'];
  const kind = KINDS[series.evidence];
  return kind ? [kind] : [];
}
