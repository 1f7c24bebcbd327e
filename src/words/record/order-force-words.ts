/** The words for what is known of an order that neither stands for certain nor has ended. */
import type { OneOrder } from '../../list/order-standing.ts';
import type { Library, SeriesStatus } from '../../list/status.ts';
import { decider } from './deciders.ts';
import { onDate } from '../dates.ts';

/** @param who "one of them ", before a word for an act */
export const lastShownWords = ({ date, by }: NonNullable<SeriesStatus['lastShown']>, who = ''): string =>
  `${by === 'register' ? '' : who}last ${by === 'register' ? 'seen in the register' : 'confirmed or extended'} ${onDate(date)}`;

/**
 * An order that was suspended, or set aside in part.
 * @param which "the order", "that of 9 December 2015"
 */
export function hinderedWords({ hindered }: OneOrder, which: string, library: Library): string {
  const { how, date, source: id, partly, reported } = hindered!;
  const source = library.sources[id];
  const by = source ? ` by ${decider(library.series[source.series]!, source.authority)}` : '';
  const part = partly ? ' in part' : '';
  const when = reported ? `, as reported ${onDate(date)}` : ` ${onDate(date)}`;
  return how === 'suspended'
    ? `enforcement of ${which} was suspended${part}${when}; whether it was taken up again is not in our record`
    : `${which} was set aside${part}${reported ? by + when : when + by}; whether the rest stands is not in our record`;
}
