/** A series: what it means and does not, how to challenge it, and its documents; and the body that issues it. */
import { editionsOf, missingYears } from '../../list/editions.ts';
import { countryName } from '../../words/countries.ts';
import { EVIDENCE_WORDS } from '../../words/record/terms.ts';
import { say } from '../../words/explorer.ts';
import { hostWords, WebLink } from '../../ui/WebLink.tsx';
import { RecordLink } from '../RecordLink.tsx';
import { DataTable } from '../table/DataTable.tsx';
import type { ViewProps } from '../view.ts';
import { documentColumns } from './document-columns.tsx';
import { citedSource, documentsOf, seriesOfBody } from './facts.ts';
import { Facts, NoRecord, RecordPage } from './Page.tsx';

export function SeriesView(props: ViewProps) {
  const { whole, route, asOf } = props;
  const series = whole.library.series[route.id];
  if (!series) return <NoRecord id={route.id} />;
  const { jurisdiction, challenge } = series;
  const missing = missingYears(editionsOf(series.id, whole.library, asOf).map(({ edition }) => edition));
  return (
    <DocumentsPage props={props} title={series.name} kind={EVIDENCE_WORDS[series.evidence]} ids={[series.id]}>
      <Facts
        facts={[
          [
            say('issuer'),
            <RecordLink to={{ place: 'body', id: series.id }} asOf={asOf}>
              {series.issuer}
            </RecordLink>,
          ],
          [
            say('filter-jurisdiction'),
            jurisdiction && (
              <RecordLink to={{ place: 'country', id: jurisdiction.toLowerCase() }} asOf={asOf}>
                {countryName(jurisdiction)}
              </RecordLink>
            ),
          ],
          [say('means'), series.means],
          [say('does-not-mean'), series.doesNotMean],
          [
            say('challenge'),
            <>
              {challenge.text} {challenge.url && <WebLink to={challenge.url}>({hostWords(challenge.url)})</WebLink>}
            </>,
          ],
          [
            say('statutes'),
            series.statutes?.map(({ id, name, source }) => (
              <p key={id}>
                <RecordLink to={{ place: 'source', id: source }} asOf={asOf}>
                  {name}
                </RecordLink>
              </p>
            )),
          ],
          [say('missing-years'), missing.join(', ')],
        ]}
      />
    </DocumentsPage>
  );
}

/** Everything that one body issued, by year: the address holds the id of one of its series. */
export function BodyView(props: ViewProps) {
  const { whole, route, asOf } = props;
  const of = whole.library.series[route.id];
  if (!of) return <NoRecord id={route.id} />;
  const all = seriesOfBody(whole.library, of);
  return (
    <DocumentsPage props={props} title={of.issuer} kind={say('body')} ids={all.map(({ id }) => id)}>
      <ul>
        {all.map(({ id, name, evidence }) => (
          <li key={id}>
            <RecordLink to={{ place: 'series', id }} asOf={asOf}>
              {name}
            </RecordLink>{' '}
            <small>{EVIDENCE_WORDS[evidence]}</small>
          </li>
        ))}
      </ul>
    </DocumentsPage>
  );
}

function DocumentsPage({
  props,
  title,
  kind,
  ids,
  children,
}: {
  props: ViewProps;
  title: string;
  kind: string;
  /** The series whose documents are shown. */
  ids: readonly string[];
  children: preact.ComponentChildren;
}) {
  const { whole, asOf } = props;
  const rows = documentsOf(whole.library, new Set(ids), asOf);
  const table = {
    caption: say('documents-of', { title }),
    columns: documentColumns(whole, asOf, rows, ids.length > 1),
    rows,
  };
  return (
    <RecordPage title={title} kind={kind} props={props} table={table} cited={rows.map(citedSource)}>
      {children}
      <h2>{say('documents', { count: rows.length })}</h2>
      {rows.length > 0 && <DataTable table={table} />}
    </RecordPage>
  );
}
