/**
 * Whether a choice was saved, where it is seen from every part of the page; that it was goes by, that it was not stays.
 */
import { useEffect, useState } from 'preact/hooks';

/** Milliseconds. */
const SHOWN = 4_000;

export interface Said {
  words: string;
  isProblem: boolean;
  /** Counted, so that the same words are announced again. */
  number: number;
}

export function SavedNote({ said }: { said: Said | null }) {
  const [past, setPast] = useState<Said | null>(null);
  useEffect(() => {
    if (!said || said.isProblem) return;
    const timer = setTimeout(() => setPast(said), SHOWN);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <p role="status" class="saved">
      {said && said !== past && <span key={said.number}>{said.words}</span>}
    </p>
  );
}
