/** The top of the popup: mark, host, the answer in one sentence, how it is known, and cautions. */
import { displayName } from '../list/names/display-name.ts';
import { isAddress } from '../list/names/typed-host.ts';
import { namedWords } from '../words/record/named-words.ts';
import { knownWords } from '../words/record/headline.ts';
import { markOf } from '../list/mark.ts';
import { dateWords } from '../words/dates.ts';
import { listOf } from '../words/lists.ts';
import type { SiteFound, SiteReport } from '../messages.ts';
import { Mark } from '../ui/Mark.tsx';
import { ownEvents } from '../list/history.ts';
import type { MarkName } from '../marks.ts';
import { leadOf } from './lead.ts';
import { listDayWords, silenceWords } from './take-away/site-words.ts';

export function Opening({ report }: { report: SiteReport }) {
  if (report.lookUp === 'impossible')
    return (
      <>
        <Title mark="impossible" name="This page is not checked" />
        <p class="say">{report.reason}</p>
      </>
    );
  if (report.lookUp === 'no-list')
    return (
      <>
        <Title mark="no-list" name={displayName(report.host)} host={report.host} />
        <p class="say">The list is not loaded, so whether this site is named is not known.</p>
      </>
    );
  const { host, status, markets } = report;
  const under = markets.map((market) => `${market.name} · ${market.category.replaceAll('-', ' ')}`).join('; ');
  return (
    <>
      <Title
        mark={status === 'unknown' && !isAddress(host) ? 'stale' : markOf(status, report.result.series)}
        name={displayName(host)}
        host={host}
        under={under}
      />
      <Sentence report={report} />
      <Known report={report} />
      <Cautions report={report} />
    </>
  );
}

function Sentence({ report }: { report: SiteFound }) {
  const { asOf, readOn, history, result } = report;
  const { first, more, about } = leadOf(report);
  const silence = silenceWords(report);
  return (
    <>
      <p class="say">
        {asOf !== readOn && `As of ${dateWords(asOf)}: `}
        <strong>{first}</strong>{' '}
        {more.map((sentence) => (
          <span key={sentence}>{sentence} </span>
        ))}
      </p>
      {about.length > 0 && <p class="about">{about.join(' ')}</p>}
      {silence && <p class="dim">{silence}</p>}
      {history.length > 0 && !result.series.length && (
        <p class="dim">What follows is history; nothing of it is a status of this domain.</p>
      )}
    </>
  );
}

/** A screenshot of these lines must show how the answer is known, by which list, and on which day. */
function Known({ report }: { report: SiteFound }) {
  return (
    <p class="known">
      {knownWords(ownEvents(report.history))} {listDayWords(report)}.
    </p>
  );
}

function Cautions({ report: { host, result, markets, list, notCounted } }: { report: SiteFound }) {
  const domains = markets.flatMap((market) => market.domains.filter((domain) => domain.matched));
  const named = namedWords(result.matches, host);
  return (
    <>
      {notCounted.length > 0 && (
        <p class="dim">
          By your settings {listOf(notCounted)} {notCounted.length === 1 ? 'does' : 'do'} not count here; the history
          below shows it.
        </p>
      )}
      {list.state === 'ready' && list.expired && result.matches.length > 0 && (
        <p class="dim">The list is out of date; this is what it said on {dateWords(list.published)}.</p>
      )}
      {named && (
        <p class="dim" dir="ltr">
          {named}
        </p>
      )}
      {domains.map((domain) => domain.changedHands && <Caution key={domain.name}>{domain.changedHands}</Caution>)}
    </>
  );
}

function Caution({ children }: { children: preact.ComponentChildren }) {
  return (
    <p class="caution">
      <span aria-hidden="true">△ </span>
      {children}
    </p>
  );
}

function Title({ mark, name, host, under }: { mark: MarkName; name: string; host?: string; under?: string }) {
  return (
    <div class="title">
      <Mark of={mark} size={24} />
      <div>
        <h1 tabIndex={-1}>
          <bdi dir="ltr">{name}</bdi>
        </h1>
        {host && host !== name && (
          <small>
            <bdi dir="ltr">{host}</bdi>
          </small>
        )}
        {under && <small>{under}</small>}
      </div>
    </div>
  );
}
