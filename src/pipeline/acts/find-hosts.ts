/**
 * Finds every host that an act prints, in any spelling: "site.example", "hxxp://site[.]example/x", "Site.example.", or
 * broken over a line end.
 */
import { isIcannOrReserved } from './endings.ts';
import { readTypedHost } from '../../list/names/typed-host.ts';
import type { Act, Block } from './act.ts';

export interface FoundHost {
  host: string;
  /** The printed path; "/" if there is none. */
  path: string;
  printed: string;
  where: string;
  /** The line of text, for the person who checks. */
  line: string;
  /** Why a person must check it; null if it is printed clearly. */
  doubt: Doubt | null;
}

export type Doubt = 'hyphen' | 'broken' | 'fragment' | 'sentence' | 'digits';

export const DOUBTS: Record<Doubt, string> = {
  hyphen: 'broken over a line at a hyphen, which may or may not belong to it',
  broken: 'perhaps broken over a line',
  fragment: 'perhaps the rest of a name that is broken over a line',
  sentence: 'perhaps the end of a sentence and the beginning of the next',
  digits: 'digits follow it, perhaps the mark of a footnote',
};

/** "site[.]example", "site (dot) example", "hxxps[:]//": defanged, so that nobody follows it. */
const DEFANGED: [RegExp, string][] = [
  [/\s?[[({]\s?(?:\.|dot|punkt)\s?[\])}]\s?/gi, '.'],
  [/\bh(?:xx|tt|\*\*)p(s?)\s?(?:\[:\]|:)\s?(?:\/\/|\[\/\/\])/gi, 'http$1://'],
  [/\s?[[({]\s?(?:at|@)\s?[\])}]\s?/gi, '@'],
];
/** Invisible characters. A soft hyphen at a line end is kept: it means that the word continues. */
const UNSEEN = /(?!\u00AD)[\p{Cf}\p{Cc}]|\u00AD(?!$)/gu;

export const plainLine = (line: string): string =>
  DEFANGED.reduce(
    (text, [from, to]) => text.replace(from, to),
    line.replaceAll('\t', ' ').normalize('NFKC').replace(UNSEEN, ''),
  );

/**
 * Labels and an ending of letters. Not inside a longer name or an e-mail address, and not cut off at the start. A
 * footnote mark, a port and a path may follow.
 */
const HOST =
  /(?<![\p{L}\p{N}@_~%]|\.\.|[\p{L}\p{N}@_][.-])(?:(https?|ftps?):\/\/)?((?:[\p{L}\p{N}_](?:[\p{L}\p{N}_-]*[\p{L}\p{N}_])?\.)+(?:xn--[a-z0-9-]+|\p{L}{2,63}))(\d{1,3})?(?![\p{L}\p{N}_@-])(?::\d{1,5})?(\/[^\s"'<>”’)\]},;|]*)?/giu;

interface Match extends Omit<FoundHost, 'where' | 'line'> {
  start: number;
  /** Between host and path. */
  end: number;
}

/** @param text one line, as `plainLine` leaves it */
function hostsIn(text: string): Match[] {
  return [...text.matchAll(HOST)].flatMap((match): Match[] => {
    const [whole, scheme = '', name, digits, path = '/'] = match as unknown as [
      string,
      string?,
      string?,
      string?,
      string?,
    ];
    const start = match.index;
    const read = readTypedHost(name!);
    if ('reason' in read || !isIcannOrReserved(read.host)) return [];
    const labels = name!.split('.');
    const ending = labels.at(-1)!;
    // "order.It": a capital after lower case is more likely a new sentence than an ending. "Site.Example" is a
    // heading's spelling.
    const last = labels.at(-2)!;
    const isSentence =
      !scheme &&
      /^\p{Lu}\p{Ll}/u.test(ending) &&
      /\p{Ll}$/u.test(last) &&
      (/^\p{Ll}/u.test(last) || ending.length === 2);
    const doubt = digits ? 'digits' : isSentence ? 'sentence' : null;
    const end = start + (scheme ? scheme.length + 3 : 0) + name!.length;
    return [
      {
        host: read.host,
        path: path.replace(/[.,;:!?]+$/, ''),
        printed: name!,
        doubt,
        start,
        end: Math.min(end, start + whole.length),
      },
    ];
  });
}

/**
 * All printed hosts of the act, in page order.
 * @param sought hosts that the record expects; a broken name is accepted only if it is one of them
 */
export function findHosts(act: Act, sought: ReadonlySet<string>): FoundHost[] {
  return act.pages.flatMap(({ blocks }) => blocks.flatMap((block) => hostsOfBlock(block, sought)));
}

function hostsOfBlock(block: Block, sought: ReadonlySet<string>): FoundHost[] {
  const lines = block.lines.map(plainLine);
  const found = lines.map((line) => hostsIn(line.replace(/\u00AD$/, '')));
  const joined: FoundHost[] = [];
  for (let n = 0; n + 1 < lines.length; n++) {
    for (const match of acrossLines(lines[n]!, lines[n + 1]!, sought)) {
      joined.push({ ...match.found, where: block.where[n]!, line: `${lines[n]} ${lines[n + 1]}` });
      // The parts on the two lines belong to it.
      const isRest = (at: Match, line: number) =>
        line === n ? at.end >= lines[n]!.replace(/[\u00AD-]$/, '').length : at.start === 0;
      for (const line of [n, n + 1])
        found[line] = found[line]!.flatMap((each) => {
          if (!isRest(each, line)) return [each];
          return match.found.doubt || sought.has(each.host)
            ? [{ ...each, doubt: each.doubt ?? (sought.has(each.host) ? null : ('fragment' as const)) }]
            : [];
        });
    }
  }
  const whole = found.flatMap((matches, n) =>
    matches.map(({ start: _, end: __, ...match }) => ({ ...match, where: block.where[n]!, line: lines[n]! })),
  );
  return [...whole, ...joined];
}

/** Hosts that appear only when the last word of a line is joined with the first of the next. */
function acrossLines(
  line: string,
  next: string,
  sought: ReadonlySet<string>,
): { found: Omit<FoundHost, 'where' | 'line'> }[] {
  const last = /\S+$/.exec(line)?.[0];
  const first = /^\S+/.exec(next)?.[0];
  if (!last || !first) return [];
  const soft = last.endsWith('\u00AD');
  const readings: [string, Doubt | null][] = soft
    ? [[last.slice(0, -1), null]]
    : last.endsWith('-')
      ? [
          [last, 'hyphen'],
          [last.slice(0, -1), 'hyphen'],
        ]
      : [[last, isPlainlyBroken(last, first) ? 'broken' : null]];
  const all = readings.flatMap(([begin, doubt]) =>
    hostsIn(begin + first)
      .filter(({ start, end }) => start < begin.length && end > begin.length)
      // Any two words can be joined. Without a sign of a break, only a name that the record expects is accepted.
      .filter(({ host }) => doubt !== null || soft || sought.has(host))
      .map(({ start: _, end: __, ...match }) => ({
        found: { ...match, doubt: doubt === 'broken' && sought.has(match.host) ? null : (doubt ?? match.doubt) },
      })),
  );
  return all;
}

/** If a line ends with a dot or an address, or the next begins with a dot, it is probably broken inside a name. */
const isPlainlyBroken = (last: string, first: string): boolean =>
  /[\p{L}\p{N}]\.$/u.test(last)
    ? /^\p{Ll}/u.test(first)
    : /^\.\p{L}/u.test(first) || /(?:https?:\/\/|www\.)[^/\s]*$/i.test(last);
