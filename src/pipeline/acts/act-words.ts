/** Prints what was found in an act. */
import type { Source } from '../../list/records.ts';
import type { Act } from './act.ts';
import type { Applied, ReadAs } from './apply-act.ts';
import type { CheckedFact, Comparison } from './compare-act.ts';
import { DOUBTS } from './find-hosts.ts';
import type { Lacking } from './lacking.ts';
import { placesWords } from './places.ts';

interface Said {
  path: string;
  act: Act;
  source: Source;
  compared: Comparison;
  /** The facts that are or would be written. */
  borneOut: readonly CheckedFact[];
  /** Ids of the markets that the curator leaves out. */
  excepted: ReadonlySet<string>;
  as: ReadAs | undefined;
}

/** Longest excerpt of the act on screen; excerpts are never stored. */
const EXCERPT = 110;
const excerpt = (line: string): string => (line.length > EXCERPT ? `${line.slice(0, EXCERPT)}…` : line);
export const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

export function actWords({
  path,
  act,
  source,
  compared: { facts, hosts, notLookedFor },
  borneOut,
  excepted,
  as,
}: Said): string {
  const found = facts.filter((fact) => !fact.missing.length && !borneOut.includes(fact));
  const leftOut = found.filter(({ market }) => excepted.has(market.id));
  const inDoubt = found.filter(({ market }) => !excepted.has(market.id));
  const missing = facts.filter((fact) => fact.missing.length);
  const doubtful = hosts.filter(({ doubt }) => doubt !== null);
  return [
    `${source.id}: ${source.title} (${source.date})`,
    `${path}: ${act.kind}${act.kind === 'PDF' ? `, ${count(act.pages.length, 'page')}` : ''}, SHA-256 ${act.sha256}`,
    ...act.notes.map((note) => `Note: ${note}.`),
    ...act.unread.map((part) => `Not read: ${part}.`),
    ...section('Borne out', borneOut, (fact) => [`${subject(fact)}, ${placesWords(fact.places)}${change(fact, as)}`]),
    ...section('In doubt: look at the act, then --confirm the market', inDoubt, (fact) => [
      `${subject(fact)}, ${placesWords(fact.places)} (${fact.doubts.join('; ')})`,
      ...fact.lines.slice(0, 3).map((line) => `    “${excerpt(line)}”`),
    ]),
    ...section('Left out with --except: stays as it was', leftOut, (fact) => [
      `${subject(fact)}, ${placesWords(fact.places)}`,
    ]),
    ...section('Not borne out: the act does not print it', missing, (fact) => [
      `${subject(fact)}: not found: ${fact.missing.join(', ')}${act.unread.length ? ' (the act was not read whole)' : ''}`,
    ]),
    ...section('Hosts in doubt: never taken for printed', doubtful, ({ host, where, line, doubt }) => [
      `${host}, ${where} (${DOUBTS[doubt!]})`,
      `    “${excerpt(line)}”`,
    ]),
    ...(notLookedFor
      ? [
          `\nNot looked for: ${count(notLookedFor, 'citation')} that no host or name can bear out (tiers, relations, terms, later acts).`,
        ]
      : []),
  ].join('\n');
}

export function lackingWords({ drafts, aside }: Lacking, source: Source): string {
  return [
    ...section('Printed in the act, and lacking in the records', drafts, ({ market, isNew, why }) => [
      `${isNew ? `new, as ${market.id}` : market.id}: ${why}`,
    ]),
    ...section(
      `Left aside: addresses of states, of ${source.series} and its copies, and hosts that many share`,
      aside,
      (host) => [host],
    ),
  ].join('\n');
}

export const countsOf = ({ raised, paged }: Applied): string =>
  `${count(raised, 'fact')} known better, ${count(paged, 'locator')} with a page`;

function section<T>(title: string, all: readonly T[], lines: (one: T) => string[]): string[] {
  return all.length
    ? [`\n${title} (${all.length})`, ...all.flatMap((one) => lines(one).map((line) => `  ${line}`))]
    : [];
}

const subject = ({ market, what }: CheckedFact): string => `${market.id}: ${what}`;

function change({ market, list, n }: CheckedFact, as: ReadAs | undefined): string {
  const known = market[list][n]!.verification;
  return as && known !== as && known !== 'act' ? ` (${known} becomes ${as})` : ` (known from: ${known})`;
}
