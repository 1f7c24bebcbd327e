/** Opens the view in a tab; there, it prints it and leads to the explorer. */
import { useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { within } from '../within.ts';
import type { Surroundings } from './about.ts';
import { explorerPath, fullPagePath } from './full-page.ts';

/**
 * Chromium opens pages of extensions in an ordinary window, even from a private one: the address would stay in the
 * browser's history.
 */
const REFUSED =
  'Not opened: from a private window this browser opens pages of extensions in an ordinary one, and keeps their address.';
const isFirefox = () => 'getBrowserInfo' in browser.runtime;

export function FullPage({
  asOf,
  market,
  surroundings: { url, inTab, isPrivate },
}: {
  asOf: string;
  /** Id of the market that the site belongs to, if the record has one. */
  market: string | undefined;
  surroundings: Surroundings;
}) {
  const [problem, setProblem] = useState('');
  if (inTab)
    return (
      <>
        <button type="button" class="btn" onClick={() => print()}>
          Print
        </button>
        <a class="btn" href={explorerPath(market, asOf)}>
          Explorer
        </a>
      </>
    );
  const open = () => {
    if (isPrivate && !isFirefox()) return setProblem(REFUSED);
    void within(browser.tabs.create({ url: browser.runtime.getURL(fullPagePath(url, asOf)) })).then(
      () => close(),
      (error: unknown) => setProblem(`Not opened: ${(error as Error).message}.`),
    );
  };
  return (
    <>
      <button type="button" class="btn" onClick={open}>
        Full page
      </button>
      <small role="status" class={problem ? 'refused' : 'unseen'}>
        {problem}
      </small>
    </>
  );
}
