/** What the list says of one site: one sentence first, then what each series says, the dated history, what it means, and the state of the list. */
import { displayName } from '../list/display-name.ts';
import { headline, NOT_CLEARANCE, STATUS_WORDS } from '../list/words.ts';
import type { SiteReport } from '../messages.ts';
import { Mark } from '../ui/Mark.tsx';
import { History } from './History.tsx';
import { ListLine } from './ListLine.tsx';
import { Meaning } from './Meaning.tsx';
import { PageBadges } from './PageBadges.tsx';
import { SeriesList } from './SeriesList.tsx';

export function Popup({ report, refresh }: { report: SiteReport; refresh: () => Promise<void> }) {
  return (
    <main>
      <Opening report={report} />
      {report.check === 'done' && report.verdict.matches.length > 0 && (
        <>
          <SeriesList report={report} />
          <History report={report} />
          <Meaning report={report} />
        </>
      )}
      <PageBadges />
      <ListLine list={report.list} refresh={refresh} />
    </main>
  );
}

function Opening({ report }: { report: SiteReport }) {
  if (report.check === 'impossible')
    return (
      <header>
        <Title mark="unknown" name="This page cannot be checked" />
        <p class="say">{report.reason}</p>
      </header>
    );
  if (report.check === 'no-list')
    return (
      <header>
        <Title mark="stale" name={displayName(report.host)} host={report.host} />
        <p class="say">The list is not loaded, so nothing is known of this site.</p>
      </header>
    );
  const { host, status, verdict, library, list, markets } = report;
  const sentences = headline(verdict.series, library);
  return (
    <header>
      <Title
        mark={status}
        name={displayName(host)}
        host={host}
        {...(markets[0] && { under: markets.map((market) => `${market.name} · ${market.category.replaceAll('-', ' ')}`).join('; ') })}
      />
      <p class="say">
        {sentences.length > 0 ? (
          sentences.map((sentence, n) => (n === 0 ? <strong key={n}>{sentence} </strong> : <span key={n}>{sentence} </span>))
        ) : status === 'unknown' ? (
          <>The list is out of date: whether this site is named now is not known.</>
        ) : (
          <>
            {STATUS_WORDS['not-listed']}
            {list.state === 'ready' && ` (${list.counts.series} series, release ${list.sequence} of ${list.published})`}. {NOT_CLEARANCE}
          </>
        )}
      </p>
      {sentences.length > 0 && list.state === 'ready' && list.expired && <p class="dim">The list is out of date; this is what it said on {list.published}.</p>}
      {verdict.matches.length > 0 && verdict.matches.every((match) => match.domain !== host) && (
        <p class="dim">
          Listed under <bdi dir="ltr">{displayName(verdict.matches[0]!.domain)}</bdi>, which covers its subdomains.
        </p>
      )}
      {markets
        .flatMap((market) => market.domains.filter((domain) => domain.matched && domain.changedHands))
        .map((domain) => (
          <p class="caution" key={domain.name}>
            {domain.changedHands}
          </p>
        ))}
    </header>
  );
}

function Title({ mark, name, host, under }: { mark: Parameters<typeof Mark>[0]['of']; name: string; host?: string; under?: string }) {
  return (
    <div class="title">
      <Mark of={mark} size={30} />
      <div>
        <h1>
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
