/** How the input was read, by which release and for which day: so that the check can be repeated. */
import type { BulkAnswer } from '../../bulk/bulk-export.ts';
import { say } from '../../words/bulk.ts';
import { dateWords } from '../../words/dates.ts';

export function HowRead({ answer: { input, list, asOf } }: { answer: BulkAnswer }) {
  const { format, lines, entries, left, encoding, why, columns, column } = input;
  return (
    <>
      <p>
        {say('read', { entries, lines, format: say(format === 'json' ? 'json-file' : format) })}{' '}
        {say('left', { blank: left.blank, comments: left.comments, header: left.header })}
        {encoding && why && ` ${say('encoding', { encoding: encoding.toUpperCase(), why })}`}
        {columns && ` ${say('column-read', { column: columns[column!]!.name })}`}
      </p>
      <p>
        {say('by-list', { release: list.sequence, published: dateWords(list.published), day: dateWords(asOf) })}{' '}
        <small>{say('hash', { hash: list.recordsHash })}</small>
      </p>
    </>
  );
}
