/** The answers to messages.ts. */
import browser, { type Runtime } from 'webextension-polyfill';
import type { BadgeAnswer, MarketCard, Message, Protocol, Question, SiteReport } from '../messages.ts';
import { hostOfUrl } from '../list/host.ts';
import { history, type Library, type Match, type Status } from '../list/status.ts';
import { headline, shortWords } from '../list/words.ts';
import { closedFor, rememberClosed } from './closed-badges.ts';
import { listReport, syncNow } from './keeper.ts';
import { checkAddress, today } from './page-check.ts';
import { addRegister, inRegisters, registerReports, removeRegister } from './registers.ts';
import { refreshTabs } from './toolbar.ts';

type Answers = { [Q in Question]: (ask: Protocol[Q]['ask'], sender: Runtime.MessageSender) => Promise<Protocol[Q]['answer']> };

const answers: Answers = {
  badge: async (_, sender) => badgeFor(sender),
  closeBadge: async (_, sender) => {
    const badge = await badgeFor(sender);
    if (badge) await rememberClosed(badge.host, statusKey(badge), sender.tab?.incognito ?? false);
    return null;
  },
  openDetails: async (_, sender) => {
    if (sender.url) await browser.tabs.create({ url: browser.runtime.getURL(`src/popup/index.html?url=${encodeURIComponent(sender.url)}`) });
    return null;
  },
  site: ({ url }) => siteReport(url),
  list: () => listReport(),
  refresh: async () => {
    await syncNow();
    await refreshTabs();
    return listReport();
  },
  registers: () => registerReports(),
  inRegisters: ({ host }) => inRegisters(host),
  addRegister: async ({ list, addresses }) => {
    await addRegister(list, addresses);
    return registerReports();
  },
  removeRegister: async ({ list }) => {
    await removeRegister(list);
    return registerReports();
  },
};

/** What a content script may ask; everything else only our own pages. */
const PUBLIC: ReadonlySet<Question> = new Set<Question>(['badge', 'closeBadge', 'openDetails']);

export async function answer(message: unknown, sender: Runtime.MessageSender): Promise<{ value: unknown } | { error: string }> {
  const { question, ask } = (message ?? {}) as Partial<Message>;
  if (!question || !Object.hasOwn(answers, question)) return { error: 'there is no such question' };
  const ours = sender.id === browser.runtime.id && !!sender.url?.startsWith(browser.runtime.getURL(''));
  if (!ours && !PUBLIC.has(question)) return { error: `"${question}" is not for pages` };
  if (!ours && sender.frameId !== 0) return { error: 'only the page itself may ask, not a frame in it' };
  try {
    return { value: await (answers[question] as (ask: unknown, sender: Runtime.MessageSender) => Promise<unknown>)(ask, sender) };
  } catch (error) {
    return { error: String(error) };
  }
}

async function siteReport(url: string): Promise<SiteReport> {
  const [checked, list] = await Promise.all([checkAddress(url), listReport()]);
  if (checked === null) return { check: 'impossible', reason: 'Only web pages (http and https) can be checked.', list };
  if (checked === 'no-list') return { check: 'no-list', host: hostOfUrl(url)!, list };
  const { host, status, matches, library } = checked;
  const events = matches.flatMap((match) => history(match, library, today())).sort((a, b) => (a.date < b.date ? -1 : 1));
  const markets = await Promise.all(matches.map((match) => marketCard(match)));
  return { check: 'done', host, status, verdict: checked.verdict, history: events, markets, library: cited(matches, library), list };
}

async function marketCard({ market, domains }: Match): Promise<MarketCard> {
  return {
    id: market.id,
    name: market.name,
    otherNames: market.otherNames ?? [],
    category: market.category,
    note: market.note ?? null,
    domains: market.domains.map((domain) => ({
      name: domain.name,
      matched: domains.includes(domain),
      from: domain.from ?? null,
      until: domain.until ?? null,
      changedHands: domain.changedHands?.note ?? null,
      source: domain.source,
      locator: domain.locator,
    })),
    relations: (market.relations ?? []).map((relation) => ({ ...relation, name: relation.market })),
  };
}

/** The part of the library that the markets cite; a page of ours needs no more. */
function cited(matches: readonly Match[], library: Library): Library {
  const ids = new Set(matches.flatMap(({ market }) => [...market.events, ...market.domains, ...(market.relations ?? [])].map((fact) => fact.source)));
  const sources = Object.fromEntries([...ids].map((id) => [id, library.sources[id]!]));
  const series = Object.fromEntries(Object.values(sources).map((source) => [source.series, library.series[source.series]!]));
  return { series, sources };
}

/** By default the badge shows only what is current and shown to be so; the toolbar and the popup show the rest. */
const BADGE_FOR: ReadonlySet<Status> = new Set<Status>(['listed', 'blocked']);

async function badgeFor({ url, tab }: Runtime.MessageSender): Promise<BadgeAnswer | null> {
  const checked = url ? await checkAddress(url) : null;
  if (!checked || checked === 'no-list' || !BADGE_FOR.has(checked.status)) return null;
  const { host, status, library } = checked;
  const { series } = checked.verdict;
  const badge = { host, status, words: shortWords(series[0]!, library), sentences: headline(series, library) };
  return (await closedFor(host, tab?.incognito ?? false)) === statusKey(badge) ? null : badge;
}

/** Changes when what the badge would say changes: closing it holds until then. */
const statusKey = ({ status, sentences }: BadgeAnswer): string => JSON.stringify([status, sentences]);
