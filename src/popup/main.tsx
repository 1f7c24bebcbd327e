/** The popup's entry: asks about the page in front of the user, or the one named in `?url=` when opened as a tab. */
import { render } from 'preact';
import browser from 'webextension-polyfill';
import { ask } from '../messages.ts';
import { Popup } from './Popup.tsx';

async function addressInFront(): Promise<string> {
  const named = new URLSearchParams(location.search).get('url');
  if (named !== null) return named;
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.url ?? '';
}

const app = document.getElementById('app')!;
const show = async () => {
  const url = await addressInFront();
  render(<Popup report={await ask('site', { url })} refresh={() => ask('refresh', null).then(show)} />, app);
};
show().catch((error: unknown) => {
  app.textContent = `Listmark cannot answer: ${String(error)}`;
});
