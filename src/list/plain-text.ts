/** Text of others that is shown as it stands. */
import * as v from 'valibot';

/**
 * What a text for people has no use for: controls and line ends, which break a title in two; marks that reorder or hide
 * what stands beside them; halves of characters. The two joiners stay: Persian and the languages of India are written
 * with them.
 */
const UNPRINTABLE = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
const ALL_UNPRINTABLE = new RegExp(UNPRINTABLE, 'gu');

/** For titles that the browser draws: whatever a text of others holds, it stays in one line and hides nothing. */
export const printable = (text: string): string => text.replace(ALL_UNPRINTABLE, '\uFFFD');

/** A pipe's step: refuses text with such a character, and says which and where. */
export const plainText = v.check<string, (issue: v.CheckIssue<string>) => string>(
  (text) => !UNPRINTABLE.test(text),
  ({ input }) => {
    const { 0: found, index } = UNPRINTABLE.exec(input)!;
    return `expected plain text, found U+${found.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')} after ${index} characters: take it out`;
  },
);
