/** A catalogue: the messages of one face, and the function that says them. CONTRIBUTING.md tells how to add one. */
import { setupI18n, type I18n } from '@lingui/core';
// A build compiles the catalogues and replaces this module by one that does nothing: tools/words-plugin.ts.
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import type { ValuesOf } from './message-values.ts';

/** The language of the catalogues, with its dates and lists: "1 May 2020", "a, b and c". */
export const LANGUAGE = 'en-GB';

/** ICU messages by id. */
export type Messages = Readonly<Record<string, string>>;

/**
 * The compiler knows the ids, and the values that each message takes. Exported: else `tsc --incremental` writes the
 * type out for each catalogue, and runs out of memory.
 */
export type Say<All extends Messages> = <Id extends keyof All & string>(
  id: Id,
  ...values: keyof ValuesOf<All[Id]> extends never ? [] : [values: ValuesOf<All[Id]>]
) => string;

/**
 * @param english one literal string for each id: a build compiles these literals
 * @throws Error for a message that is no ICU message; not in a build, which would have failed
 */
/* @__NO_SIDE_EFFECTS__ */
export function catalogue<const All extends Messages>(english: All): Say<All> {
  const messages = Object.fromEntries(
    Object.entries(english).map(([id, message]) => [id, compileMessageOrThrow(message)]),
  );
  let i18n: I18n | undefined;
  return (id, ...[values]) => {
    // Not before the first message: a worker says most of them on a hit or a failure only.
    i18n ??= setupI18n({ locale: LANGUAGE, messages: { [LANGUAGE]: messages } });
    return i18n._(id, values && asPrinted(values));
  };
}

/** Lingui reads "\u202e" and "\x41" in its result as one character, also where a value brought the backslash. */
function asPrinted(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replace(/\\(?=[ux])/g, '\\x5c') : value,
    ]),
  );
}
