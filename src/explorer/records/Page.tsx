/** The frame of a record's page: heading, facts, tables, and what a reader takes away. */
import type { ComponentChildren } from 'preact';
import { say } from '../../words/explorer.ts';
import { dateWords } from '../../words/dates.ts';
import { hashOf } from '../route.ts';
import { TakeAway } from '../table/TakeAway.tsx';
import type { Table } from '../table/table.ts';
import type { CitedFact } from '../../ui/citations/cited.ts';
import type { ViewProps } from '../view.ts';

export function RecordPage<Row>({
  title,
  kind,
  props: { whole, route, asOf, readOn },
  table,
  cited,
  children,
}: {
  title: string;
  /** What it is, over the title. */
  kind: string;
  props: ViewProps;
  /** The main table of the page: what is exported. */
  table: Table<Row>;
  cited: readonly CitedFact[];
  children: ComponentChildren;
}) {
  return (
    <>
      <p class="dim">{kind}</p>
      <h1 tabIndex={-1}>{title}</h1>
      {asOf !== readOn && <p class="caution">{say('past-day', { day: dateWords(asOf) })}</p>}
      <TakeAway
        table={table}
        origin={{ view: hashOf(route), asOf, readOn, list: whole.list }}
        citable={{ history: cited, library: whole.library, readOn }}
        name={`${route.place}-${route.id}`}
      />
      {children}
    </>
  );
}

/** Said where the address names a record that the list does not hold, or not on the day. */
export function NoRecord({ id }: { id: string }) {
  return <h1 tabIndex={-1}>{say('no-record', { id })}</h1>;
}

export function Facts({ facts }: { facts: readonly (readonly [label: string, value: ComponentChildren])[] }) {
  return (
    <dl class="facts">
      {facts
        .filter(([, value]) => value !== '' && value !== null && value !== undefined && value !== false)
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
