/** Tables about sources, series and the tiers of countries. */
import { precision } from '../../list/dates.ts';
import { EVIDENCE } from '../../list/records.ts';
import type { Dataset } from '../dataset.ts';
import { foundInEditions } from '../rules/editions.ts';
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

export function sourceTables(data: Dataset): Table[] {
  const found = foundInEditions(data);
  const source = new Map(data.sources.map((one) => [one.id, one]));
  const reads = data.sources.flatMap((one) =>
    one.read.map((read, n) => ({ source: one.id, position: n + 1, ...read })),
  );
  const tiers = data.countries.flatMap((country) =>
    country.tiers.map((tier) => ({
      country: country.id,
      name: country.name,
      series: source.get(tier.source)!.series,
      date: source.get(tier.source)!.date,
      ...tier,
    })),
  );
  const statements = data.countries.flatMap((country) =>
    (country.statements ?? []).map((statement) => ({ country: country.id, ...statement })),
  );
  return [
    table(
      'sources',
      'Sources',
      data.sources,
      [
        field('source.id', (s) => s.id, { required: true, unique: true }),
        field('source.series', (s) => s.series, required),
        field('source.title', (s) => s.title, required),
        field('source.date', (s) => s.date, { required: true, pattern: DATE }),
        column('date_precision', 'How precise the date is.', (s) => precision(s.date), {
          required: true,
          enum: PRECISION,
        }),
        field('source.dateKind', (s) => s.dateKind, { required: true, enum: DATE_KIND }),
        field('source.edition', (s) => s.edition),
        { ...field('source.stated', (s: (typeof data.sources)[number]) => s.stated), type: 'integer' },
        column(
          'found',
          'Markets of the edition that the record holds.',
          (s) => (s.edition ? (found.get(s.id) ?? 0) : null),
          undefined,
          'integer',
        ),
        { ...field('source.complete', (s: (typeof data.sources)[number]) => s.complete), type: 'boolean' },
        field('source.authority', (s) => s.authority),
        field('source.tracedBy', (s) => s.tracedBy),
        field('source.caseNumber', (s) => s.caseNumber),
        field('source.methods', (s) => many(s.methods)),
        { ...field('source.permanent', (s: (typeof data.sources)[number]) => s.permanent), type: 'boolean' },
        field('source.until', (s) => s.until, { pattern: DATE }),
        { ...field('source.provisional', (s: (typeof data.sources)[number]) => s.provisional), type: 'boolean' },
        field('source.url', (s) => s.url),
        field('source.archived', (s) => s.archived),
        field('source.copies', (s) => many(s.copies)),
        field('source.note', (s) => s.note),
      ],
      { primaryKey: ['id'], foreignKeys: [to('series', 'series')] },
    ),
    table(
      'reads',
      'What was read for each source',
      reads,
      [
        column('source', 'Id of the source.', (r) => r.source, required),
        column('position', '1 is the best.', (r) => r.position, required, 'integer'),
        field('source.read.url', (r) => r.url, required),
        field('source.read.as', (r) => r.as, { required: true, enum: VERIFICATION }),
        field('source.read.title', (r) => r.title),
        field('source.read.sha256', (r) => r.sha256),
      ],
      { primaryKey: ['source', 'position'], foreignKeys: [to('source', 'sources')] },
    ),
    table(
      'series',
      'Series',
      data.series,
      [
        field('series.id', (s) => s.id, { required: true, unique: true }),
        field('series.name', (s) => s.name, required),
        field('series.label', (s) => s.label, required),
        field('series.issuer', (s) => s.issuer, required),
        field('series.jurisdiction', (s) => s.jurisdiction),
        field('series.evidence', (s) => s.evidence, { required: true, enum: EVIDENCE }),
        field('series.means', (s) => s.means, required),
        field('series.doesNotMean', (s) => s.doesNotMean, required),
        field('series.challenge.text', (s) => s.challenge.text, required, 'challenge'),
        field('series.challenge.url', (s) => s.challenge.url, undefined, 'challenge_url'),
        field('series.url', (s) => s.url),
      ],
      { primaryKey: ['id'] },
    ),
    table(
      'countries',
      'Tiers of countries, source by source',
      tiers,
      [
        column('country', 'ISO 3166 code in lower case, "eu" for the Union.', (t) => t.country, required),
        field('country.name', (t) => t.name, required),
        column(
          'series',
          'Id of the series: what USTR decided, or what IIPA only asked for.',
          (t) => t.series,
          required,
        ),
        field('country.tiers.source', (t) => t.source, required),
        column('date', 'Date of the source.', (t) => t.date, { required: true, pattern: DATE }),
        field('country.tiers.tier', (t) => t.tier, required),
        field('country.tiers.verification', (t) => t.verification, { required: true, enum: VERIFICATION }),
        field('country.tiers.locator', (t) => t.locator, required),
        field('country.tiers.readAt', (t) => t.readAt),
        field('country.tiers.note', (t) => t.note),
      ],
      { foreignKeys: [to('source', 'sources'), to('series', 'series')] },
    ),
    table(
      'statements',
      'Dated facts about the rules of countries',
      statements,
      [
        column('country', 'ISO 3166 code in lower case, "eu" for the Union.', (s) => s.country, required),
        field('country.statements.date', (s) => s.date, { required: true, pattern: DATE }),
        field('country.statements.dateKind', (s) => s.dateKind, { required: true, enum: DATE_KIND }),
        field('country.statements.text', (s) => s.text, required),
        field('country.statements.source', (s) => s.source, required),
        field('country.statements.verification', (s) => s.verification, { required: true, enum: VERIFICATION }),
        field('country.statements.locator', (s) => s.locator, required),
        field('country.statements.readAt', (s) => s.readAt),
      ],
      { foreignKeys: [to('source', 'sources')] },
    ),
  ];
}
