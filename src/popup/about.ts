/** What the popup shows, and what its parts can ask it to show. */
import type { TypedHost } from '../list/names/typed-host.ts';

/** What the popup is asked for: the page in front of the user, today, where nothing is said. */
export interface About {
  url?: string;
  asOf?: string;
  /** Where the address was typed: how it was read. */
  typed?: TypedHost;
}

export interface PopupActions {
  refresh: () => Promise<void>;
  /** Answers about another address, or about the same on another day. */
  look: (about: About) => Promise<void>;
}
