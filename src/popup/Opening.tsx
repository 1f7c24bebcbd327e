/** The top of the popup: mark, host, status sentences and cautions. */
import { displayName } from '../list/names/display-name.ts';
import { namedWords } from '../list/named-words.ts';
import { knownWords } from '../list/headline.ts';
import { dateWords, listOf } from '../list/words.ts';
import type { SiteFound, SiteReport } from '../messages.ts';
import { Mark } from '../ui/Mark.tsx';
import { ownEvents } from '../list/history.ts';
import type { MarkName } from '../ui/shapes.ts';
import { listDayWords, silenceWords, siteSentences } from './take-away/site-words.ts';

export function Opening({ report }: { report: SiteReport }) {
  if (report.lookUp === 'impossible')
    return (
      <header>
        <Title mark="impossible" name="This page is not checked" />
        <p class="say">{report.reason}</p>
      </header>
    );
  if (report.lookUp === 'no-list')
    return (
      <header>
        <Title mark="no-list" name={displayName(report.host)} host={report.host} />
        <p class="say">The list is not loaded, so whether this site is named is not known.</p>
      </header>
    );
  const { host, status, markets } = report;
  const under = markets.map((market) => `${market.name} · ${market.category.replaceAll('-', ' ')}`).join('; ');
  return (
    <header>
      <Title mark={status === 'unknown' ? 'stale' : status} name={displayName(host)} host={host} under={under} />
      <Sentence report={report} />
      <Known report={report} />
      <Cautions report={report} />
    </header>
  );
}

function Sentence({ report }: { report: SiteFound }) {
  const { asOf, readOn, history, result } = report;
  const [first, ...more] = siteSentences(report);
  const silence = silenceWords(report);
  return (
    <>
      <p class="say">
        {asOf !== readOn && `As of ${dateWords(asOf)}: `}
        <strong>{first} </strong>
        {more.map((sentence) => (
          <span key={sentence}>{sentence} </span>
        ))}
      </p>
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

function Cautions({ report: { host, result, markets, list, notCounted, history } }: { report: SiteFound }) {
  const domains = markets.flatMap((market) => market.domains.filter((domain) => domain.matched));
  const named = namedWords(result.matches, host);
  const early = domains.filter((domain) => !domain.from && !domain.changedHands);
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
      {early.length > 0 && history.length > 0 && (
        <p class="dim">
          Since when the market used this domain, and who held it before or after, is not known to the record.
        </p>
      )}
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
      <Mark of={mark} size={30} />
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
