/**
 * The ways in which an unlisted page tries to detect the extension; docs/page-promises.md lists them. Each function
 * runs in the page, so it cannot use anything else of this module.
 */

/**
 * A script for the head of the page: records every change of the document and every call that the page does not make
 * itself.
 */
export const WATCH = `<script>
  window.done = [];
  new MutationObserver((records) => { for (const { addedNodes, attributeName } of records) { for (const node of addedNodes) if (node.nodeType === 1) done.push(node.tagName); if (attributeName) done.push(attributeName); } })
    .observe(document, { childList: true, subtree: true, attributes: true });
  for (const [of, name] of [[Element.prototype, 'attachShadow'], [Document.prototype, 'createElement'], [Document.prototype, 'createElementNS'], [EventTarget.prototype, 'addEventListener'], [HTMLElement.prototype, 'showPopover'], [Node.prototype, 'appendChild'], [Element.prototype, 'append'], [EventTarget.prototype, 'dispatchEvent']]) {
    const real = of[name];
    of[name] = function (...all) { done.push(name); return real.apply(this, all); };
  }
  for (const type of ['message', 'error', 'unhandledrejection', 'storage', 'securitypolicyviolation']) window.addEventListener(type, () => done.push(type));
  done.length = 0;
  // Here and not in a function of this module, where the compiler of the tests would change the import.
  window.importFrom = (address) => import(address);
</script>`;

/** Everything in the page that its own markup did not put there. */
export function tracesInPage(): Record<string, unknown> {
  const frame = document.body.appendChild(document.createElement('iframe'));
  const fresh = new Set(Object.getOwnPropertyNames(frame.contentWindow));
  frame.remove();
  return {
    globals: Object.getOwnPropertyNames(window).filter(
      (key) => !fresh.has(key) && !/^(\d+|done|importFrom|__name|event|external)$/.test(key),
    ),
    elements: [...document.documentElement.children].map((each) => each.tagName),
    attributes: [...document.documentElement.attributes, ...document.body.attributes].map((each) => each.name),
    sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
    fonts: [...document.fonts].map((each) => each.family),
    storage: [...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie].filter(Boolean),
    resources: performance.getEntriesByType('resource').map((each) => each.name),
  };
}

/** The element that fires neither `load` nor `error` for an address that is not there. */
export const SILENT = { chromium: 'audio', firefox: 'embed' } as const;

/**
 * The results of requests for the extension's files (at the root of its pages) and of messages to the extension (by
 * its id).
 * @param silent an element that fires no event: it counts as silent once all others have answered
 */
export async function requestExtension(
  root: string,
  id: string,
  silent: 'audio' | 'embed',
): Promise<{ found: string[]; worker: string }> {
  const paths = [
    'manifest.json',
    'content.js',
    'icons/listed-16.png',
    'src/popup/index.html',
    'list/head.jws',
    'worker.js',
    'none-such.js',
  ];
  const withoutNames = (error: unknown) => String(error).replaceAll(root, 'ROOT/').replaceAll(id, 'ID');
  const settle = (what: () => unknown): Promise<string> =>
    Promise.resolve()
      .then(what)
      .then((value) => `answered ${String(value)}`, withoutNames);
  // Long enough for a busy machine, and less than the driver's limit of a call.
  const LIMIT = 30_000;
  let othersAnswered: () => void;
  const others = new Promise<void>((done) => (othersAnswered = done));
  const TAGS = ['script', 'img', 'link', 'iframe', 'embed', 'audio'] as const;
  const element = (tag: (typeof TAGS)[number], path: string) =>
    new Promise<string>((done) => {
      const each = document.createElement(tag);
      each.addEventListener('load', () => done('load'));
      each.addEventListener('error', () => done('error'));
      if (tag === silent) void others.then(() => setTimeout(() => done('nothing'), 500));
      else setTimeout(() => done('nothing'), LIMIT);
      if (each instanceof HTMLLinkElement) Object.assign(each, { rel: 'stylesheet', href: root + path });
      else each.src = root + path;
      document.body.append(each);
    });
  const { chrome, browser } = globalThis as unknown as Record<
    'chrome' | 'browser',
    { runtime?: { sendMessage?: unknown; connect?: unknown } } | undefined
  >;
  const send = chrome?.runtime?.sendMessage as ((id: string, message: unknown) => Promise<unknown>) | undefined;
  const { importFrom } = globalThis as unknown as { importFrom(address: string): Promise<unknown> };
  const worker = () =>
    new Promise<string>((done) => {
      const each = new Worker(`${root}content.js`);
      each.onerror = () => done('error');
      each.onmessage = () => done('message');
      setTimeout(() => done('nothing'), LIMIT);
    });
  const asked = [
    ...paths.flatMap((path) => [
      settle(() => fetch(root + path)),
      settle(() => fetch(root + path, { mode: 'no-cors' })),
      settle(() => importFrom(root + path)),
    ]),
    ...TAGS.map((tag) => element(tag, tag === 'iframe' ? 'src/popup/index.html' : 'icons/listed-16.png')),
    element('script', 'content.js'),
    settle(() => new FontFace('theirs', `url(${root}icons/listed-16.png)`).load()),
    settle(() => send?.(id, { question: 'badge', ask: null })),
    settle(() => [typeof chrome?.runtime?.connect, typeof browser?.runtime]),
  ];
  const silentAt = paths.length * 3 + TAGS.indexOf(silent);
  void Promise.all(asked.filter((_, at) => at !== silentAt)).then(() => othersAnswered());
  const found = await Promise.all(asked);
  return { found, worker: await settle(worker) };
}
