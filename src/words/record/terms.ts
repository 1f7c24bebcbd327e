/** The fixed words for statuses, evidence and how a fact is known. Every one attributes, none judges. */
import type { Evidence } from '../../list/records.ts';
import type { Status } from '../../list/standing.ts';

export const STATUS_WORDS: Record<Status, string> = {
  listed: 'Named on a government list',
  'formerly-listed': 'No longer named on a government list',
  blocked: 'Under a blocking order shown to be in force',
  'block-ordered': 'Ordered blocked; whether the order still stands is not in our record',
  'formerly-blocked': 'Formerly ordered blocked',
  seized: 'Domain seized',
  named: 'Named by industry bodies only',
  'on-record': 'On record, with no status today',
  'not-listed': 'Not named by this address in the lists, orders and submissions on record',
  unknown: 'Not known',
};

export const EVIDENCE_WORDS: Record<Evidence, string> = {
  'court-order': 'court order',
  'administrative-order': 'administrative order',
  'government-list': 'government list',
  seizure: 'seizure',
  'voluntary-agreement': 'voluntary agreement of access providers',
  'industry-submission': 'industry submission',
  observed: 'observed by a third party',
  judgment: 'judgment',
  report: 'report',
  statute: 'statute',
};

export const VERIFICATION_WORDS = {
  act: 'the original document was read',
  'copy-of-act': 'a copy of the original document was read',
  report: 'a report was read',
} as const;
export const ADDRESS_UNKNOWN =
  'This is an IP address. The list names sites by their names, so it can say nothing about an address.';
export const NOT_CLEARANCE = 'Not listed is not clearance.';
