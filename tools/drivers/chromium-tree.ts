/**
 * Reads Chromium's accessibility tree in the format of `driver.ts`, including closed shadow roots, as a screen reader
 * sees it.
 */
import type { CDPSession } from 'puppeteer-core';
import { isNamed, type AccessibleNode, type Box, type Named } from './driver.ts';

interface AXValue {
  value?: unknown;
}
interface AXNode {
  nodeId: string;
  ignored: boolean;
  role?: AXValue;
  name?: AXValue;
  description?: AXValue;
  value?: AXValue;
  properties?: { name: string; value: AXValue }[];
  childIds?: string[];
  parentId?: string;
  backendDOMNodeId?: number;
}

/** Roles used only for layout, without meaning. */
const WITHOUT_MEANING = new Set(['generic', 'none', 'InlineTextBox', 'LineBreak', 'ListMarker']);
const ROLES: Record<string, string> = {
  RootWebArea: 'document',
  StaticText: 'text',
  image: 'img',
  LabelText: 'label',
  DisclosureTriangle: 'summary',
};

export async function readTree(session: CDPSession): Promise<AccessibleNode> {
  const byId = new Map((await axNodes(session)).map((node) => [node.nodeId, node]));
  const root = [...byId.values()].find((node) => !node.parentId);
  const tree = root && convert(root, byId)[0];
  if (!tree) throw new Error('the page has no accessibility tree');
  return tree;
}

export async function boxOf(session: CDPSession, role: string, name: Named): Promise<Box> {
  const node = (await axNodes(session)).find(
    (candidate) => !candidate.ignored && roleOf(candidate) === role && isNamed(String(candidate.name?.value), name),
  );
  if (!node?.backendDOMNodeId) throw new Error(`nothing with role ${role} and name "${String(name)}" on the page`);
  await session.send('DOM.scrollIntoViewIfNeeded', { backendNodeId: node.backendDOMNodeId });
  const { model } = await session.send('DOM.getBoxModel', { backendNodeId: node.backendDOMNodeId });
  const [left = 0, top = 0, , , right = 0, bottom = 0] = model.border;
  return { left, top, right, bottom };
}

async function axNodes(session: CDPSession): Promise<AXNode[]> {
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  return nodes;
}

const roleOf = (node: AXNode) => ROLES[String(node.role?.value)] ?? String(node.role?.value);

function convert(node: AXNode, byId: Map<string, AXNode>): AccessibleNode[] {
  const children = (node.childIds ?? []).flatMap((id) => {
    const child = byId.get(id);
    return child ? convert(child, byId) : [];
  });
  const name = String(node.name?.value ?? '');
  const role = roleOf(node);
  if (node.ignored || (WITHOUT_MEANING.has(role) && !name) || role === 'InlineTextBox') return children;
  const tree: AccessibleNode = { role, name, states: states(node), children };
  if (node.description?.value) tree.description = String(node.description.value);
  if (node.value?.value !== undefined && node.value.value !== '') tree.value = String(node.value.value);
  return [tree];
}

function states(node: AXNode): string[] {
  return (node.properties ?? []).flatMap(({ name, value: { value } }) => {
    if (name === 'expanded') return [value ? 'expanded' : 'collapsed'];
    if (name === 'checked' || name === 'pressed') return value === 'true' || value === true ? [name] : [];
    // Every document counts as focused in its window; report only focused elements inside.
    if (name === 'focused' && node.role?.value === 'RootWebArea') return [];
    return (name === 'focused' || name === 'disabled') && value ? [name] : [];
  });
}
