/** Names of countries. */
/** Created at first use: it takes as long as the rest of a look-up. */
let regions: Intl.DisplayNames | null = null;

/** "Peru"; the code itself if the platform has no name for it. */
export function countryName(code: string): string {
  regions ??= new Intl.DisplayNames(['en'], { type: 'region' });
  try {
    return regions.of(code) ?? code;
  } catch {
    // Not a valid code: a newer list may use other jurisdictions.
    return code;
  }
}

/** Countries whose name takes an article inside a sentence, by ISO 3166 code. */
const WITH_ARTICLE: ReadonlySet<string> = new Set([
  'AE',
  'BS',
  'CD',
  'CF',
  'DO',
  'EU',
  'GB',
  'GM',
  'MH',
  'MV',
  'NL',
  'PH',
  'SC',
  'US',
]);

/** The name as used inside a sentence: "Peru", "the Netherlands". */
export const countryInText = (code: string): string =>
  WITH_ARTICLE.has(code) ? `the ${countryName(code)}` : countryName(code);
