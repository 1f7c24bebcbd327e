/** A country: its tier by year, as decided and as asked; statements about its rules; what its authorities ordered. */
import { compareDates, earliest } from '../../list/dates.ts';
import { countryName } from '../../words/countries.ts';
import { dateWords } from '../../words/dates.ts';
import { VERIFICATION_WORDS } from '../../words/record/terms.ts';
import { say } from '../../words/explorer.ts';
import { SourceLinks } from '../../ui/SourceLinks.tsx';
import { RecordLink } from '../RecordLink.tsx';
import { DataTable } from '../table/DataTable.tsx';
import type { ViewProps } from '../view.ts';
import { documentColumns } from './document-columns.tsx';
import { citedFact, citedSource, documentsOf, tierGaps, tiersOf } from './facts.ts';
import { NoRecord, RecordPage } from './Page.tsx';
import { tierColumns } from './tier-columns.tsx';

export function CountryView(props: ViewProps) {
  const { whole, route, asOf } = props;
  const { library } = whole;
  const country = whole.countries.find(({ id }) => id === route.id);
  const code = route.id.toUpperCase();
  const own = Object.values(library.series).filter(({ jurisdiction }) => jurisdiction === code);
  if (!country && !own.length) return <NoRecord id={route.id} />;
  const name = country?.name ?? countryName(code);
  const tiers = country ? tiersOf([country], library, asOf) : [];
  const orders = documentsOf(library, new Set(own.map(({ id }) => id)), asOf);
  const statements = (country?.statements ?? [])
    .filter(({ date }) => earliest(date) <= asOf)
    .sort((a, b) => compareDates(b.date, a.date));
  const tierTable = {
    caption: say('tiers-of', { title: name }),
    columns: tierColumns(library, asOf, 'edition'),
    rows: tiers,
  };
  const orderTable = {
    caption: say('documents-of', { title: name }),
    columns: documentColumns(whole, asOf, orders, true),
    rows: orders,
  };
  const page = {
    title: name,
    kind: say('country'),
    props,
    cited: [...tiers.map(({ tier }) => tier), ...statements].map((fact) => citedFact(fact, library)),
  };
  const body = (
    <>
      {tiers.length > 0 && (
        <>
          <h2>{say('tiers')}</h2>
          <p class="dim">{say('tiers-say')}</p>
          <DataTable table={tierTable} />
          {tierGaps(tiers, library, asOf).map(({ series, editions }) => (
            <p key={series.id}>{say('tier-gaps', { label: series.label, editions: editions.join(', ') })}</p>
          ))}
        </>
      )}
      {statements.length > 0 && (
        <>
          <h2>{say('statements')}</h2>
          <ul class="statements">
            {statements.map((statement) => (
              <li key={statement.date + statement.text}>
                <time dateTime={statement.date}>{dateWords(statement.date)}</time>: {statement.text}{' '}
                <small>
                  <RecordLink to={{ place: 'source', id: statement.source }} asOf={asOf}>
                    {library.sources[statement.source]!.title}
                  </RecordLink>
                  , {statement.locator}; {VERIFICATION_WORDS[statement.verification]}{' '}
                  <SourceLinks
                    source={library.sources[statement.source]!}
                    evidence={library.series[library.sources[statement.source]!.series]!.evidence}
                  />
                </small>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{say('ordered-in', { country: name, count: orders.length })}</h2>
      {orders.length > 0 && <DataTable table={orderTable} />}
    </>
  );
  return tiers.length ? (
    <RecordPage {...page} table={tierTable}>
      {body}
    </RecordPage>
  ) : (
    <RecordPage {...page} table={orderTable} cited={[...page.cited, ...orders.map(citedSource)]}>
      {body}
    </RecordPage>
  );
}
