/**
 * The whole protocol: everything that a page of ours, or the content script, may ask the worker.
 * Only `badge`, `hideBadge` and `openDetails` may be asked from inside a web page, and those are answered
 * from `sender.url`, never from what the page supplies.
 */
import type { Beside } from './list/beside.ts';
import type { RegisterHit } from './list/register/packed-register.ts';
import type { About, Column } from './list/register/register-release.ts';
import type { RefusalCode } from './list/release/refusal.ts';
import type { HistoryEvent, Library, Status } from './list/status.ts';
import type { Relation, Series } from './list/records.ts';
import type { LookUpResult } from './list/look-up.ts';
import { within } from './within.ts';

export interface Protocol {
  badge: { ask: null; answer: BadgeAnswer | null };
  hideBadge: { ask: { how: Hiding }; answer: null };
  openDetails: { ask: null; answer: null };
  /** By which choices of the user's the badge is hidden on a page that would have one. */
  hidings: { ask: PageOf; answer: Hidden[] };
  /** Undoes all of them. */
  showAgain: { ask: PageOf; answer: null };
  /** `asOf`: a day as YYYY-MM-DD, today where absent. */
  site: { ask: { url: string; asOf?: string | undefined }; answer: SiteReport };
  /** Everything that the options offer to choose from. */
  series: { ask: null; answer: Series[] };
  list: { ask: null; answer: ListReport };
  refresh: { ask: null; answer: ListReport };
  registers: { ask: null; answer: RegisterReport[] };
  inRegisters: { ask: { host: string }; answer: RegisterAnswers };
  /** Answered when its first release is stored; `registers` tells the progress meanwhile. */
  addRegister: { ask: { address: string }; answer: RegisterReport[] };
  removeRegister: { ask: { list: string }; answer: RegisterReport[] };
}
export type Question = keyof Protocol;

/**
 * For how long a badge stays away: until what it says changes, on this site for good, or for every site of the market.
 */
export type Hiding = 'until-change' | 'site' | 'market';

export interface Hidden {
  how: Hiding;
  /** Of the host, or of the market. */
  name: string;
}

/** A page in a window: what is hidden in a private one is not hidden elsewhere. */
export interface PageOf {
  url: string;
  isPrivate: boolean;
}

/** What the in-page badge shows; text only. */
export interface BadgeAnswer {
  /** The host that the answer is about: the script draws only if it is still its own. */
  host: string;
  status: Status;
  /** "Named in USTR’s 2020 list" */
  words: string;
  /** Sentences for the card. */
  sentences: string[];
  /** What kinds of act say so, in words: "government list, court order". */
  evidence: string;
  /** Name of the market, for "hide for ..."; null where several cover the host. */
  market: string | null;
  corner: Corner;
  /** A dot from the start, or a pill that becomes one once the reader scrolls. */
  form: 'pill' | 'dot';
  theme: Theme;
}
export type Corner = 'bottom-right' | 'bottom-left' | 'top-right' | 'top-left';
export type Theme = 'system' | 'light' | 'dark';

/** What a page is, before any status: pages of the browser itself, files and the like cannot be checked. */
export type SiteReport =
  | { lookUp: 'impossible'; reason: string; list: ListReport }
  | { lookUp: 'no-list'; host: string; list: ListReport }
  | {
      lookUp: 'done';
      host: string;
      /** As `LookUpResult.status`, but `unknown` where nothing is found on an expired list. */
      status: Status;
      result: LookUpResult;
      history: HistoryEvent[];
      markets: MarketCard[];
      /** The series and sources that the history cites, and every edition of its lists. */
      library: Library;
      list: ListReport;
      /** The day that the statuses are computed for; never a future one. */
      asOf: string;
      /** The day of reading. */
      readOn: string;
      /** Labels of series that say something here but do not count, by the user's choice. */
      notCounted: string[];
      /** What the list was searched for; told only where nothing was found, and null elsewhere. */
      searched: Searched | null;
      /** What is on record beside the host; told only where nothing was found. */
      beside: Beside | null;
    };
export type SiteFound = Extract<SiteReport, { lookUp: 'done' }>;

/**
 * What a list holds, counted: programmes of lists, countries of orders and seizures, industry bodies; of the editions
 * that name markets, how many are complete.
 */
export interface Searched {
  lists: number;
  orders: number;
  seizures: number;
  submissions: number;
  editions: { held: number; complete: number };
}

export interface MarketCard {
  id: string;
  name: string;
  otherNames: string[];
  category: string;
  note: string | null;
  domains: {
    name: string;
    matched: boolean;
    from: string | null;
    until: string | null;
    /** A sentence, where it did or was to. */
    changedHands: string | null;
    source: string;
    locator: string;
  }[];
  relations: (Relation & { name: string })[];
}

export type ListReport =
  | { state: 'none'; lastSync: SyncResult | null; hasAddress: boolean }
  | {
      state: 'ready';
      sequence: number;
      /** Day of the records, YYYY-MM-DD. */
      published: string;
      expires: string;
      expired: boolean;
      origin: 'bundled' | 'network';
      hash: string;
      counts: { markets: number; sources: number; series: number; countries: number; names: number };
      lastSync: SyncResult | null;
      /** Whether there is anybody to ask for a newer release: an address of the package, or of the user's own. */
      hasAddress: boolean;
      /** Why the list is only held in memory; null where it is stored. */
      trouble: string | null;
    };

/** A register that the user has added. */
export interface RegisterReport {
  list: string;
  addresses: string[];
  /** The release in use, null before the first. */
  held: { about: About; count: number; sequence: number; published: string; expires: string } | null;
  /** From 0 to 1 while a release is being stored, else null. */
  progress: number | null;
  lastSync: SyncResult | null;
}

/**
 * What the registers that the user has added say of a host. Of what cannot be read it is not known whether it names it.
 */
export interface RegisterAnswers {
  named: RegisterAnswer[];
  unreadable: UnreadableRegister[];
}

export interface UnreadableRegister {
  list: string;
  title: string;
  /** Why, in words for people. */
  problem: string;
}

/** What one register says of a host. Its words are its own, never a status. */
export interface RegisterAnswer {
  list: string;
  about: About;
  labels: Column[];
  published: string;
  expires: string;
  hits: RegisterHit[];
}

/** The last attempt to bring the list up to date. */
export interface SyncResult {
  /** ISO instant. */
  at: string;
  /** `no-address`: there was nobody to ask, and nothing was fetched. */
  outcome: 'updated' | 'current' | 'refused' | 'no-address';
  /** Why, in words for people, and the code of it; only where refused. */
  reason?: string;
  code?: RefusalCode;
  /** How many checks have failed in a row, this one included. */
  failures?: number;
}

export type Message = { [Q in Question]: { question: Q; ask: Protocol[Q]['ask'] } }[Question];
type Reply<Q extends Question> = { value: Protocol[Q]['answer'] } | { error: string };

/**
 * Not the polyfill: it is ten times the badge's whole script, and both browsers answer with a promise by themselves.
 */
interface Messenger {
  runtime: { sendMessage(message: unknown): Promise<unknown> };
}

/** Milliseconds for an answer: the worker starts, and waits for the browser itself. */
const ANSWER = 10_000;
/** What is fetched first takes as long as browsers let a worker work. */
const FETCHED: ReadonlySet<Question> = new Set<Question>(['refresh', 'addRegister']);
const FETCHED_ANSWER = 300_000;

/** Asks the worker. @throws Late where no answer comes; an error on the worker's side is thrown here */
export async function ask<Q extends Question>(question: Q, about: Protocol[Q]['ask']): Promise<Protocol[Q]['answer']> {
  const { browser, chrome } = globalThis as { browser?: Messenger; chrome?: Messenger };
  const sent = (browser ?? chrome)!.runtime.sendMessage({ question, ask: about });
  // Each browser has words of its own for a worker that was ended, and none for people.
  const heard = sent.catch(() => undefined);
  const reply = (await within(heard, FETCHED.has(question) ? FETCHED_ANSWER : ANSWER)) as Reply<Q> | undefined;
  if (!reply) throw new Error('the browser stopped Listmark');
  if ('error' in reply) throw new Error(reply.error);
  return reply.value;
}

/** The optional host access that in-page badges need, as the manifest names it. */
export const ALL_SITES = ['http://*/*', 'https://*/*'];
