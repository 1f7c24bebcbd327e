/** What a reader must know before relying on the answer for a site. Every export carries it. */
import { displayName } from '../../list/names/display-name.ts';
import { isByName, ownEvents } from '../../list/history.ts';
import { gapWords } from '../../words/record/naming-words.ts';
import { namedWords } from '../../words/record/named-words.ts';
import { counted, listOf } from '../../words/lists.ts';
import type { SiteFound } from '../../messages.ts';
import { silenceWords } from './site-words.ts';

export function cautionsOf(report: SiteFound): string[] {
  return [
    silenceWords(report),
    namedWords(report.result.matches, report.host),
    ...changedHands(report),
    noAddress(report),
    ...gaps(report),
    ...family(report),
    ...report.markets.flatMap(({ note }) => note ?? []),
    notCounted(report),
  ].filter(Boolean);
}

function changedHands({ markets, history }: SiteFound): string[] {
  const words = markets.flatMap(({ domains }) =>
    domains.flatMap(({ matched, changedHands }) => (matched && changedHands) || []),
  );
  const earlier = history.filter(({ earlierOwner }) => earlierOwner).length;
  if (!earlier) return words;
  return [
    ...words,
    `${counted(earlier, 'dated fact is', 'dated facts are')} about an earlier owner, and so no status today.`,
  ];
}

function noAddress({ history }: SiteFound): string {
  const own = ownEvents(history);
  const bare = own.filter(isByName).length;
  if (!bare) return '';
  return `${bare} of ${counted(own.length, 'dated fact prints', 'dated facts print')} the name only, no domain.`;
}

function gaps({ result, library }: SiteFound): string[] {
  return result.series.flatMap(({ series, gaps }) => {
    const words = gapWords(gaps);
    return words ? `${library.series[series]!.label}: ${words}.` : [];
  });
}

function family({ history, markets }: SiteFound): string[] {
  const others = history.length - ownEvents(history).length;
  const beside = others
    ? [
        `${counted(others, 'more dated fact is', 'more dated facts are')} about other domains of the market, or about its name alone.`,
      ]
    : [];
  const named = markets.flatMap(({ name, domains }) => {
    const names = domains.filter(({ matched }) => !matched).map((domain) => displayName(domain.name));
    return names.length ? `Other domains of ${name} in the record: ${listOf([...new Set(names)])}.` : [];
  });
  return [...beside, ...named];
}

const notCounted = ({ notCounted }: SiteFound): string =>
  notCounted.length ? `Not counted, by the user’s settings: ${listOf(notCounted)}.` : '';
