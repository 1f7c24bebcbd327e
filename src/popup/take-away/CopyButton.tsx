/** Copies a text and says so, to eyes and to screen readers, without moving what stands beside it. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Milliseconds for which the button says it. */
const SHOWN = 3_000;

interface Outcome {
  /** What was copied: what is shown by now may be another text. */
  text: string;
  problem: string;
}

export function CopyButton({ text, children }: { text: () => string; children: ComponentChildren }) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [times, setTimes] = useState(0);
  useEffect(() => {
    const timer = setTimeout(() => setOutcome((last) => (last?.problem ? last : null)), SHOWN);
    return () => clearTimeout(timer);
  }, [times]);
  const copy = () => {
    const wanted = text();
    const done = (problem: string) => {
      setOutcome({ text: wanted, problem });
      setTimes((before) => before + 1);
    };
    navigator.clipboard.writeText(wanted).then(
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
