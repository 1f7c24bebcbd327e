/** What we noted beside the record: on the market, on events and on sources. Folded; printed in full. */
import { dateWords } from '../words/dates.ts';
import { eventWords } from '../words/record/events.ts';
import type { SiteFound } from '../messages.ts';

export function Notes({ report: { markets, history, library } }: { report: SiteFound }) {
  const sources = [...new Set(history.map((event) => event.source))].map((id) => library.sources[id]!);
  const notes = [
    ...markets.map(({ name, note }) => [name, note] as const),
    ...history.map((event) => [`${dateWords(event.date)}: ${eventWords(event, library)}`, event.note] as const),
    ...sources.map(({ title, note }) => [title, note] as const),
  ].filter(([, note]) => note);
  if (!notes.length) return null;
  return (
    <section>
      <details>
        <summary>
          <h2>Notes of the record’s editors ({notes.length})</h2>
        </summary>
        <ul class="notes">
          {notes.map(([about, note], n) => (
            <li key={n}>
              <small>{about}</small>
              <p>{note}</p>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
