/** Converts a source to a CSL-JSON item, from which all citation formats are written. Pure. */
import type { Evidence, Series, Source } from '../../list/records.ts';

export interface CslItem {
  id: string;
  type: 'report' | 'legal_case' | 'webpage';
  title: string;
  issued: { 'date-parts': [[number, number?, number?]] };
  author?: [{ literal: string }];
  authority?: string;
  publisher?: string;
  number?: string;
  jurisdiction?: string;
  URL: string;
  note?: string;
}

const TYPE: Record<Evidence, CslItem['type']> = {
  'court-order': 'legal_case',
  'administrative-order': 'legal_case',
  judgment: 'legal_case',
  seizure: 'report',
  'voluntary-agreement': 'report',
  'government-list': 'report',
  'industry-submission': 'report',
  observed: 'webpage',
  report: 'webpage',
  statute: 'webpage',
};

export function cslItem(source: Source, series: Series): CslItem {
  const type = TYPE[series.evidence];
  const issuer = source.authority ?? series.issuer;
  const read = source.read[0]!;
  const notes = [
    source.note ?? '',
    source.archived ? `Archived: ${source.archived}` : '',
    // A reader must not cite an act as read if nobody read it.
    source.read.every((each) => each.as === 'report')
      ? `The act itself was not read for this record; known from: ${read.url}`
      : '',
  ].filter(Boolean);
  return {
    id: source.id,
    type,
    title: source.title,
    issued: { 'date-parts': [source.date.split('-').map(Number) as [number, number?, number?]] },
    ...(type === 'legal_case'
      ? { authority: issuer }
      : type === 'webpage'
        ? { publisher: issuer }
        : { author: [{ literal: issuer }] as [{ literal: string }] }),
    ...(source.caseNumber && { number: source.caseNumber }),
    ...(series.jurisdiction && { jurisdiction: series.jurisdiction }),
    URL: source.url ?? read.url,
    ...(notes.length && { note: notes.join(' ') }),
  };
}
