/** The timeline, and below it the events newest first, filtered by evidence class and country. */
import { useId, useRef, useState } from 'preact/hooks';
import { countryName } from '../list/words.ts';
import type { HistoryEvent } from '../list/status.ts';
import type { SiteFound } from '../messages.ts';
import { Chips } from '../ui/Chips.tsx';
import { groupOf, GROUPS, GROUP_WORDS, type Group } from './timeline/evidence.ts';
import { picture } from './timeline/lanes.ts';
import { ownEvents } from '../list/history.ts';
import { Timeline, TimelineKey } from './timeline/Timeline.tsx';
import { Events } from './Events.tsx';

export function History({ report }: { report: SiteFound }) {
  const { history, library, asOf } = report;
  const [group, setGroup] = useState<Group | null>(null);
  const [country, setCountry] = useState<string | null>(null);
  const [cleared, setCleared] = useState(false);
  const table = useId();
  const section = useRef<HTMLElement>(null);
  const own = ownEvents(history).reverse();
  if (!own.length) return null;
  const drawn = picture(own, report.result.series, library, asOf);
  const clear = () => {
    setGroup(null);
    setCountry(null);
    setCleared(true);
    // Move the focus: the focused button disappears. This chip has the same effect.
    section.current!.querySelector<HTMLElement>('.chip')!.focus();
  };
  const countryOf = (event: HistoryEvent) => library.series[event.series]!.jurisdiction;
  const shown = own.filter(
    (event) => (!group || groupOf(event.evidence) === group) && (!country || countryOf(event) === country),
  );
  const countries = [...new Set(own.map(countryOf))]
    .filter((code) => code !== null)
    .sort((a, b) => (countryName(a) < countryName(b) ? -1 : 1));
  const groups = GROUPS.filter((each) => own.some((event) => groupOf(event.evidence) === each));
  return (
    <section ref={section}>
      <h2>History</h2>
      <Timeline picture={drawn} describedBy={table} />
      <TimelineKey picture={drawn} />
      {groups.length > 1 && (
        <Chips
          label="Evidence"
          all={`All ${own.length}`}
          chosen={group}
          choose={setGroup}
          options={groups.map((each) => [
            each,
            `${GROUP_WORDS[each]} ${own.filter((event) => groupOf(event.evidence) === each).length}`,
          ])}
        />
      )}
      {countries.length > 1 && (
        <Chips
          label="Country"
          all="All countries"
          chosen={country}
          choose={setCountry}
          options={countries.map((code) => [code, countryName(code)])}
        />
      )}
      <p role="status" class={shown.length ? 'unseen' : ''}>
        {shown.length === 0
          ? 'No event meets both choices.'
          : shown.length < own.length || cleared
            ? `${shown.length} of ${own.length} events.`
            : ''}
      </p>
      {shown.length === 0 && (
        <button type="button" class="btn" onClick={clear}>
          Show all {own.length}
        </button>
      )}
      <Events
        id={table}
        caption={`Events, newest first: ${shown.length} of ${own.length}`}
        events={shown}
        report={report}
      />
    </section>
  );
}
