/**
 * The handlers of the protocol in messages.ts. `authorize` decides who may ask; each handler calls the module that
 * knows.
 */
import browser, { type Runtime } from 'webextension-polyfill';
import type { Protocol, Question } from '../messages.ts';
import { reasonOf } from '../within.ts';
import { authorize } from './authorize.ts';
import { badgeFor, hideBadge, hidingsOn, showAgain } from './page/badge-answer.ts';
import { openDetails } from './page/open-details.ts';
import { listReport } from './list/list-report.ts';
import { withList } from './list/open-list.ts';
import { recordsPart } from './list/records-part.ts';
import { syncNow } from './list/update.ts';
import { inRegisters } from './register/look-up.ts';
import { addRegister, registerReports, removeRegister } from './register/registers.ts';
import { siteReport } from './page/site-report.ts';
import { refreshTabs } from './page/toolbar.ts';

type Answers = {
  [Q in Question]: (ask: Protocol[Q]['ask'], sender: Runtime.MessageSender) => Promise<Protocol[Q]['answer']>;
};

const answers: Answers = {
  badge: (_, sender) => badgeFor(sender),
  hideBadge: async ({ how }, sender) => {
    await hideBadge(how, sender);
    return null;
  },
  hidings: (asker) => hidingsOn(asker),
  showAgain: async (asker) => {
    await showAgain(asker);
    return null;
  },
  openDetails: async (_, sender) => {
    await openDetails(sender);
    return null;
  },
  site: ({ url, asOf }) => siteReport(url, asOf),
  // A statute names no site, so the options need not offer it.
  series: async () =>
    Object.values((await withList((list) => list.library()))?.series ?? {}).filter(
      ({ evidence }) => evidence !== 'statute',
    ),
  list: () => listReport(),
  records: ({ part }) => recordsPart(part),
  refresh: async () => {
    await syncNow();
    await refreshTabs();
    return listReport();
  },
  registers: () => registerReports(),
  inRegisters: ({ host }) => inRegisters(host),
  addRegister: async ({ address }) => {
    await addRegister(address);
    return registerReports();
  },
  removeRegister: async ({ list }) => {
    await removeRegister(list);
    return registerReports();
  },
};

export async function answer(
  message: unknown,
  sender: Runtime.MessageSender,
): Promise<{ value: unknown } | { error: string }> {
  const authorized = authorize(message, sender, { id: browser.runtime.id, base: browser.runtime.getURL('') });
  if ('error' in authorized) return authorized;
  const { question, ask } = authorized;
  try {
    return {
      value: await (answers[question] as (ask: unknown, sender: Runtime.MessageSender) => Promise<unknown>)(
        ask,
        sender,
      ),
    };
  } catch (error) {
    return { error: reasonOf(error) };
  }
}
