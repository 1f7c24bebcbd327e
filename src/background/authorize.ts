/**
 * Who may ask what. A message is untrusted data: it is parsed and its sender is checked before anything else happens.
 */
import * as v from 'valibot';
import { ListAddress } from '../list/release/list-address.ts';
import type { Message, Protocol, Question } from '../messages.ts';

/** The fields of the browser's `MessageSender` that `authorize` relies on. */
export interface Sender {
  id?: string | undefined;
  url?: string | undefined;
  origin?: string | undefined;
  frameId?: number | undefined;
  tab?: { id?: number | undefined; incognito?: boolean | undefined } | undefined;
}

/** This extension: its id, and the address of its pages with the slash at the end. */
export interface Self {
  id: string;
  base: string;
}

const nothing = v.null();
/** Longer than any address that browsers show. */
const address = v.pipe(v.string(), v.maxLength(65_536));

/** The id of a register, as its manifest has it. */
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
  records: v.strictObject({ part: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  refresh: nothing,
  registers: nothing,
  inRegisters: v.strictObject({ host: v.pipe(v.string(), v.minLength(1), v.maxLength(253)) }),
  addRegister: v.strictObject({ address: ListAddress }),
  removeRegister: v.strictObject({ list }),
};

/**
 * What a content script may ask. None of these takes an address, so a page can only ask about itself. All other
 * questions are for pages of the extension.
 */
const FOR_CONTENT: ReadonlySet<Question> = new Set<Question>(['badge', 'hideBadge', 'openDetails']);

const Envelope = v.strictObject({ question: v.picklist(Object.keys(ASKS) as Question[]), ask: v.unknown() });

/**
 * Checks a message and its sender.
 * @returns the parsed message, or an error message for developers
 */
export function authorize(message: unknown, sender: Sender, self: Self): Message | { error: string } {
  const envelope = v.safeParse(Envelope, message);
  if (!envelope.success) return { error: 'the message is not a question of the protocol' };
  const { question } = envelope.output;
  if (sender.id !== self.id) return { error: 'the sender is another extension' };
  if (!isOurPage(sender, self)) {
    if (!FOR_CONTENT.has(question)) return { error: `"${question}" may only be asked by pages of the extension` };
    if (!sender.tab || sender.frameId !== 0)
      return { error: `"${question}" may only be asked from the top frame of a tab` };
    if (!/^https?:\/\//.test(sender.url ?? ''))
      return { error: `"${question}" may only be asked from http and https pages` };
  }
  const ask = v.safeParse(ASKS[question], envelope.output.ask);
  if (!ask.success) return { error: `"${question}" has wrong parameters: ${ask.issues[0].message}` };
  return { question, ask: ask.output } as Message;
}

/**
 * Checks the address and, where the browser gives it, the origin: a page can change its address, but not its origin.
 */
const isOurPage = ({ url, origin }: Sender, { base }: Self): boolean =>
  !!url?.startsWith(base) && (origin === undefined || `${origin}/` === base || origin === 'null');
