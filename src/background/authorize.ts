/**
 * Who may ask what. A message is data from outside: it is parsed, and its sender looked at, before anything is done for
 * it.
 */
import * as v from 'valibot';
import { ListAddress } from '../list/release/list-address.ts';
import type { Message, Protocol, Question } from '../messages.ts';

/** What of the browser's own word on the sender is relied on. */
export interface Sender {
  id?: string | undefined;
  url?: string | undefined;
  origin?: string | undefined;
  frameId?: number | undefined;
  tab?: { id?: number | undefined; incognito?: boolean | undefined } | undefined;
}

/** This extension: its id, and the address of its pages with the slash at the end. */
export interface Ourselves {
  id: string;
  base: string;
}

const nothing = v.null();
/** Longer than any address that browsers show. */
const address = v.pipe(v.string(), v.maxLength(65_536));

/** As it stands in the manifest of a register. */
const list = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,64}$/));

const ASKS: { [Q in Question]: v.GenericSchema<Protocol[Q]['ask']> } = {
  badge: nothing,
  hideBadge: v.strictObject({ how: v.picklist(['until-change', 'site', 'market']) }),
  openDetails: nothing,
  hidings: v.strictObject({ url: address, isPrivate: v.boolean() }),
  showAgain: v.strictObject({ url: address, isPrivate: v.boolean() }),
  site: v.strictObject({
    url: address,
    asOf: v.optional(v.pipe(v.string(), v.isoDate('expected a day as YYYY-MM-DD'))),
  }),
  series: nothing,
  list: nothing,
  refresh: nothing,
  registers: nothing,
  inRegisters: v.strictObject({ host: v.pipe(v.string(), v.minLength(1), v.maxLength(253)) }),
  addRegister: v.strictObject({ address: ListAddress }),
  removeRegister: v.strictObject({ list }),
};

/**
 * What a content script may ask, and only of the page that it is on: none of these takes an address. Everything else is
 * for our own pages.
 */
const FOR_CONTENT: ReadonlySet<Question> = new Set<Question>(['badge', 'hideBadge', 'openDetails']);

const Envelope = v.strictObject({ question: v.picklist(Object.keys(ASKS) as Question[]), ask: v.unknown() });

/** The message as it may be answered, or why not, in words for whoever writes a page of ours. */
export function authorize(message: unknown, sender: Sender, ourselves: Ourselves): Message | { error: string } {
  const envelope = v.safeParse(Envelope, message);
  if (!envelope.success) return { error: 'there is no such question' };
  const { question } = envelope.output;
  if (sender.id !== ourselves.id) return { error: 'other extensions are not answered' };
  if (!isOurPage(sender, ourselves)) {
    if (!FOR_CONTENT.has(question)) return { error: `"${question}" is not for pages` };
    if (!sender.tab || sender.frameId !== 0) return { error: 'only the page itself may ask, not a frame in it' };
    if (!/^https?:\/\//.test(sender.url ?? '')) return { error: 'only web pages are answered' };
  }
  const ask = v.safeParse(ASKS[question], envelope.output.ask);
  if (!ask.success) return { error: `"${question}" is asked wrongly: ${ask.issues[0].message}` };
  return { question, ask: ask.output } as Message;
}

/**
 * Both the address and, where the browser tells it, the origin: a page's address may change under it, its origin may
 * not.
 */
const isOurPage = ({ url, origin }: Sender, { base }: Ourselves): boolean =>
  !!url?.startsWith(base) && (origin === undefined || `${origin}/` === base || origin === 'null');
