/**
 * `diff`: what changed between two releases or two editions. `changelog`: the same for a release, as a page in
 * docs/changelog.
 */
import { existsSync } from 'node:fs';
import { editionSections, listSections, render } from '../change-words.ts';
import { command, DATA, DATA_USAGE, usage, UsageError } from '../command.ts';
import { compareEditions, type EditionChanges } from '../../list/compare/editions.ts';
import { libraryIn } from '../../list/release/packed.ts';
import { compareLists, type ListChanges } from '../compare-lists.ts';
import { readDataset } from '../dataset.ts';
import { readState, type ListState } from '../read-state.ts';
import { formatFile, writeFiles } from '../format-file.ts';

const KEYS = { keys: { type: 'string', default: '.listmark/keys.public.json' } } as const;
const KEYS_USAGE = [
  '--keys FILE',
  'public keys that a signed release must verify by (.listmark/keys.public.json)',
] as const;

const USAGE = usage(
  'diff <older> <newer> [--markdown | --json] [options]',
  'What changed, site by site, between two releases (folders, signed or of records) or two editions (source ids).',
  [['--markdown', 'as a page'], ['--json', 'as one JSON object'], KEYS_USAGE, DATA_USAGE],
);

const OPTIONS = {
  ...DATA,
  ...KEYS,
  json: { type: 'boolean', default: false },
  markdown: { type: 'boolean', default: false },
} as const;

export const diff = command(USAGE, OPTIONS, 2, async ({ args, values, say }) => {
  const [older, newer] = args;
  if (!older || !newer)
    throw new UsageError(
      'name two releases (folders, of a signed release or of records), or two editions (source ids)',
    );
  const { dataset } = readDataset(values.data);
  const isSource = (name: string) => !existsSync(name) && dataset.sources.some((source) => source.id === name);
  if (isSource(older) && isSource(newer)) {
    let changes: EditionChanges;
    try {
      changes = compareEditions(dataset, older, newer);
    } catch (error) {
      throw new UsageError((error as Error).message);
    }
    say(
      values.json
        ? JSON.stringify(changes)
        : render(
            `${dataset.series.find(({ id }) => id === changes.series)!.name}: ${older} to ${newer}`,
            editionSections(changes),
            values.markdown,
          ).trimEnd(),
    );
    return 0;
  }
  for (const name of [older, newer])
    if (!existsSync(name)) throw new UsageError(`${name} is neither a folder nor the id of a source in ${values.data}`);
  const list = dataset.release.list;
  const [before, after] = [await readState(older, list, values.keys), await readState(newer, list, values.keys)];
  const changes = compareLists(before.lines, after.lines, after.published);
  say(
    values.json
      ? JSON.stringify({ older: about(before), newer: about(after), ...changes })
      : releasePage(before, after, changes, values.markdown).trimEnd(),
  );
  return 0;
});

const about = ({ sequence, published, signed }: ListState) => ({ sequence, published, signed });

function releasePage(before: ListState, after: ListState, changes: ListChanges, markdown: boolean): string {
  const title = `Release ${after.sequence} of ${after.published}, against release ${before.sequence} of ${before.published}`;
  return render(title, listSections(changes, libraryIn(before.lines), libraryIn(after.lines)), markdown);
}

const CHANGELOG_USAGE = usage(
  'changelog <older> [options]',
  'What changed in the records against the release before, as the page docs/changelog/N.md.',
  [['--out DIR', 'folder of the pages (docs/changelog)'], KEYS_USAGE, DATA_USAGE],
);

export const changelog = command(
  CHANGELOG_USAGE,
  { ...DATA, ...KEYS, out: { type: 'string' } },
  1,
  async ({ args, values, say }) => {
    const [older] = args;
    if (!older) throw new UsageError('name the folder of the release before');
    const list = readDataset(values.data).dataset.release.list;
    const [before, after] = [await readState(older, list, values.keys), await readState(values.data, list, '')];
    if (after.sequence <= before.sequence)
      throw new UsageError(
        `${values.data}/release.json says ${after.sequence}, the release before is ${before.sequence}: give the new one a higher number`,
      );
    const path = `${values.out ?? 'docs/changelog'}/${after.sequence}.md`;
    writeFiles(
      new Map([
        [
          path,
          await formatFile(
            path,
            releasePage(before, after, compareLists(before.lines, after.lines, after.published), true),
          ),
        ],
      ]),
    );
    say(path);
    return 0;
  },
);
