/** Runs bulk checks in a worker. Nothing of them is kept: they end with the page. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { BulkAnswer } from '../../bulk/bulk-export.ts';
import { save } from '../../ui/save.ts';
import { say } from '../../words/bulk.ts';
import type { CheckJob, Format, Job, Report } from './protocol.ts';

export type BulkState =
  | { is: 'idle' }
  | { is: 'cancelled' }
  | { is: 'working'; done: number; of: number }
  | { is: 'refused'; reason: string }
  | { is: 'done'; answer: BulkAnswer };

const TYPES: Record<Format, string> = { csv: 'text/csv', json: 'application/json' };

export interface Bulk {
  state: BulkState;
  check(job: Omit<CheckJob, 'what'>): void;
  refuse(reason: string): void;
  cancel(): void;
  exportAs(format: Format): void;
}

export function useBulk(): Bulk {
  const [state, setState] = useState<BulkState>({ is: 'idle' });
  const worker = useRef<Worker | null>(null);
  const end = () => {
    worker.current?.terminate();
    worker.current = null;
  };
  useEffect(() => end, []);
  const ask = (job: Job) => worker.current?.postMessage(job);
  const hear = ({ data }: MessageEvent<Report>) => {
    if (data.step === 'working') setState({ is: 'working', done: data.done, of: data.of });
    else if (data.step === 'refused') setState({ is: 'refused', reason: data.reason });
    else if (data.step === 'done') setState({ is: 'done', answer: data.answer });
    else save(`listmark-check.${data.format}`, TYPES[data.format], data.text);
  };
  return {
    state,
    check(job) {
      end();
      const next = new Worker(new URL('./bulk-worker.ts', import.meta.url), { type: 'module' });
      next.onmessage = hear;
      // Out of memory, for one.
      next.onerror = (event) => {
        event.preventDefault();
        setState({ is: 'refused', reason: say('worker-ended') });
      };
      worker.current = next;
      setState({ is: 'working', done: 0, of: 0 });
      ask({ what: 'check', ...job });
    },
    refuse(reason) {
      end();
      setState({ is: 'refused', reason });
    },
    cancel() {
      end();
      setState({ is: 'cancelled' });
    },
    exportAs: (format) => ask({ what: 'export', format }),
  };
}
