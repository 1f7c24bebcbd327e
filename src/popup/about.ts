/** What the popup shows, and the actions of its parts. */
import type { TypedHost } from '../list/names/typed-host.ts';

/** The look-up to show. Without `url` and `asOf`: the page in the current tab, today. */
export interface About {
  url?: string;
  asOf?: string;
  /** How the address was read, if it was typed. */
  typed?: TypedHost;
}

export interface PopupActions {
  refresh: () => Promise<void>;
  /** Shows another address, or the same one on another day. */
  look: (about: About) => Promise<void>;
}
