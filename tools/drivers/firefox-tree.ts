/**
 * Reads Firefox's accessibility tree in the format of `driver.ts`, in the browser's own process, as a screen reader
 * gets it.
 */
import { isNamed, until, type AccessibleNode, type Box, type Named } from './driver.ts';
import type { ChromeWindow, FirefoxBrowser, FirefoxLink } from './firefox-link.ts';

/** Finds a view's `<browser>` element: the tab with this number of ours, or the open popup. */
export type Which = { tab: number } | 'popup';

/** Used only if the engine gives no ARIA role. */
const ROLES: Record<string, string> = {
  'text leaf': 'text',
  statictext: 'text',
  graphic: 'img',
  'combo box': 'combobox',
};

interface RawNode {
  role: string;
  name: string;
  description: string;
  value: string;
  states: string[];
  box: Box;
  children: RawNode[];
}

export async function readTree(link: FirefoxLink, which: Which): Promise<AccessibleNode> {
  const tree = convert(await readRaw(link, which))[0];
  if (!tree) throw new Error('the page has no accessibility tree');
  return tree;
}

export async function boxOf(link: FirefoxLink, which: Which, role: string, name: Named): Promise<Box> {
  const look = (node: RawNode): RawNode | undefined =>
    roleOf(node) === role && isNamed(node.name, name)
      ? node
      : node.children.map(look).find((found) => found !== undefined);
  const node = look(await readRaw(link, which));
  if (!node) throw new Error(`nothing with role ${role} and name "${String(name)}" on the page`);
  return node.box;
}

/**
 * The accessibility engine starts at the first request and builds its tree asynchronously, so ask until the tree is
 * there.
 */
const readRaw = async (link: FirefoxLink, which: Which): Promise<RawNode> =>
  (await until(() => link.privileged(read, which), Boolean, 5000))!;

/** Runs with the browser's own privileges. */
function read(which: Which): RawNode | null {
  const win = globalThis as unknown as ChromeWindow;
  const { Cc, Ci } = win;
  const element: FirefoxBrowser | undefined =
    which === 'popup'
      ? win.document.querySelector<FirefoxBrowser>('.webextension-popup-browser')!
      : win.listmarkTabs().find((tab) => tab.listmarkTab === which.tab)?.linkedBrowser;
  const service = Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
  const frame = element && service.getAccessibleFor(element);
  const root = frame?.firstChild;
  const STATES: [string, bigint][] = [
    ['focused', 0x4n],
    ['disabled', 0x1n],
    ['pressed', 0x8n],
    ['checked', 0x10n],
    ['expanded', 0x200n],
    ['collapsed', 0x400n],
  ];
  if (!root) return null;
  const bounds = (node: any) => {
    const [x, y, w, h] = [{}, {}, {}, {}] as { value: number }[];
    node.getBounds(x, y, w, h);
    return [x!.value, y!.value, w!.value, h!.value] as const;
  };
  const [left, top] = bounds(frame);
  // The scale of the screen times the page's zoom, to convert to CSS pixels.
  const scale = win.devicePixelRatio * (element!.fullZoom ?? 1);
  const visit = (node: any, depth: number): RawNode => {
    const state = {} as { value: number };
    node.getState(state, {});
    const [x, y, w, h] = bounds(node);
    const children: RawNode[] = [];
    for (let child = node.firstChild; child; child = child.nextSibling) children.push(visit(child, depth + 1));
    return {
      role: node.computedARIARole || service.getStringRole(node.role),
      name: node.name ?? '',
      description: node.description ?? '',
      value: node.value ?? '',
      states: STATES.filter(
        ([name, bit]) => BigInt(state.value >>> 0) & bit && !(depth === 0 && name === 'focused'),
      ).map(([name]) => name),
      box: {
        left: (x - left) / scale,
        top: (y - top) / scale,
        right: (x + w - left) / scale,
        bottom: (y + h - top) / scale,
      },
      children,
    };
  };
  return visit(root, 0);
}

const roleOf = (node: RawNode) => ROLES[node.role] ?? node.role;

function convert(raw: RawNode): AccessibleNode[] {
  const children = raw.children.flatMap(convert);
  const role = roleOf(raw);
  if (
    role === 'whitespace' ||
    (role === 'text' && !raw.name.trim()) ||
    role === 'listitem marker' ||
    (['section', 'text container', 'generic', 'none'].includes(role) && !raw.name)
  )
    return children;
  const node: AccessibleNode = { role, name: raw.name, states: raw.states, children };
  if (raw.description) node.description = raw.description;
  // The value of links and documents is their address; other browsers do not report it.
  if (raw.value && role !== 'link' && role !== 'document') node.value = raw.value;
  return [node];
}
