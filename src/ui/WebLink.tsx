/** The one link to an address that stands in data of others: anything but a web address stays text. */
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

/** By its scheme alone, as the browser reads it: "javascript:" would run. */
const isWeb = (address: string): boolean => /^https?:\/\//i.test(address) && URL.canParse(address);
