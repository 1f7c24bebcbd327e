/** Copies a text and confirms it, visibly and to screen readers, without moving the layout. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Milliseconds for which the confirmation is shown. */
const SHOWN_MS = 3_000;

interface Outcome {
  /** The text that was copied; the current text may have changed since. */
  text: string;
  problem: string;
}

export function CopyButton({ text, children }: { text: () => string; children: ComponentChildren }) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [times, setTimes] = useState(0);
  useEffect(() => {
    const timer = setTimeout(() => setOutcome((last) => (last?.problem ? last : null)), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [times]);
  const copy = () => {
    const copied = text();
    const done = (problem: string) => {
      setOutcome({ text: copied, problem });
      setTimes((before) => before + 1);
    };
    navigator.clipboard.writeText(copied).then(
      () => done(''),
      () => done('The browser refused to copy.'),
    );
  };
  const said = outcome && outcome.text === text() ? outcome.problem || 'Copied' : '';
  return (
    <>
      <button type="button" class="btn copy" onClick={copy}>
        <span class={said === 'Copied' ? 'unsaid' : ''}>{children}</span>
        {said === 'Copied' && <span aria-hidden="true">✓ Copied</span>}
      </button>
      {/* Another element each time, so that a second copy is announced as well. */}
      <span role="status" class={outcome?.problem ? 'refused' : 'unseen'}>
        {said && <span key={times}>{said}</span>}
      </span>
    </>
  );
}
