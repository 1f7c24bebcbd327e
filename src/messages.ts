/**
 * The protocol between the worker and the pages or the content script: every question and its answer. A web page's
 * content script may only ask `badge`, `hideBadge` and `openDetails`. These are answered from `sender.url`, never from
 * data that the page supplies.
 */
import type { Beside } from './list/beside.ts';
import type { RegisterHit } from './list/register/packed-register.ts';
import type { About, Column } from './list/register/register-release.ts';
import type { RefusalCode } from './list/release/refusal.ts';
import type { HistoryEvent, Library, Status } from './list/status.ts';
import type { Relation, Series, Verification } from './list/records.ts';
import type { LookUpResult } from './list/look-up.ts';
import type { Shape } from './marks.ts';
import { within } from './within.ts';

export interface Protocol {
  badge: { ask: null; answer: BadgeAnswer | null };
  hideBadge: { ask: { how: Hiding }; answer: null };
  openDetails: { ask: null; answer: null };
  /** The user's choices that hide the badge on a page; empty if it would have no badge anyway. */
  hidings: { ask: PageOf; answer: Hidden[] };
  /** Undoes all choices that hide the badge on a page. */
  showAgain: { ask: PageOf; answer: null };
  /** `asOf`: a day as YYYY-MM-DD; today if absent. */
  site: { ask: { url: string; asOf?: string | undefined }; answer: SiteReport };
  /** All series that the options offer to exclude. */
  series: { ask: null; answer: Series[] };
  list: { ask: null; answer: ListReport };
  /** One part of all records of the list, numbered from 0. Null if there is no list, or no such part of it. */
  records: { ask: { part: number }; answer: RecordsPart | null };
  refresh: { ask: null; answer: ListReport };
  registers: { ask: null; answer: RegisterReport[] };
  inRegisters: { ask: { host: string }; answer: RegisterAnswers };
  /** Answered when the first release is stored. Until then `registers` reports the progress. */
  addRegister: { ask: { address: string }; answer: RegisterReport[] };
  removeRegister: { ask: { list: string }; answer: RegisterReport[] };
}
export type Question = keyof Protocol;

/**
 * How long a badge stays hidden: until its text changes, on this site for ever, or on every site of the market for
 * ever.
 */
export type Hiding = 'until-change' | 'site' | 'market';

export interface Hidden {
  how: Hiding;
  /** Name of the host or of the market. */
  name: string;
}

/** A page and the kind of its window. A badge hidden in a private window is not hidden elsewhere. */
export interface PageOf {
  url: string;
  isPrivate: boolean;
}

/** What the in-page badge shows. Plain text only. */
export interface BadgeAnswer {
  /** The host that the answer is about. The script draws nothing if the page has another host by now. */
  host: string;
  /** The shapes of its mark: in the answer, so that the script need not carry the shapes of all marks. */
  mark: readonly Shape[];
  /** One line: "Named in the 2025 US piracy and counterfeit list". */
  words: string;
  /** Sentences for the card. */
  sentences: string[];
  /** Sentences for the card that say less of this site: the list's full name, the kind of act, what it is not. */
  notes: string[];
  /** Name of the market, for "hide on all sites of …"; null if several markets cover the host. */
  market: string | null;
  corner: Corner;
  /** `dot`: always a dot. `pill`: a pill that becomes a dot once the reader scrolls. */
  form: 'pill' | 'dot';
  theme: Theme;
}
export type Corner = 'bottom-right' | 'bottom-left' | 'top-right' | 'top-left';
export type Theme = 'system' | 'light' | 'dark';

/**
 * What the popup shows of one address. `impossible`: a page of the browser, a file or the like, which has no host to
 * look up.
 */
export type SiteReport =
  | { lookUp: 'impossible'; reason: string; list: ListReport }
  | { lookUp: 'no-list'; host: string; list: ListReport }
  | {
      lookUp: 'done';
      host: string;
      /** As `LookUpResult.status`, but `unknown` if nothing is found in an expired list. */
      status: Status;
      result: LookUpResult;
      history: HistoryEvent[];
      markets: MarketCard[];
      /** The series and sources that the history cites, with all editions of these series. */
      library: Library;
      list: ListReport;
      /** The day for which the statuses are computed, YYYY-MM-DD; never a future one. */
      asOf: string;
      /** Today, YYYY-MM-DD. */
      readOn: string;
      /** Labels of series that have a result here, but that the user excluded. */
      notCounted: string[];
      /** What was searched. Null if something was found. */
      searched: Searched | null;
      /** What is on record beside the host; told only where nothing was found. */
      beside: Beside | null;
    };
export type SiteFound = Extract<SiteReport, { lookUp: 'done' }>;

/**
 * Counts of what the list holds: programmes that publish lists, countries with orders and with seizures, industry
 * bodies, and editions that name markets.
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
    /** The recorded day of that; the day by which it had certainly happened; and the source. Null where not known. */
    changedOn: string | null;
    changedBy: string | null;
    changedSource: string | null;
    source: string;
    locator: string;
    verification: Verification;
  }[];
  relations: (Relation & { name: string })[];
}

export type ListReport =
  | { state: 'none'; lastSync: SyncResult | null; hasAddress: boolean }
  | {
      state: 'ready';
      sequence: number;
      /** Day of publication, YYYY-MM-DD. */
      published: string;
      expires: string;
      expired: boolean;
      origin: 'bundled' | 'network';
      hash: string;
      counts: { markets: number; sources: number; series: number; countries: number; names: number };
      lastSync: SyncResult | null;
      /** True if there is an address to sync from, built in or the user's own. */
      hasAddress: boolean;
      /** Why the list is held in memory only; null if it is stored. */
      trouble: string | null;
    };

/** Some of the records of the list. Together the parts are the whole; one message with all of them could be too long. */
export interface RecordsPart {
  /** Hash of the release's manifest, as in `ListReport`. The parts of two releases do not fit together. */
  hash: string;
  /** How many parts there are. */
  parts: number;
  /** As `list/release/record-lines.ts` has them: "market some-market", and the record as JSON. */
  lines: [key: string, json: string][];
}

/** A register that the user has added. */
export interface RegisterReport {
  list: string;
  addresses: string[];
  /** The release in use; null before the first. */
  held: { about: About; count: number; sequence: number; published: string; expires: string } | null;
  /** From 0 to 1 while a release is being stored; else null. */
  progress: number | null;
  lastSync: SyncResult | null;
}

/** What the user's registers say of a host. An unreadable register may or may not name the host. */
export interface RegisterAnswers {
  named: RegisterAnswer[];
  unreadable: UnreadableRegister[];
}

export interface UnreadableRegister {
  list: string;
  title: string;
  /** The reason, in words for users. */
  problem: string;
}

/** What one register says of a host. These are the register's own words, never a status of ours. */
export interface RegisterAnswer {
  list: string;
  about: About;
  labels: Column[];
  published: string;
  expires: string;
  hits: RegisterHit[];
}

/** How one attempt to bring a list up to date ended. */
export interface SyncResult {
  /** ISO instant. */
  at: string;
  /** `no-address`: there is no address, so nothing was fetched. */
  outcome: 'updated' | 'current' | 'refused' | 'no-address';
  /** The reason in words for users, and its code; only if refused. */
  reason?: string;
  code?: RefusalCode;
  /** How many syncs have failed in a row, this one included. */
  failures?: number;
}

export type Message = { [Q in Question]: { question: Q; ask: Protocol[Q]['ask'] } }[Question];
type Reply<Q extends Question> = { value: Protocol[Q]['answer'] } | { error: string };

/**
 * Not webextension-polyfill: it is ten times as large as the whole content script, and both browsers return promises
 * anyway.
 */
interface Messenger {
  runtime: { sendMessage(message: unknown): Promise<unknown> };
}

/** Milliseconds to wait for an answer: the worker may have to start, and it waits for the browser itself. */
const ANSWER_LIMIT = 10_000;
/** Questions whose answer needs a download. Milliseconds: as long as browsers let a worker run. */
const DOWNLOADING: ReadonlySet<Question> = new Set<Question>(['refresh', 'addRegister']);
const DOWNLOAD_LIMIT = 300_000;

/**
 * Asks the worker.
 * @throws Late if no answer comes
 * @throws Error with the worker's message if the worker failed, or if the browser ended it
 */
export async function ask<Q extends Question>(
  question: Q,
  parameters: Protocol[Q]['ask'],
): Promise<Protocol[Q]['answer']> {
  const { browser, chrome } = globalThis as { browser?: Messenger; chrome?: Messenger };
  const sent = (browser ?? chrome)!.runtime.sendMessage({ question, ask: parameters });
  // When the worker was ended, each browser rejects with another message, none of them for users.
  const answered = sent.catch(() => undefined);
  const reply = (await within(answered, DOWNLOADING.has(question) ? DOWNLOAD_LIMIT : ANSWER_LIMIT)) as
    Reply<Q> | undefined;
  if (!reply) throw new Error('the browser stopped Listmark');
  if ('error' in reply) throw new Error(reply.error);
  return reply.value;
}

/** The optional host access that in-page badges need, as the manifest names it. */
export const ALL_SITES = ['http://*/*', 'https://*/*'];
