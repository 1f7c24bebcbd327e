/** What the orders of one series, taken together, make of a domain. */
import { earliest, latest } from './dates.ts';
import { inOrder, ownEvents, type HistoryEvent } from './history.ts';
import { orderForce, type Force } from './order-force.ts';
import type { Verification } from './records.ts';
import type { Question, Status } from './standing.ts';

/** How it is known that an order stands, or that it has ended; of several orders, of the one that decides. */
export interface OrderStanding {
  standing?: {
    how: 'permanent' | 'statute' | 'term' | 'later-act';
    /** End of the term, or date of the later act. */
    date?: string;
    /** "article 15.6 of law 149-FZ" */
    statute?: string;
    /** What was read for the claim. */
    verification: Verification;
  };
  ended?: {
    how: 'lifted' | 'annulled' | 'term' | 'statute';
    date: string;
    statute?: string;
    /** Source of the act that ended it. */
    source: string;
    /** Only a part of the order was set aside, or for one provider. */
    partly?: true;
    /** The day is that on which somebody saw that it had ended. */
    observed?: true;
  };
  /**
   * The newest sign that an order stood: a later act, or, where nothing newer is known, a register that still held the
   * name.
   */
  lastShown?: { date: string; by: 'act' | 'register' };
  /** By law the order ends on this day at the latest; its own end is not in the record. */
  atMost?: { date: string; statute: string };
}

export function orderStanding({ events, asOf }: Question): ({ status: Status } & OrderStanding) | null {
  // A market-only extension or lifting speaks of a whole order, so it counts only where some act of that order printed
  // the domain.
  const orders = new Set(
    events.flatMap((event) =>
      event.order && event.bearing === 'printed' && earliest(event.date) <= asOf ? [event.order] : [],
    ),
  );
  const forces = [...orders].map((order) => {
    const acts = ownEvents(events).filter((event) => event.order === order);
    return { acts, force: orderForce(acts, asOf) };
  });
  if (!forces.length) return null;
  const signs = forces
    .flatMap(({ acts }) => acts.filter((act) => SHOWS.has(act.kind) && earliest(act.date) <= asOf))
    .sort(inOrder);
  const last = signs.at(-1);
  // Who saw the name in a register saw no act that confirms the order.
  const shown = last
    ? { lastShown: { date: last.date, by: last.dateKind === 'observed' ? ('register' as const) : ('act' as const) } }
    : {};
  const inForce = forces.flatMap(({ force }) => (force.inForce === true ? [force] : [])).sort(bestShown)[0];
  if (inForce) return { status: 'blocked', ...shown, standing: standingBy(inForce) };
  const unknown = forces.filter(({ force }) => force.inForce === null);
  if (unknown.length)
    return {
      status: 'block-ordered',
      ...shown,
      ...atMost(unknown.flatMap(({ acts }) => acts.filter(({ date }) => earliest(date) <= asOf))),
    };
  const ended = forces
    .flatMap(({ force }) => (force.inForce === false ? [force] : []))
    .sort((a, b) => (latest(a.date) < latest(b.date) ? 1 : -1))[0]!;
  const { how, date, by } = ended;
  return {
    status: 'formerly-blocked',
    ...shown,
    ended: {
      how,
      date,
      source: by.source,
      ...(how === 'statute' && { statute: by.statute!.name }),
      ...(by.partly && { partly: by.partly }),
      ...((how === 'lifted' || how === 'annulled') && by.dateKind === 'observed' && { observed: true as const }),
    },
  };
}

const SHOWS: ReadonlySet<string> = new Set(['extended', 'confirmed', 'reinstated']);
const RANK = { permanent: 0, statute: 1, term: 2, 'later-act': 3 } as const;
const READING: Record<Verification, number> = { act: 0, 'copy-of-act': 1, report: 2 };

type Stands = Extract<Force<HistoryEvent>, { inForce: true }>;
/** A claim is not laid on a report where another order has it from the act. */
const bestShown = (a: Stands, b: Stands): number =>
  READING[a.by.verification] - READING[b.by.verification] || RANK[a.how] - RANK[b.how];

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
