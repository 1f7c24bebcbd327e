/** The status in full sentences, and who says so: what each naming means, what it does not, and how to challenge it. */
import { Fragment } from 'preact';
import { markOf } from '../list/mark.ts';
import type { Series } from '../list/records.ts';
import type { SeriesStatus, Status } from '../list/status.ts';
import { partWords, seriesSentence } from '../words/record/sentences.ts';
import type { SiteFound } from '../messages.ts';
import { Mark } from '../ui/Mark.tsx';
import { hostWords, WebLink } from '../ui/WebLink.tsx';
import { leadOf } from './lead.ts';
import { siteSentences } from './take-away/site-words.ts';
import { tileOfEvidence, type Tile } from '../ui/timeline/tile.ts';

/** @param tile the tile whose kinds of act are shown; null for all */
export function Meaning({ report, tile }: { report: SiteFound; tile: Tile | null }) {
  const { result, library } = report;
  const shown = result.series.filter(
    ({ series }) => !tile || tileOfEvidence(library.series[series]!.evidence) === tile,
  );
  if (!shown.length) return null;
  const each = groupByStatus(shown).map((group) => {
    const [first] = group;
    const says = (status: SeriesStatus, words: string) => (
      <Says
        key={status.series}
        status={status}
        series={library.series[status.series]!}
        words={words}
        open={shown.length === 1}
      />
    );
    if (group.length < GROUP_MINIMUM) return group.map((status) => says(status, seriesSentence(status, library)));
    return (
      <Fragment key={first!.series}>
        <h3>{GROUP_HEADINGS[first!.status]}:</h3>
        {group.map((status) => says(status, partWords(status, library)))}
      </Fragment>
    );
  });
  const inFull = siteSentences(report).join(' ');
  const { first, more } = leadOf(report);
  return (
    <section>
      <h2>In full</h2>
      {shown.length > 1 && !tile && inFull !== [first, ...more].join(' ') && <p>{inFull}</p>}
      {shown.length > 1 ? (
        <details>
          <summary>Who says so, what it means, how to challenge it ({shown.length})</summary>
          {each}
        </details>
      ) : (
        each
      )}
    </section>
  );
}

/** From this number on, a group gets a common heading. */
const GROUP_MINIMUM = 2;
const GROUP_HEADINGS: Partial<Record<Status, string>> = {
  'block-ordered': 'Ordered blocked; whether the orders still stand is not in our record',
  blocked: 'Under blocking orders shown to be in force',
  'formerly-blocked': 'Formerly ordered blocked: lifted, set aside, or for terms that have run out',
  named: 'Named in submissions: what industry bodies asked for, not decisions',
};

/**
 * Groups neighbours with the same status. Lists stay single, because each has its own editions.
 */
function groupByStatus(statuses: readonly SeriesStatus[]): SeriesStatus[][] {
  const groups: SeriesStatus[][] = [];
  for (const status of statuses) {
    const group = groups.at(-1);
    if (group && GROUP_HEADINGS[status.status] && group[0]!.status === status.status) group.push(status);
    else groups.push([status]);
  }
  return groups;
}

function Says({ status, series, words, open }: { status: SeriesStatus; series: Series; words: string; open: boolean }) {
  return (
    <details class="says" open={open}>
      <summary>
        <Mark of={markOf(status.status, [status])} size={16} />
        {words}
      </summary>
      <p>
        <b>{series.name}</b>, {series.issuer}. {series.means}
      </p>
      <p>
        <b>What it does not mean:</b> {series.doesNotMean}
      </p>
      <p>
        <b>To challenge it:</b> {series.challenge.text}{' '}
        {series.challenge.url && <WebLink to={series.challenge.url}>({hostWords(series.challenge.url)})</WebLink>}
      </p>
    </details>
  );
}
