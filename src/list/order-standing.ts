/** The status that all orders of one series together give to a domain. */
import { earliest, latest } from './dates.ts';
import { inOrder, ownEvents, type HistoryEvent } from './history.ts';
import { orderForce, type Force } from './order-force.ts';
import type { Verification } from './records.ts';
import type { Question, Status } from './standing.ts';

/** One of the orders of a series about the domain. */
export interface OneOrder {
  /** Of its first act about the domain. */
  date: string;
  /** The date is that of a report of it. */
  reported?: true;
  /** The date is that on which somebody saw that it had been made. */
  observed?: true;
  /** As in `HistoryEvent`. */
  inForce: boolean | null;
  how?: 'permanent' | 'statute' | 'term' | 'later-act' | 'lifted' | 'annulled';
  /** `standing` or `ended` is said of this one. */
  decides?: true;
  /** Suspended, or set aside in part: whether it, or the rest of it, stands is not known. */
  hindered?: {
    how: 'suspended' | 'annulled';
    date: string;
    /** Source id of the act. */
    source: string;
    partly?: true;
    /** The day is that of a report, or that on which somebody saw it. */
    reported?: true;
  };
}

/** How it is known that an order is in force or has ended. With several orders, the deciding one. */
export interface OrderStanding {
  /** Every order up to the day, oldest first. */
  orders?: readonly OneOrder[];
  standing?: {
    how: 'permanent' | 'statute' | 'term' | 'later-act';
    /** End of the term, or date of the later act. */
    date?: string;
    /** "article 15.6 of law 149-FZ" */
    statute?: string;
    /** How the deciding act was read. */
    verification: Verification;
  };
  ended?: {
    how: 'lifted' | 'annulled' | 'term' | 'statute';
    date: string;
    statute?: string;
    /** Source id of the act that ended it. */
    source: string;
    /** The day is that on which somebody saw that it had ended. */
    observed?: true;
    /** The day is that of a report of it. */
    reported?: true;
  };
  /** The newest evidence that an order was in force: a later act, or a register that still held the name. */
  lastShown?: { date: string; by: 'act' | 'register' };
  /** By law the order ends on this day at the latest; its actual end is not in the record. */
  atMost?: { date: string; statute: string };
}

export function orderStanding({ events, asOf }: Question): ({ status: Status } & OrderStanding) | null {
  // A later act that printed only the market's name is about a whole order, so it counts only if an act of that order
  // printed the domain.
  const orders = new Set(
    events.flatMap((event) =>
      event.order && event.bearing === 'printed' && earliest(event.date) <= asOf ? [event.order] : [],
    ),
  );
  const forces = [...orders]
    .map((order) => {
      const acts = ownEvents(events).filter((event) => event.order === order);
      return { acts, first: acts.find(({ bearing }) => bearing === 'printed')!, force: orderForce(acts, asOf) };
    })
    .sort((a, b) => inOrder(a.first, b.first));
  if (!forces.length) return null;
  const signs = forces
    .flatMap(({ acts }) => acts.filter((act) => CONFIRMING.has(act.kind) && earliest(act.date) <= asOf))
    .sort(inOrder);
  const last = signs.at(-1);
  // Someone who saw the name in a register saw no act that confirms the order.
  const shown = last
    ? { lastShown: { date: last.date, by: last.dateKind === 'observed' ? ('register' as const) : ('act' as const) } }
    : {};
  const each = (deciding?: Force<HistoryEvent>) =>
    forces.map(({ first, force }) => oneOrder(first, force, force === deciding));
  const inForce = forces.flatMap(({ force }) => (force.inForce === true ? [force] : [])).sort(byEvidence)[0];
  if (inForce) return { status: 'blocked', orders: each(inForce), ...shown, standing: standingBy(inForce) };
  const unknown = forces.filter(({ force }) => force.inForce === null);
  if (unknown.length)
    return {
      status: 'block-ordered',
      orders: each(),
      ...shown,
      ...atMost(unknown.flatMap(({ acts }) => acts.filter(({ date }) => earliest(date) <= asOf))),
    };
  const ended = forces
    .flatMap(({ force }) => (force.inForce === false ? [force] : []))
    .sort((a, b) => (latest(a.date) < latest(b.date) ? 1 : -1))[0]!;
  const { how, date, by } = ended;
  return {
    status: 'formerly-blocked',
    orders: each(ended),
    ...shown,
    ended: {
      how,
      date,
      source: by.source,
      ...(how === 'statute' && { statute: by.statute!.name }),
      ...((how === 'lifted' || how === 'annulled') && sourceOfDay(by)),
    },
  };
}

/** Whose day it is, where it is not the act's own. */
const sourceOfDay = ({ dateKind, verification }: HistoryEvent): { observed?: true; reported?: true } =>
  dateKind === 'observed'
    ? { observed: true }
    : dateKind === 'published' && verification === 'report'
      ? { reported: true }
      : {};

function oneOrder(first: HistoryEvent, force: Force<HistoryEvent>, decides: boolean): OneOrder {
  const made = { date: first.date, ...sourceOfDay(first) };
  if (force.inForce !== null)
    return { ...made, inForce: force.inForce, how: force.how, ...(decides && { decides: true as const }) };
  const { hindered } = force;
  if (!hindered) return { ...made, inForce: null };
  const { kind, source, partly } = hindered;
  const reported = Object.keys(sourceOfDay(hindered)).length > 0;
  return {
    ...made,
    inForce: null,
    hindered: {
      how: kind === 'suspended' ? 'suspended' : 'annulled',
      date: hindered.date,
      source,
      ...(partly && { partly }),
      ...(reported && { reported: true as const }),
    },
  };
}

const CONFIRMING: ReadonlySet<string> = new Set(['extended', 'confirmed', 'reinstated']);
const RANK = { permanent: 0, statute: 1, term: 2, 'later-act': 3 } as const;
const READING: Record<Verification, number> = { act: 0, 'copy-of-act': 1, report: 2 };

type Stands = Extract<Force<HistoryEvent>, { inForce: true }>;
/** Prefers orders read in the act itself, then the stronger kind of evidence, then the term that runs longer. */
const byEvidence = (a: Stands, b: Stands): number =>
  READING[a.by.verification] - READING[b.by.verification] ||
  RANK[a.how] - RANK[b.how] ||
  ((a.until ?? '') < (b.until ?? '') ? 1 : -1);

function standingBy({ how, by, until }: Stands): NonNullable<OrderStanding['standing']> {
  const date = how === 'later-act' ? by.date : until;
  return {
    how,
    verification: by.verification,
    ...(date && { date }),
    ...(how === 'statute' && { statute: by.statute!.name }),
  };
}

function atMost(acts: readonly HistoryEvent[]): Pick<OrderStanding, 'atMost'> {
  const limited = acts
    .filter(({ statute }) => statute?.until)
    .sort((a, b) => (a.statute!.until! < b.statute!.until! ? 1 : -1))[0];
  return limited && acts.every(({ kind, statute }) => kind !== 'blocked' || statute?.until)
    ? { atMost: { date: limited.statute!.until!, statute: limited.statute!.name } }
    : {};
}
