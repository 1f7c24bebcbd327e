/** Does to a page in Firefox what assistive technology does, by the browser's own accessibility service. */
import { until } from './driver.ts';
import type { ChromeWindow, FirefoxLink } from './firefox-link.ts';

/**
 * Triggers the actions of every node of the tab's accessibility tree, except on the nodes with these names. @returns
 * the nodes, as role and name
 */
export async function assist(link: FirefoxLink, tab: number, spared: string[]): Promise<string[]> {
  const acted = await until(() => link.privileged(actOnAll, tab, spared), Boolean, 15_000);
  return acted!;
}

/** Runs with the browser's own privileges. */
async function actOnAll(tab: number, spared: string[]): Promise<string[] | null> {
  const win = globalThis as unknown as ChromeWindow;
  const { Cc, Ci } = win;
  const service = Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
  const browser = win.listmarkTabs().find((each) => each.listmarkTab === tab)!.linkedBrowser;
  const root = service.getAccessibleFor(browser)?.firstChild;
  if (!root?.childCount) return null;
  const nodes: any[] = [];
  const visit = (node: any) => {
    nodes.push(node);
    for (let child = node.firstChild; child; child = child.nextSibling) visit(child);
  };
  visit(root);
  const settle = () => new Promise((done) => win.setTimeout(done, 40));
  const named: string[] = [];
  for (const node of nodes) {
    // The page may have changed meanwhile: skip nodes that are gone.
    const attempt = (act: () => void) => {
      try {
        act();
      } catch {
        // Not every node supports every action.
      }
    };
    attempt(() => named.push(`${node.computedARIARole || service.getStringRole(node.role)} ${node.name ?? ''}`));
    attempt(() => node.takeFocus());
    await settle();
    attempt(() => {
      const text = node.QueryInterface(Ci.nsIAccessibleText);
      text.caretOffset = 0;
      text.addSelection(0, 1);
      text.scrollSubstringTo(0, 1, 0);
    });
    await settle();
    attempt(() => spared.includes(node.name) || node.doAction(0));
    await settle();
  }
  return named;
}
