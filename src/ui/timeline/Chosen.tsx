/** What the chosen mark stands for, with its citation. Screen readers hear the same as the mark's name. */
import type { SiteFound } from '../../messages.ts';
import { citedBy } from '../citations/cited.ts';
import { cite } from '../citations/formats.ts';
import { CopyButton } from '../CopyButton.tsx';
import type { Caption } from './captions.ts';

const FORMAT = 'apa';

export function Chosen({
  caption,
  report: { library, readOn },
}: {
  caption: Caption | null;
  report: Pick<SiteFound, 'library' | 'readOn'>;
}) {
  if (!caption) return <p class="chosen dim screen">Point at a mark, or use the arrow keys, to read and cite it.</p>;
  const { when, what, details, cites } = caption;
  return (
    <div class="chosen full screen">
      <p>
        <b>{when}</b> · {what}
        {details.length > 0 && <small> · {details.join(' · ')}</small>}
      </p>
      {cites && (
        <CopyButton text={() => cite(citedBy({ history: [cites], library }), FORMAT, readOn)}>Copy citation</CopyButton>
      )}
    </div>
  );
}
