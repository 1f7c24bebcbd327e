/** Rules for statutes: each has exactly one term, and an order may apply only a statute that was law on its day. */
import { compareDates, earliest, latest } from '../../list/dates.ts';
import { recordFile } from '../../list/record-file.ts';
import { byId, eachSeries, eachSource, type Rule } from './rule.ts';

export const statutesSayOneTerm: Rule = (data) => {
  const sources = byId(data.sources);
  const series = byId(data.series);
  return eachSeries(data, (record, say) =>
    record.statutes?.forEach((statute, n) => {
      if ((statute.permanent === undefined) === (statute.months === undefined))
        say(`statutes.${n}`, 'a statute makes an order permanent or gives it so many months: say one of the two');
      if (statute.until && compareDates(statute.until, statute.from) < 0)
        say(`statutes.${n}.until`, `${statute.until} is before "from" (${statute.from}): correct one of them`);
      if (record.statutes!.findIndex(({ id }) => id === statute.id) !== n)
        say(`statutes.${n}.id`, `"${statute.id}" stands twice: keep one`);
      const source = sources.get(statute.source);
      if (source && series.get(source.series)?.evidence !== 'statute')
        say(
          `statutes.${n}.source`,
          `${recordFile('sources', source)} is not the text of a statute: cite one of a series whose evidence is "statute"`,
        );
    }),
  );
};

/** In a series with such statutes, an order without a term must name a statute or say that none applies. */
export const ordersSayTheirTerm: Rule = (data) => {
  const series = byId(data.series);
  const open = new Set(
    data.markets.flatMap(({ events }) =>
      events.flatMap((event) => (event.kind === 'blocked' && !event.until && !event.permanent ? event.source : [])),
    ),
  );
  return eachSource(data, (source, say) => {
    const statutes = series.get(source.series)?.statutes;
    if (
      statutes &&
      open.has(source.id) &&
      !source.permanent &&
      !source.until &&
      !source.provisional &&
      source.statute === undefined
    )
      say(
        'statute',
        `has no term, and statutes of its series give one: name the one that it applies (${statutes.map(({ id }) => id).join(', ')}), or null`,
      );
  });
};

export const ordersNameStatutesOfTheirSeries: Rule = (data) => {
  const series = byId(data.series);
  return eachSource(data, (source, say) => {
    if (!source.statute) return;
    const known = series.get(source.series)?.statutes ?? [];
    const statute = known.find(({ id }) => id === source.statute);
    if (!statute)
      say(
        'statute',
        `series/${source.series}.json has no statute "${source.statute}": add it there, or name one of ${known.map(({ id }) => id).join(', ')}`,
      );
    else if (
      earliest(source.date) < earliest(statute.from) ||
      (statute.until && earliest(source.date) > latest(statute.until))
    )
      say('statute', `${statute.name} was not law on ${source.date}: it decides nothing about this order; take it out`);
    if (source.provisional)
      say('statute', 'a provisional measure does not run as long as the statute says: take one of the two out');
    if (source.permanent || source.until)
      say('statute', 'the order itself says how long it runs: take the statute out');
  });
};
