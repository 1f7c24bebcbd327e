/** "Our record is wrong": a report that users can read and edit. They send it themselves by e-mail. */
import { useState } from 'preact/hooks';
import { recordFile } from '../../list/record-file.ts';
import type { SiteFound } from '../../messages.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { CORRECTIONS } from './corrections.ts';
import { releaseLine } from './site-words.ts';

export function WrongRecord({ report }: { report: SiteFound }) {
  const [text, setText] = useState(() => draft(report));
  const subject = `Correction: ${report.host}`;
  const mail = `mailto:${CORRECTIONS.mail}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`;
  return (
    <details class="wrong screen">
      <summary>Our record is wrong</summary>
      <p>
        This is the whole report; change what you like. Nothing is sent until you send it from your own mail program. To
        be taken off an official list, write to its issuer: we only record what it says.
      </p>
      <label>
        Report
        <textarea rows={9} value={text} onInput={(event) => setText(event.currentTarget.value)} spellcheck={false} />
      </label>
      <p class="row">
        <a class="btn" href={mail} target="_blank" rel="noreferrer">
          Open in mail to {CORRECTIONS.mail}
        </a>
        <CopyButton text={() => text}>Copy report</CopyButton>
      </p>
    </details>
  );
}

function draft(report: SiteFound): string {
  const { host, markets } = report;
  return [
    `Host: ${host}`,
    `Record: ${markets.map((market) => `data/${recordFile('markets', market)}`).join(', ') || 'none'}`,
    releaseLine(report),
    '',
    'What is wrong:',
    '',
    'Source that shows it (address, page):',
    '',
  ].join('\n');
}
