/** Facts from the ending of a printed name: if it can be a host, and who owns it. */
import { parse } from 'tldts';

const OPTIONS = { allowPrivateDomains: false, detectSpecialUse: true } as const;

export function isIcannOrReserved(host: string): boolean {
  const { isIcann, isSpecialUse, domain } = parse(host, OPTIONS);
  return Boolean(isIcann || isSpecialUse) && domain !== null;
}

/** The registered domain: "office.example" of "www.office.example". */
export const registeredName = (host: string): string => parse(host, OPTIONS).domain ?? host;

/** Labels of endings reserved for governments: gov.uk, go.jp, gob.es, gouv.fr, gc.ca, mil. */
const STATE = new Set(['gov', 'gob', 'gouv', 'govt', 'go', 'gub', 'gv', 'gc', 'mil']);

/** True for a government's address, which is an issuer's and never a named site's. */
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
