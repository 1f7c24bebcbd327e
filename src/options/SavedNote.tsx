/**
 * Says if a change was saved, visible from every part of the page. Success disappears after a while, an error stays.
 */
import { useEffect, useState } from 'preact/hooks';

/** Milliseconds for which a success is shown. */
const SHOWN = 4_000;

export interface Said {
  words: string;
  isProblem: boolean;
  /** Increases with each message, so that equal messages are announced again. */
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
