/** Bulk check: paste, drop or pick a list of hosts, and see what the record holds of each. Nothing of it is kept. */
import { useRef, useState } from 'preact/hooks';
import { say } from '../../words/bulk.ts';
import type { ViewProps } from '../view.ts';
import { BulkTable } from './BulkTable.tsx';
import { HowRead } from './HowRead.tsx';
import { MOST_BYTES } from './protocol.ts';
import { useBulk } from './use-bulk.ts';

const MEGABYTE = 1024 * 1024;

export function Bulk({ whole, asOf, readOn }: ViewProps) {
  const bulk = useBulk();
  const field = useRef<HTMLTextAreaElement>(null);
  /** What was checked last: for another column. */
  const input = useRef<Uint8Array | string>('');
  const [isOver, setOver] = useState(false);
  const { state } = bulk;
  const start = (given: Uint8Array | string, column?: number) => {
    input.current = given;
    const { sequence, published, expired } = whole.list;
    bulk.check({ lines: whole.lines, list: { sequence, published }, expired, asOf, readOn, input: given, column });
  };
  const take = (file: File | undefined) => {
    if (!file) return;
    if (file.size > MOST_BYTES)
      return bulk.refuse(say('too-large', { size: Math.ceil(file.size / MEGABYTE), most: MOST_BYTES / MEGABYTE }));
    file.arrayBuffer().then(
      (bytes) => start(new Uint8Array(bytes)),
      (error: unknown) => bulk.refuse(say('unreadable', { reason: (error as Error).message })),
    );
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const { files } = event.dataTransfer!;
    const text = event.dataTransfer!.getData('text/plain');
    if (files.length) take(files[0]);
    else if (text) start((field.current!.value = text));
  };
  return (
    <>
      <h1 tabIndex={-1}>{say('title')}</h1>
      <p class="screen">{say('lead')}</p>
      <form
        class={`bulk screen ${isOver ? 'over' : ''}`}
        onSubmit={(event) => {
          event.preventDefault();
          start(field.current!.value);
        }}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <label for="bulk">{say('paste')}</label>
        {/* Browsers keep the text of a field for "Back" and for a reload, unless this forbids it. */}
        <textarea
          id="bulk"
          ref={field}
          rows={7}
          autoComplete="off"
          autoCapitalize="none"
          spellcheck={false}
          dir="ltr"
        />
        <div class="row">
          <button type="submit" class="btn">
            {say('start')}
          </button>
          <label class="file">
            {say('file')}{' '}
            <input
              type="file"
              onChange={(event) => {
                take(event.currentTarget.files?.[0]);
                // The same file can be chosen again.
                event.currentTarget.value = '';
              }}
            />
          </label>
          {state.is === 'working' && (
            <button type="button" class="btn" onClick={bulk.cancel}>
              {say('cancel')}
            </button>
          )}
        </div>
      </form>
      <div role="status">
        {state.is === 'working' && <p>{say('working', { done: state.done, all: state.of })}</p>}
        {state.is === 'cancelled' && <p>{say('cancelled')}</p>}
        {state.is === 'refused' && <p class="caution">{state.reason}</p>}
        {state.is === 'done' && <HowRead answer={state.answer} />}
      </div>
      {state.is === 'working' && state.of > 0 && (
        <progress aria-label={say('progress')} max={state.of} value={state.done} />
      )}
      {state.is === 'done' && (
        <BulkTable
          answer={state.answer}
          exportAs={bulk.exportAs}
          chooseColumn={(column) => start(input.current, column)}
        />
      )}
    </>
  );
}
