/** The only component that links to an address from data. Anything but an http or https address stays text. */
export function WebLink({ to, words, children }: { to: string; words?: string; children: preact.ComponentChildren }) {
  if (!isWeb(to)) return <span>{children}</span>;
  return (
    <a
      href={to}
      target="_blank"
      rel="noreferrer"
      {...(words !== undefined && { 'aria-label': words })}
      title={new URL(to).hostname}
    >
      {children}
    </a>
  );
}

/** Names a web address by its host, so that a reader sees whose page it is. */
export const hostWords = (address: string): string => new URL(address).hostname.replace(/^www\./, '');

/** Checks the scheme: a "javascript:" link would run code. */
const isWeb = (address: string): boolean => /^https?:\/\//i.test(address) && URL.canParse(address);
