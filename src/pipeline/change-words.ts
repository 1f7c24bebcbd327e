/** Describes changes as text or Markdown. In Markdown, hosts are code spans, which no renderer turns into links. */
import type { Library, Status } from '../list/status.ts';
import { dateWords } from '../words/dates.ts';
import { eventWords } from '../words/record/events.ts';
import { STATUS_WORDS, VERIFICATION_WORDS } from '../words/record/terms.ts';
import type { EditionChanges, EditionSide, EditionSite, Printed } from '../list/compare/editions.ts';
import type { Changes, ListChanges, ComparedEvent, SiteChange } from './compare-lists.ts';
import { escapeMarkdown } from './table.ts';

/** A heading and its lines, independent of text or Markdown. */
export interface Section {
  heading: string;
  lines: string[];
}

export function render(title: string, sections: readonly Section[], markdown: boolean): string {
  const filled = sections.filter(({ lines }) => lines.length);
  if (!markdown)
    return [
      title,
      ...filled.map(({ heading, lines }) => [heading, ...lines.map((line) => `  ${line}`)].join('\n')),
    ].join('\n\n');
  const parts = filled.map(
    ({ heading, lines }) =>
      `## ${escapeMarkdown(heading)}\n\n${lines.map((line) => `- ${escapeMarkdown(line)}`).join('\n')}`,
  );
  return `# ${[escapeMarkdown(title), ...parts].join('\n\n')}\n`;
}

export function listSections(changes: ListChanges, before: Library, after: Library): Section[] {
  const { sites } = changes;
  const count = (change: SiteChange['change']) => sites.filter((site) => site.change === change).length;
  const kinds: [string, { added: string[]; removed: string[]; changed: string[] }][] = [
    ['Sources', changes.sources],
    ['Series', changes.series],
    ['Countries', changes.countries],
  ];
  return [
    {
      heading: 'In short',
      lines:
        sites.length || kinds.some(([, of]) => of.added.length + of.removed.length + of.changed.length)
          ? [
              `Markets: ${count('added')} added, ${count('removed')} removed, ${count('changed')} changed`,
              ...kinds.map(
                ([what, of]) =>
                  `${what}: ${of.added.length} added, ${of.removed.length} removed, ${of.changed.length} changed`,
              ),
            ]
          : ['No difference'],
    },
    ...sites.map((site) => ({
      heading: `${site.name} (${site.market}): ${site.change}`,
      lines: siteLines(site, before, after),
    })),
    ...kinds.map(([what, { added, removed, changed }]) => ({
      heading: what,
      lines: [
        ...added.map((id) => `added: ${id}`),
        ...removed.map((id) => `removed: ${id}`),
        ...changed.map((id) => `changed: ${id}`),
      ],
    })),
  ];
}

function siteLines(site: SiteChange, before: Library, after: Library): string[] {
  const status = (of: Status | null) => (of ? STATUS_WORDS[of] : 'not held for this market');
  return [
    ...(site.fields.length ? [`fields changed: ${site.fields.join(', ')}`] : []),
    ...site.statuses.map((one) => `status of ${one.domain}: ${status(one.before)} → ${status(one.after)}`),
    ...changeLines(
      'domain',
      site.domains,
      ({ name }) => name,
      ({ name }) => name,
    ),
    ...changeLines(
      'event',
      site.events,
      (event) => eventLine(event, before),
      (event) => eventLine(event, after),
    ),
  ];
}

function changeLines<T>(
  what: string,
  { added, removed, changed }: Changes<T>,
  was: (one: T) => string,
  is: (one: T) => string,
): string[] {
  return [
    ...added.map((one) => `${what} added: ${is(one)}`),
    ...removed.map((one) => `${what} removed: ${was(one)}`),
    ...changed.map(({ after, fields }) => `${what} changed (${fields.join(', ')}): ${is(after)}`),
  ];
}

function eventLine(event: ComparedEvent, library: Library): string {
  const words = eventWords(event, library);
  const domains = event.domains === 'market-only' ? 'no domain printed' : event.domains.join(', ');
  return `${dateWords(event.date)}: ${words}; ${domains}; ${VERIFICATION_WORDS[event.verification]} (${event.locator})`;
}

export function editionSections(changes: EditionChanges): Section[] {
  const { older, newer } = changes;
  const side = (of: EditionSide) =>
    `${of.edition} (${dateWords(of.date)}): ${of.found} found of ${of.stated ?? 'a number not recorded'}, ${of.complete ? 'complete' : 'not complete'} in our record`;
  return [
    { heading: 'Editions', lines: [side(older), side(newer)] },
    { heading: `Named in ${newer.edition}, not in ${older.edition}`, lines: changes.entered.map(siteLine) },
    { heading: `Named in ${older.edition}, not in ${newer.edition}`, lines: changes.left.map(siteLine) },
    {
      heading: 'Found in one only; the other is not complete in our record, so nothing follows from its silence',
      lines: changes.notKnown.map(
        (site) => `${siteLine(site)}, found in ${site.newer ? newer.edition : older.edition}`,
      ),
    },
    { heading: 'Named in both', lines: changes.stayed.map(siteLine) },
  ];
}

function siteLine({ name, market, older, newer }: EditionSite): string {
  const words = (of: Printed) => `${of.name}${of.domains === 'market-only' ? '' : `, ${of.domains.join(', ')}`}`;
  const [was, is] = [older && words(older), newer && words(newer)];
  const shown = was && is && was !== is ? `${was} → ${is}` : (is ?? was)!;
  return shown === name ? `${name} (${market})` : `${name} (${market}): printed as ${shown}`;
}
