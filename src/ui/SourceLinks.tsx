/** The links of a source: the act, what was read, the archived copy, copies that others keep. Never a listed host. */
import type { Evidence, Source } from '../list/records.ts';
import type { HistoryEvent } from '../list/status.ts';
import { hostWords, WebLink } from './WebLink.tsx';

/**
 * @param evidence of the source's series, which says what the original is
 * @param event if given, links only what this event was read from; else everything that was read, labelled by host
 */
export function SourceLinks({ source, evidence, event }: { source: Source; evidence: Evidence; event?: HistoryEvent }) {
  return (
    <span class="links">
      {linksOf(source, ORIGINAL[evidence], event).map(([label, url]) => (
        <WebLink key={url} to={url} words={`${label}: ${source.title}`}>
          {label}
        </WebLink>
      ))}
    </span>
  );
}

/** What a reader calls the document itself. */
const ORIGINAL: Record<Evidence, string> = {
  'government-list': 'the list',
  'court-order': 'the court’s decision',
  'administrative-order': 'the authority’s decision',
  'voluntary-agreement': 'the agreement',
  seizure: 'the authority’s notice',
  'industry-submission': 'the submission',
  judgment: 'the judgment',
  observed: 'the observation',
  report: 'the report',
  statute: 'the statute',
};

function linksOf(source: Source, original: string, event: HistoryEvent | undefined): [label: string, url: string][] {
  const read = { act: `${original} itself`, 'copy-of-act': `copy of ${original}`, report: 'report' } as const;
  const links = new Map<string, string>();
  const add = (label: string, url: string | undefined) => {
    if (url && !links.has(url)) links.set(url, label);
  };
  // What was read comes first, and says that it was; the act's own address is no proof that anybody read it there.
  if (event) add(`${read[event.verification]}, read`, event.readAt);
  else for (const { url, as } of source.read) add(`${read[as]}, read (${hostWords(url)})`, url);
  add(source.read.some(({ as }) => as === 'act') ? read.act : `${read.act}, not read`, source.url);
  add('archived', source.archived);
  // A row of the history has room for one.
  for (const url of (source.copies ?? []).slice(0, event ? 1 : undefined))
    add(`copy, not read (${hostWords(url)})`, url);
  return [...links].map(([url, label]) => [label, url]);
}
