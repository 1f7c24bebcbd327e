/** Who decided, as said inside a sentence. */
import type { Series } from '../../list/records.ts';
import { countryName } from '../countries.ts';

export function possessive(series: Series): string {
  return series.issuedBy.endsWith('s') ? `${series.issuedBy}’` : `${series.issuedBy}’s`;
}

/** True if the issuer is only a kind of body, not a name: "a court of Denmark". */
export const isGeneric = ({ issuedBy }: Pick<Series, 'issuedBy'>): boolean =>
  /^(?:an? |investigators |authorities |United States authorities)/.test(issuedBy);

/**
 * The deciding body, as used inside a sentence: its name if the record has one, else the issuer of the series.
 * @param authority as printed in the source
 */
export function decider(series: Series, authority: string | undefined): string {
  if (!authority || !isGeneric(series)) return series.issuedBy;
  return /^(?:the|an?) /i.test(authority) || !authority.includes(' ') ? authority : `the ${authority}`;
}

/** With the country: "the MCMC (Malaysia)", "the ministry (Kominfo, Indonesia)", but "a court of Denmark" unchanged. */
export function deciderWithPlace(series: Series, authority?: string): string {
  const by = decider(series, authority);
  const country = series.jurisdiction && series.jurisdiction !== 'EU' ? countryName(series.jurisdiction) : '';
  if (!country || by.includes(country)) return by;
  return by.endsWith(')') ? `${by.slice(0, -1)}, ${country})` : `${by} (${country})`;
}

/**
 * Who seized, with the court or body that the source names: the requesting, ordering and acting bodies often differ.
 */
export const seizedBy = (series: Series, authority: string | undefined): string =>
  authority && isGeneric(series) && authority !== series.issuedBy
    ? `${series.issuedBy} (${authority})`
    : series.issuedBy;
