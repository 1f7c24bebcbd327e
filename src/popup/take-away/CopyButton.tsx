/** Copies a text and says so, to eyes and to screen readers. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

export function CopyButton({ text, children }: { text: () => string; children: ComponentChildren }) {
  const [said, setSaid] = useState('');
  const copy = () => {
    navigator.clipboard.writeText(text()).then(
      () => setSaid('Copied'),
      () => setSaid('The browser refused to copy'),
    );
  };
  return (
    <>
      <button type="button" class="btn" onClick={copy}>
        {children}
      </button>
      <span role="status" class="said">
        {said}
      </span>
    </>
  );
}
