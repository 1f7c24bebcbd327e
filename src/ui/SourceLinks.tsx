/** The links of a source: the act, what was read, the archived copy, copies that others keep. Never a listed host. */
import type { Source } from '../list/records.ts';
import type { HistoryEvent } from '../list/status.ts';
import { hostWords, WebLink } from './WebLink.tsx';

/** @param event if given, links only what this event was read from; else everything that was read, labelled by host */
export function SourceLinks({ source, event }: { source: Source; event?: HistoryEvent }) {
  return (
    <span class="links">
      {linksOf(source, event).map(([label, url]) => (
        <WebLink key={url} to={url} words={`${label}: ${source.title}`}>
          {label}
        </WebLink>
      ))}
    </span>
  );
}

const READ_WORDS = { act: 'the act', 'copy-of-act': 'copy of the act', report: 'report' } as const;

function linksOf(source: Source, event: HistoryEvent | undefined): [label: string, url: string][] {
  const links = new Map<string, string>();
  const add = (label: string, url: string | undefined) => {
    if (url && !links.has(url)) links.set(url, label);
  };
  // What was read comes first, and says that it was; the act's own address is no proof that anybody read it there.
  if (event) add(`${READ_WORDS[event.verification]}, read`, event.readAt);
  else for (const { url, as } of source.read) add(`${READ_WORDS[as]}, read (${hostWords(url)})`, url);
  add(source.read.some(({ as }) => as === 'act') ? 'the act' : 'the act, not read', source.url);
  add('archived', source.archived);
  // A row of the history has room for one.
  for (const url of (source.copies ?? []).slice(0, event ? 1 : undefined))
    add(`copy, not read (${hostWords(url)})`, url);
  return [...links].map(([url, label]) => [label, url]);
}
