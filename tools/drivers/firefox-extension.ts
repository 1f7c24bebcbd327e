/**
 * The driver's operations on the extension that need Firefox's own privileges. Each function runs in the browser's
 * window, so it must not use anything from this module.
 */
import type { ToolbarState } from './driver.ts';
import type { ChromeWindow } from './firefox-link.ts';

/** The state of the toolbar button for the tab with an address. */
export function readToolbar(id: string, url: string): ToolbarState | null {
  const win = globalThis as unknown as ChromeWindow;
  const { ExtensionParent } = win.ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const { action } = ExtensionParent.apiManager.global.browserActionFor(win.WebExtensionPolicy.getByID(id)!.extension);
  const all = win.listmarkTabs().filter((tab) => tab.linkedBrowser.currentURI.spec === url);
  const tab = all.find((each) => each.selected) ?? all.at(-1);
  if (!tab) return null;
  const { badgeText, title, popup, enabled, icon } = action.getContextData(tab);
  return {
    badgeText: badgeText ?? '',
    title,
    popup: popup ?? '',
    enabled,
    ...(icon && Object.keys(icon).length ? { icon: JSON.stringify(icon) } : {}),
  };
}

/** `running`, `stopped`, `starting`, `suspending`. */
export function backgroundState(id: string): string {
  return (globalThis as unknown as ChromeWindow).WebExtensionPolicy.getByID(id)?.extension.backgroundState ?? 'missing';
}

export async function stopBackground(id: string): Promise<void> {
  const { extension } = (globalThis as unknown as ChromeWindow).WebExtensionPolicy.getByID(id)!;
  await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
}

/** Bytes of memory of the extension process. Firefox does not count single extensions. */
export async function residentOfExtensions(): Promise<number | null> {
  const { children } = await (
    globalThis as unknown as { ChromeUtils: { requestProcInfo(): Promise<{ children: any[] }> } }
  ).ChromeUtils.requestProcInfo();
  return children.find((each) => each.type === 'extension')?.memory ?? null;
}

export async function grantOrigins(id: string, origins: string[]): Promise<void> {
  const win = globalThis as unknown as ChromeWindow;
  const { ExtensionPermissions } = win.ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionPermissions.sys.mjs',
  );
  await ExtensionPermissions.add(id, { permissions: [], origins }, win.WebExtensionPolicy.getByID(id)!.extension);
}

export async function allowInPrivate(id: string): Promise<void> {
  const win = globalThis as unknown as ChromeWindow;
  const { ExtensionPermissions } = win.ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionPermissions.sys.mjs',
  );
  await ExtensionPermissions.add(id, { permissions: ['internal:privateBrowsingAllowed'], origins: [] });
}

/** Runs code in the background page and starts it if needed. */
export async function runInBackground(id: string, expression: string): Promise<string | null> {
  const { extension } = (globalThis as unknown as ChromeWindow).WebExtensionPolicy.getByID(id)!;
  await extension.wakeupBackground?.();
  const view = [...extension.views].find((each: any) => each.viewType === 'background');
  const browser = view.xulBrowser;
  const name = `listmark:${Math.random()}`;
  return new Promise((resolve, reject) => {
    browser.messageManager.addMessageListener(
      name,
      function heard({ data }: { data: { value?: string; error?: string } }) {
        browser.messageManager.removeMessageListener(name, heard);
        if (data.error) reject(new Error(data.error));
        else resolve(data.value ?? null);
      },
    );
    const script = `(async () => { try {
        const sandbox = Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false, sameZoneAs: content });
        sendAsyncMessage(${JSON.stringify(name)}, { value: await Cu.evalInSandbox(${JSON.stringify(expression)}, sandbox) });
      } catch (error) { sendAsyncMessage(${JSON.stringify(name)}, { error: String(error?.message ?? error) }); } })()`;
    browser.messageManager.loadFrameScript(
      `data:application/javascript;charset=utf-8,${encodeURIComponent(script)}`,
      false,
    );
  });
}

/** Errors in the browser console from scripts of the extension or of the driver. */
export function errorsOf(baseUrl: string): string[] {
  const { Services, Ci } = globalThis as unknown as ChromeWindow;
  return (Services.console.getMessageArray() as any[])
    .filter((each) => each instanceof Ci.nsIScriptError && !(each.flags & Ci.nsIScriptError.warningFlag))
    .filter(({ sourceName }) => sourceName.startsWith(baseUrl) || sourceName.startsWith('data:application/javascript'))
    .map(({ errorMessage }) => errorMessage as string);
}
