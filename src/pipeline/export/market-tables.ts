/** Tables about markets: names, domains, events. */
import { precision } from '../../list/dates.ts';
import { CATEGORIES, EVENT_KINDS, EVIDENCE } from '../../list/records.ts';
import type { Dataset } from '../dataset.ts';
import {
  column,
  DATE,
  DATE_KIND,
  field,
  many,
  PRECISION,
  required,
  table,
  to,
  VERIFICATION,
  type Table,
} from './table.ts';

export function marketTables(data: Dataset): Table[] {
  const source = new Map(data.sources.map((one) => [one.id, one]));
  const series = new Map(data.series.map((one) => [one.id, one]));
  const domains = data.markets.flatMap((market) => market.domains.map((domain) => ({ market: market.id, ...domain })));
  const events = data.markets.flatMap((market) =>
    market.events.map((event, n) => {
      const of = source.get(event.source)!;
      const date = event.date ?? of.date;
      return {
        id: `${market.id}/${n + 1}`,
        market: market.id,
        ...event,
        date,
        dateKind: event.dateKind ?? of.dateKind,
        series: of.series,
        evidence: series.get(of.series)!.evidence,
      };
    }),
  );
  const relations = data.markets.flatMap((market) =>
    (market.relations ?? []).map((relation) => ({ from: market.id, ...relation })),
  );
  return [
    table(
      'markets',
      'Markets',
      data.markets,
      [
        field('market.id', (m) => m.id, { required: true, unique: true }),
        field('market.name', (m) => m.name, required),
        field('market.otherNames', (m) => many(m.otherNames)),
        field('market.category', (m) => m.category, { required: true, enum: CATEGORIES }),
        field('market.note', (m) => m.note),
      ],
      { primaryKey: ['id'] },
    ),
    table(
      'domains',
      'Domains of the markets',
      domains,
      [
        column('market', 'Id of the market.', (d) => d.market, required),
        field('market.domains.name', (d) => d.name, required),
        field('market.domains.scope', (d) => d.scope ?? 'domain', {
          required: true,
          enum: ['domain', 'host', 'url-prefix'],
        }),
        field('market.domains.path', (d) => d.path),
        field('market.domains.from', (d) => d.from, { pattern: DATE }),
        field('market.domains.until', (d) => d.until, { pattern: DATE }),
        field('market.domains.source', (d) => d.source, required),
        field('market.domains.verification', (d) => d.verification, { required: true, enum: VERIFICATION }),
        field('market.domains.locator', (d) => d.locator, required),
        field('market.domains.readAt', (d) => d.readAt),
        field('market.domains.changedHands.date', (d) => d.changedHands?.date, { pattern: DATE }, 'changed_hands_date'),
        field('market.domains.changedHands.note', (d) => d.changedHands?.note, undefined, 'changed_hands_note'),
        {
          ...field(
            'market.domains.changedHands.agreed',
            (d: (typeof domains)[number]) => d.changedHands?.agreed,
            undefined,
            'changed_hands_agreed',
          ),
          type: 'boolean',
        },
        field('market.domains.changedHands.source', (d) => d.changedHands?.source, undefined, 'changed_hands_source'),
        field('market.domains.withheld', (d) => d.withheld),
      ],
      { foreignKeys: [to('market', 'markets'), to('source', 'sources')] },
    ),
    table(
      'events',
      'Events, each with the source that says it',
      events,
      [
        column('id', 'Market and number of the event in its file; of this release only.', (e) => e.id, {
          required: true,
          unique: true,
        }),
        column('market', 'Id of the market.', (e) => e.market, required),
        field('market.events.kind', (e) => e.kind, { required: true, enum: EVENT_KINDS }),
        column(
          'date',
          'Date of the event; where the record gives none of its own, that of the source.',
          (e) => e.date,
          { required: true, pattern: DATE },
        ),
        column('date_precision', 'How precise the date is.', (e) => precision(e.date), {
          required: true,
          enum: PRECISION,
        }),
        field('market.events.dateKind', (e) => e.dateKind, { required: true, enum: DATE_KIND }),
        column('series', 'Id of the series that the source belongs to.', (e) => e.series, required),
        field('market.events.source', (e) => e.source, required),
        column('evidence', 'What kind of act the series is.', (e) => e.evidence, { required: true, enum: EVIDENCE }),
        field('market.events.domains', (e) => (e.domains === 'market-only' ? e.domains : many(e.domains)), required),
        field('market.events.printedName', (e) => e.printedName),
        field('market.events.verification', (e) => e.verification, { required: true, enum: VERIFICATION }),
        field('market.events.locator', (e) => e.locator, required),
        field('market.events.readAt', (e) => e.readAt),
        { ...field('market.events.permanent', (e: (typeof events)[number]) => e.permanent), type: 'boolean' },
        field('market.events.until', (e) => e.until, { pattern: DATE }),
        field('market.events.order', (e) => e.order),
        { ...field('market.events.partly', (e: (typeof events)[number]) => e.partly), type: 'boolean' },
        field('market.events.note', (e) => e.note),
      ],
      { primaryKey: ['id'], foreignKeys: [to('market', 'markets'), to('source', 'sources'), to('series', 'series')] },
    ),
    table(
      'relations',
      'Relations between markets',
      relations,
      [
        column('market', 'Id of the market that has the relation.', (r) => r.from, required),
        field('market.relations.kind', (r) => r.kind, required),
        column('other', 'Id of the other market.', (r) => r.market, required),
        field('market.relations.source', (r) => r.source, required),
        field('market.relations.verification', (r) => r.verification, { required: true, enum: VERIFICATION }),
        field('market.relations.locator', (r) => r.locator, required),
        field('market.relations.readAt', (r) => r.readAt),
        field('market.relations.note', (r) => r.note),
      ],
      { foreignKeys: [to('market', 'markets'), to('other', 'markets'), to('source', 'sources')] },
    ),
  ];
}
