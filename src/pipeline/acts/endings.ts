/** What the ending of a printed name says: that it can be a host at all, and whose it is. */
import { parse } from 'tldts';

const OPTIONS = { allowPrivateDomains: false, detectSpecialUse: true } as const;

export function isIcannOrReserved(host: string): boolean {
  const { isIcann, isSpecialUse, domain } = parse(host, OPTIONS);
  return Boolean(isIcann || isSpecialUse) && domain !== null;
}

/** The name that was registered: "office.example" of "www.office.example". */
export const registeredName = (host: string): string => parse(host, OPTIONS).domain ?? host;

/** Parts of endings that only states give out: gov.uk, go.jp, gob.es, gouv.fr, gc.ca, mil. */
const STATE = new Set(['gov', 'gob', 'gouv', 'govt', 'go', 'gub', 'gv', 'gc', 'mil']);

/** A state's own address: an issuer's, never a site's that it names. */
export function isOfState(host: string): boolean {
  const labels = host.split('.');
  const ending = labels.slice(-2);
  const last = labels.at(-1)!;
  return (
    host.endsWith('.europa.eu') ||
    host === 'europa.eu' ||
    STATE.has(last) ||
    (last.length === 2 && labels.length > 2 && STATE.has(ending[0]!))
  );
}
