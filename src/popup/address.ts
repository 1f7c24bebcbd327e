import { hostOfUrl } from '../list/host.ts';

/** What people paste: a host, an address, with or without its scheme; null where it is neither. */
export function addressOf(typed: string): string | null {
  const text = typed.trim();
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  const { href } = URL.canParse(address) ? new URL(address) : { href: '' };
  return hostOfUrl(href)?.includes('.') ? href : null;
}
