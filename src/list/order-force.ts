/** Decides whether an order is in force on a day, and on what evidence. */
import { earliest, latest } from './dates.ts';
import type { EventKind, Verification } from './records.ts';

/** The fields needed of an act: an order, or a later act about it. */
export interface Act {
  date: string;
  kind: EventKind;
  verification: Verification;
  permanent?: true;
  until?: string;
  statute?: { permanent?: true; until?: string };
}

export type Force<A extends Act = Act> =
  /**
   * In force on positive evidence: its own words, a statute, a stated term that still runs (`until`), or an act after
   * the day that confirms or extends it.
   */
  | { inForce: true; how: 'permanent' | 'statute' | 'term' | 'later-act'; by: A; until?: string }
  /** Ended by an act on `date`, or by a term whose last possible day is `date`. */
  | { inForce: false; how: 'lifted' | 'annulled' | 'term' | 'statute'; by: A; date: string }
  /** Not known. `by` is the last act; null if nothing is ordered yet. */
  | { inForce: null; by: A | null };

/** @param acts the order and the later acts about it, sorted by date, including those after `asOf` */
export function orderForce<A extends Act>(acts: readonly A[], asOf: string): Force<A> {
  const past = acts.filter((act) => earliest(act.date) <= asOf);
  const last = past.at(-1);
  if (!last) return { inForce: null, by: null };
  const ended = past.findLastIndex((act) => act.kind === 'unblocked' || act.kind === 'annulled');
  const restored = past.findLastIndex((act) => act.kind === 'reinstated');
  // A reinstated order is in force as it was ordered.
  const open =
    restored > ended
      ? past.filter((act) => act.kind !== 'unblocked' && act.kind !== 'annulled')
      : past.slice(ended + 1);
  const newest = open.at(-1);
  if (!newest)
    return { inForce: false, how: last.kind === 'annulled' ? 'annulled' : 'lifted', by: last, date: last.date };
  const permanent = bestKnown(open.filter((act) => act.permanent));
  if (permanent) return { inForce: true, how: 'permanent', by: permanent };
  const byStatute = bestKnown(open.filter((act) => act.statute?.permanent));
  if (byStatute) return { inForce: true, how: 'statute', by: byStatute };
  // The last act decides the term: an extension replaces the end that the order stated.
  const term = open.findLast((act) => act.until);
  if (term && asOf <= earliest(term.until!)) return { inForce: true, how: 'term', by: term, until: term.until! };
  const next = acts.find((act) => earliest(act.date) > asOf);
  if (next && (next.kind === 'confirmed' || next.kind === 'extended'))
    return { inForce: true, how: 'later-act', by: next };
  if (term)
    return asOf > latest(term.until!) && newest.until
      ? { inForce: false, how: 'term', by: term, date: term.until! }
      : { inForce: null, by: newest };
  // A statute gives only the longest term. That it has passed is evidence that the order ended; that it still runs is
  // no evidence that the order is in force.
  const limited = open.findLast((act) => act.statute?.until);
  const most = limited?.statute?.until;
  if (most && asOf > most && latest(newest.date) <= most)
    return { inForce: false, how: 'statute', by: limited, date: most };
  return { inForce: null, by: newest };
}

const RANK: Record<Verification, number> = { act: 0, 'copy-of-act': 1, report: 2 };
/** Prefers the act itself to a copy, and a copy to a report. */
function bestKnown<A extends Act>(acts: readonly A[]): A | undefined {
  return [...acts].sort((a, b) => RANK[a.verification] - RANK[b.verification])[0];
}
