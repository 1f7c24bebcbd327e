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
  /** It sets aside, or suspends, only a part of the order, or for one provider. */
  partly?: true;
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
  /**
   * Not known. `by` is the last act; null if nothing is ordered yet. `hindered`: the act that suspended the order or set
   * a part of it aside, which no later act is known to have undone.
   */
  | { inForce: null; by: A | null; hindered?: A };

/** It ends the order, as far as the domains that it speaks of. */
const ends = ({ kind, partly }: Act): boolean => kind === 'unblocked' || (kind === 'annulled' && !partly);
/** It leaves open whether anything of the order stands. */
const hinders = ({ kind, partly }: Act): boolean => kind === 'suspended' || (kind === 'annulled' && partly === true);

/** @param acts the order and the later acts about it, sorted by date, including those after `asOf` */
export function orderForce<A extends Act>(acts: readonly A[], asOf: string): Force<A> {
  const past = acts.filter((act) => earliest(act.date) <= asOf);
  const last = past.at(-1);
  if (!last) return { inForce: null, by: null };
  const ended = past.findLastIndex(ends);
  const restored = past.findLastIndex((act) => act.kind === 'reinstated');
  // A reinstated order is in force as it was ordered.
  const after = restored > ended ? past.filter((act) => !ends(act)) : past.slice(ended + 1);
  const open = after.filter((act) => !hinders(act));
  const newest = open.at(-1);
  if (!newest) {
    const by = past[ended];
    return by
      ? { inForce: false, how: by.kind === 'annulled' ? 'annulled' : 'lifted', by, date: by.date }
      : { inForce: null, by: last };
  }
  const hindered = past.slice(restored + 1).findLast(hinders);
  if (hindered) return termEnded(open, newest, asOf) ?? { inForce: null, by: last, hindered };
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
  return termEnded(open, newest, asOf) ?? { inForce: null, by: newest };
}

/** An order of which the stated term, or the most that a statute allows, has certainly run out; null for any other. */
function termEnded<A extends Act>(open: readonly A[], newest: A, asOf: string): Force<A> | null {
  const term = open.findLast((act) => act.until);
  if (term)
    return asOf > latest(term.until!) && newest.until
      ? { inForce: false, how: 'term', by: term, date: term.until! }
      : null;
  // A statute gives only the longest term. That it has passed is evidence that the order ended; that it still runs is
  // no evidence that the order is in force.
  const limited = open.findLast((act) => act.statute?.until);
  const most = limited?.statute?.until;
  return most && asOf > most && latest(newest.date) <= most
    ? { inForce: false, how: 'statute', by: limited, date: most }
    : null;
}

const RANK: Record<Verification, number> = { act: 0, 'copy-of-act': 1, report: 2 };
/** Prefers the act itself to a copy, and a copy to a report. */
function bestKnown<A extends Act>(acts: readonly A[]): A | undefined {
  return [...acts].sort((a, b) => RANK[a.verification] - RANK[b.verification])[0];
}
