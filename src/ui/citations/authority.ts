/**
 * Who made an act, by name: the author of its citation. Never a class of bodies such as "Courts of Denmark" or
 * "Newspapers, news sites": where the record does not hold the name, that is said in square brackets.
 */
import type { Series, Source } from '../../list/records.ts';
import { countryInText, countryName } from '../../words/countries.ts';
import { isGeneric } from '../../words/record/deciders.ts';

/** Names that every country has; they need the country beside them: "Supreme Court of Denmark". */
const IN_EVERY_COUNTRY =
  /^((?:Eastern High|Supreme|High|Federal|Market|Criminal|Patent and Market) [Cc]ourt(?: of (?:Appeal|Cassation))?|Court of (?:Appeal|Cassation)|Ministry of (?:\p{Lu}\p{L}+|and)(?: (?:\p{Lu}\p{L}+|and))*)(?=$|,| \()/u;

/** The deciding bodies of an act, each by name; never empty. */
export function authoritiesOf(
  { authority }: Pick<Source, 'authority'>,
  series: Pick<Series, 'issuer' | 'issuedBy' | 'jurisdiction' | 'evidence'>,
): string[] {
  // "AGCOM" of the "Autorità per le garanzie nelle comunicazioni (AGCOM)".
  if (authority && series.issuer.endsWith(` (${authority})`)) return [issuerName(series.issuer)];
  if (authority) return authority.split('; ').map((name) => withCountry(name, series));
  if (!isGeneric(series)) return [issuerName(series.issuer)];
  // "United States Department of Justice and …" names bodies; "Courts of Denmark" does not.
  if (/\b(?:Department|Office|Commission)\b/.test(series.issuer)) return [issuerName(series.issuer)];
  const body = series.evidence === 'court-order' || series.evidence === 'judgment' ? 'court' : 'authority';
  const place = series.jurisdiction ? ` of ${countryInText(series.jurisdiction)}` : '';
  return [`[${body}${place}, name not in our record]`];
}

function withCountry(name: string, { issuedBy, jurisdiction }: Pick<Series, 'issuedBy' | 'jurisdiction'>): string {
  const court = IN_EVERY_COUNTRY.exec(name)?.[1];
  if (!court || !jurisdiction || name.includes(countryName(jurisdiction))) return name;
  // "the High Court of England and Wales" says more than the country of the series.
  const full = issuedBy.startsWith(`the ${court} of `)
    ? issuedBy.slice('the '.length)
    : `${court} of ${countryInText(jurisdiction)}`;
  return full + name.slice(court.length);
}

/** Without what the record adds to tell readers more: an abbreviation, who carries it out, an earlier name. */
const issuerName = (issuer: string): string => issuer.replace(/;.*$/, '').replace(/ \([^()]*\)$/, '');
