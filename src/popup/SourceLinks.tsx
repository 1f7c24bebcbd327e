/** The links of a source: the act, what was read, the archived copy. Never a listed host. */
import type { Source } from '../list/records.ts';
import type { HistoryEvent } from '../list/status.ts';

const READ_WORDS = { act: 'the act', 'copy-of-act': 'copy of the act', report: 'report' } as const;

/** @param event where given, only what this event was read from; else all that was read */
export function SourceLinks({ source, event }: { source: Source; event?: HistoryEvent }) {
  const links = linksOf(source, event);
  return (
    <span class="links">
      {links.map(([label, url]) => (
        <a key={url} href={url} target="_blank" rel="noreferrer" aria-label={`${label}: ${source.title}`} title={new URL(url).hostname}>
          {label}
        </a>
      ))}
    </span>
  );
}

function linksOf(source: Source, event: HistoryEvent | undefined): [string, string][] {
  const links: [string, string][] = [];
  const add = (label: string, url: string | undefined) => {
    if (url && !links.some(([, each]) => each === url)) links.push([label, url]);
  };
  add('original', source.url);
  if (event) add(event.verification === 'report' ? 'report' : 'copy read', event.readAt);
  else source.read.forEach(({ url, as }, n) => add(source.read.length > 1 ? `${READ_WORDS[as]} ${n + 1}` : READ_WORDS[as], url));
  add('archived', source.archived);
  return links;
}
