/** Checks and cleans text written by others before it is shown. */
import * as v from 'valibot';

/**
 * Characters that must not be shown: control characters and line ends, which split a title; marks that reorder or hide
 * the text around them; lone surrogates. The two joiners are allowed: Persian and the languages of India need them.
 */
const UNPRINTABLE = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
const ALL_UNPRINTABLE = new RegExp(UNPRINTABLE, 'gu');

/** For titles that the browser draws: keeps the text in one line and hides nothing in it. */
export const printable = (text: string): string => text.replace(ALL_UNPRINTABLE, '\uFFFD');

/** A valibot action: refuses text with such a character, and says which one and where. */
export const plainText = v.check<string, (issue: v.CheckIssue<string>) => string>(
  (text) => !UNPRINTABLE.test(text),
  ({ input }) => {
    const { 0: found, index } = UNPRINTABLE.exec(input)!;
    return `expected plain text, found U+${found.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')} after ${index} characters: take it out`;
  },
);
