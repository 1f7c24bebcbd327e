/** What the popup shows, and the actions of its parts. */
import type { TypedHost } from '../list/names/typed-host.ts';
import type { PageOf, SiteReport } from '../messages.ts';

/** The look-up to show. Without `url` and `asOf`: the page in the current tab, today. */
export interface About {
  url?: string | undefined;
  asOf?: string | undefined;
  /** How the address was read, if it was typed. */
  typed?: TypedHost | undefined;
}

export interface PopupActions {
  refresh: () => Promise<void>;
  /** Shows another address, or the same one on another day. */
  look: (about: About) => Promise<void>;
  /** Shows the page that the popup was opened for. */
  back: () => Promise<void>;
}

export interface Answer {
  report: SiteReport;
  /** The page that the report is about; null for a typed address. */
  page: PageOf | null;
  typed: TypedHost | undefined;
  /** True if the reader came back to the page from a look-up. */
  isBack: boolean;
  surroundings: Surroundings;
}

/** Where the view is shown. */
export interface Surroundings {
  /** The address that the report is about. */
  url: string;
  /** Opened as a tab, not from the toolbar. */
  inTab: boolean;
  /** In a private window. */
  isPrivate: boolean;
  /** Being printed: everything is shown, whatever was filtered or folded. */
  onPaper: boolean;
}
