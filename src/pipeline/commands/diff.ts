/** `diff`: what changed between two releases or two editions; `changelog`: the same for a release, as a page in docs/changelog. */
import { existsSync } from 'node:fs';
import { editionSections, listSections, render } from '../change-words.ts';
import { UsageError, type Command } from '../command.ts';
import { compareEditions, type EditionChanges } from '../compare-editions.ts';
import { compareLists, libraryOf, type ListChanges } from '../compare-lists.ts';
import { readDataset } from '../dataset.ts';
import { readState, type ListState } from '../read-state.ts';
import { tidy, writeFiles } from '../tidy.ts';

const KEYS = '.listmark/keys.public.json';

export const diff: Command = async ({ args, values, say }) => {
  const [older, newer, ...rest] = args;
  if (!older || !newer || rest.length)
    throw new UsageError('diff: name two releases (folders, of a signed release or of records), or two editions (source ids)');
  const { dataset } = readDataset(values.data);
  const isSource = (name: string) => !existsSync(name) && dataset.sources.some((source) => source.id === name);
  if (isSource(older) && isSource(newer)) {
    let changes: EditionChanges;
    try {
      changes = compareEditions(dataset, older, newer);
    } catch (error) {
      throw new UsageError(`diff: ${(error as Error).message}`);
    }
    say(
      values.json
        ? JSON.stringify(changes)
        : render(`${dataset.series.find(({ id }) => id === changes.series)!.name}: ${older} to ${newer}`, editionSections(changes), values.markdown).trimEnd(),
    );
    return 0;
  }
  for (const name of [older, newer]) if (!existsSync(name)) throw new UsageError(`diff: ${name} is neither a folder nor the id of a source in ${values.data}`);
  const keys = values.keys ?? KEYS;
  const [before, after] = [await readState(older, dataset.release.list, keys), await readState(newer, dataset.release.list, keys)];
  const changes = compareLists(before.lines, after.lines, after.published);
  say(values.json ? JSON.stringify({ older: about(before), newer: about(after), ...changes }) : releasePage(before, after, changes, values.markdown).trimEnd());
  return 0;
};

const about = ({ sequence, published, signed }: ListState) => ({ sequence, published, signed });

function releasePage(before: ListState, after: ListState, changes: ListChanges, markdown: boolean): string {
  const title = `Release ${after.sequence} of ${after.published}, against release ${before.sequence} of ${before.published}`;
  return render(title, listSections(changes, libraryOf(before.lines), libraryOf(after.lines)), markdown);
}

export const changelog: Command = async ({ args, values, say }) => {
  const [older, ...rest] = args;
  if (!older || rest.length) throw new UsageError('changelog: name the folder of the release before');
  const list = readDataset(values.data).dataset.release.list;
  const [before, after] = [await readState(older, list, values.keys ?? KEYS), await readState(values.data, list, '')];
  if (after.sequence <= before.sequence)
    throw new UsageError(
      `changelog: ${values.data}/release.json says ${after.sequence}, the release before is ${before.sequence}: give the new one a higher number`,
    );
  const path = `${values.out ?? 'docs/changelog'}/${after.sequence}.md`;
  writeFiles(new Map([[path, await tidy(path, releasePage(before, after, compareLists(before.lines, after.lines, after.published), true))]]));
  say(path);
  return 0;
};
