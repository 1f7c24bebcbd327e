/** Rules for references: every id must exist, and no record may be unused. */
import { recordFile } from '../../list/record-file.ts';
import { byId, eachCountry, eachMarket, eachSeries, eachSource, type Rule } from './rule.ts';
import { citations } from '../cited-sources.ts';

export const everySourceExists: Rule = (data) => {
  const sources = byId(data.sources);
  const check = (record: Parameters<typeof citations>[0], say: (path: string, message: string) => void) => {
    for (const { path, source } of citations(record))
      if (!sources.has(source))
        say(path, `there is no sources/<series>/${source}.json: add the source, or name the one that says this`);
  };
  return [...eachMarket(data, check), ...eachCountry(data, check), ...eachSeries(data, check)];
};

export const everySeriesExists: Rule = (data) => {
  const series = byId(data.series);
  return eachSource(data, (source, say) => {
    if (!series.has(source.series))
      say('series', `there is no series/${source.series}.json: add the series, or name the one that published this`);
  });
};

/** "ustr-nml-2020" belongs to "ustr-nml", so that a large folder stays in order. */
export const sourceIdsBeginWithTheirSeries: Rule = (data) =>
  eachSource(data, (source, say) => {
    if (!source.id.startsWith(`${source.series}-`))
      say(
        'id',
        `the id of a source begins with its series: rename it to "${source.series}-…" (file and id), or correct "series"`,
      );
  });

/**
 * An edition may be without citations: that it exists, and that no market from it is recorded yet, is coverage. So may
 * a series without sources. Every other source must be cited.
 */
export const everySourceIsCited: Rule = (data) => {
  const cited = new Set(
    [...data.markets, ...data.countries, ...data.series].flatMap((record) =>
      citations(record).map(({ source }) => source),
    ),
  );
  return eachSource(data, (source, say) => {
    if (!source.edition && !cited.has(source.id))
      say('', 'nothing cites this source: cite it where it says something, or remove the file');
  });
};

export const relationsLeadSomewhere: Rule = (data) => {
  const markets = byId(data.markets);
  return eachMarket(data, (market, say) => {
    const seen = new Set<string>();
    market.relations?.forEach((relation, n) => {
      const key = `${relation.kind} ${relation.market}`;
      if (!markets.has(relation.market))
        say(
          `relations.${n}.market`,
          `there is no ${recordFile('markets', { id: relation.market })}: add that market, correct the id, or take the relation out`,
        );
      if (relation.market === market.id)
        say(`relations.${n}.market`, 'a market cannot be related to itself: name the other one');
      if (seen.has(key)) say(`relations.${n}`, `"${key}" stands twice: keep the one with the better source`);
      seen.add(key);
    });
  });
};

/** A fact must be read at an address that its source lists; otherwise nobody can find it again. */
export const whatWasReadStandsInItsSource: Rule = (data) => {
  const sources = byId(data.sources);
  const check = (record: Parameters<typeof citations>[0], say: (path: string, message: string) => void) => {
    for (const { path, source, readAt } of citations(record))
      if (readAt && sources.has(source) && !sources.get(source)!.read.some(({ url }) => url === readAt))
        say(
          path.replace(/source$/, 'readAt'),
          `${recordFile('sources', sources.get(source)!)} does not list this address under "read": add it there, or correct it here`,
        );
  };
  return [...eachMarket(data, check), ...eachCountry(data, check), ...eachSeries(data, check)];
};

/** `act` is not allowed if the source lists only reports. */
export const verificationFitsWhatWasRead: Rule = (data) => {
  const sources = byId(data.sources);
  const check = (record: Parameters<typeof citations>[0], say: (path: string, message: string) => void) => {
    for (const { path, source, readAt, verification } of citations(record)) {
      const read = sources.get(source)?.read;
      const what = readAt ? read?.find(({ url }) => url === readAt) : read?.[0];
      if (what && verification && what.as !== verification)
        say(
          path.replace(/source$/, 'verification'),
          `says "${verification}", but what was read is entered in ${recordFile('sources', sources.get(source)!)} as "${what.as}": name what was read in "readAt", or correct one of the two`,
        );
    }
  };
  return [...eachMarket(data, check), ...eachCountry(data, check), ...eachSeries(data, check)];
};
