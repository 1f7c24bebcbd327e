/** Small rules that several styles share. */

/** Where in a work a fact stands: the number of the page or paragraph by itself, and the rest in words. */
export interface Place {
  /** "24" or "24–26"; '' where the locator gives no page. */
  page: string;
  /** "[24]" for a numbered paragraph; '' for none. */
  paragraph: string;
  words: string;
}

/** @param locator as the record has it: "operative part, point 3, p. 7", "paragraph 1 of the judgment" */
export function placeOf(locator: string): Place {
  const page = /(?:^|, )pp?\. (\d+)(?:[-–](\d+))?(?=$|,)/.exec(locator);
  const paragraph = page ? null : /^para(?:graph)?\.? (\d+)(?:$| of the judgment$|, )/.exec(locator);
  const found = page ?? paragraph;
  const words = found ? locator.replace(found[0], '').replace(/^, /, '') : locator;
  return {
    page: page ? (page[2] ? `${page[1]!}–${page[2]}` : page[1]!) : '',
    paragraph: paragraph ? `[${paragraph[1]!}]` : '',
    words,
  };
}

/** Courts that number their own judgments: "[2013] EWHC 3479 (Ch)". Such a number names court and year. */
export const hasNeutralCitation = (text: string): boolean => /\[\d{4}\] [A-Z]{2,6}(?: \w+)? \d+/.test(text);
