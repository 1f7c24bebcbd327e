/**
 * Pages that try to remove the badge or to read it. `ours()` in the page finds our element: a child of the root that
 * the page did not make itself.
 */
import type { RequestListener } from 'node:http';

const page = (
  body: string,
  head = '',
) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>hostile</title>
<script>
  window.seen = []; window.removed = 0;
  window.ours = () => [...Document.prototype.__lookupGetter__('documentElement').call(document).children].find((each) => !['HEAD', 'BODY'].includes(each.tagName) && !each.dataset.theirs);
</script>${head}</head><body><h1>A page</h1><p>with text on it</p>${body}</body></html>`;

const script = (code: string) => `<script>${code}</script>`;

/** Everything that a style sheet can do to an element without a class or an id. */
const RESTYLE = `html > *:not(head, body), div, [popover], :popover-open, *:not(head, head *, script) {
  display: none !important; visibility: hidden !important; opacity: 0 !important; transform: scale(0) !important; width: 0 !important; height: 0 !important;
  position: static !important; inset: 9999px !important; clip-path: inset(50%) !important; filter: opacity(0) !important; pointer-events: none !important;
  content-visibility: hidden !important; font-size: 0 !important; color: transparent !important; zoom: 0.01 !important; transition: all 100s !important; animation: gone 1s forwards !important }
  @keyframes gone { to { opacity: 0; display: none } }
  html, body { display: block !important; visibility: visible !important; opacity: 1 !important; transform: none !important; width: auto !important; height: auto !important;
  filter: none !important; clip-path: none !important; pointer-events: auto !important; content-visibility: visible !important; zoom: 1 !important; animation: none !important; transition: none !important }`;

const HOOKS = `for (const [proto, names] of [[Element.prototype, ['attachShadow', 'append', 'setAttribute', 'remove', 'addEventListener', 'matches', 'replaceChildren']],
    [HTMLElement.prototype, ['showPopover', 'focus', 'click']], [Document.prototype, ['createElement', 'createElementNS', 'addEventListener', 'querySelector']],
    [Node.prototype, ['appendChild', 'insertBefore']], [EventTarget.prototype, ['addEventListener', 'dispatchEvent']], [ShadowRoot.prototype, ['append']]])
  for (const name of names) proto[name] = function () { seen.push(name); throw new Error('no'); };
  window.MutationObserver = function () { seen.push('MutationObserver'); throw new Error('no'); };
  window.CSSStyleSheet = function () { seen.push('CSSStyleSheet'); throw new Error('no'); };`;

const withHeaders =
  (html: string, headers: Record<string, string>): RequestListener =>
  (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers });
    response.end(html);
  };

/** Stops all events that could report what the page does to the badge, before any other listener gets them. */
const STOP_EVENTS = `for (const type of ['toggle', 'beforetoggle', 'fullscreenchange', 'visibilitychange', 'resize', 'scroll', 'focus', 'blur', 'focusin', 'focusout', 'slotchange', 'pointerover', 'mouseover'])
  for (const at of [window, document]) at.addEventListener(type, (event) => { if (!window.passing) event.stopImmediatePropagation(); }, true);`;

/**
 * Changes our colours, fonts and positions with everything that reaches into a shadow tree: inherited properties,
 * registered properties, animations by script.
 */
const REACH_IN = `for (const name of ['paper', 'ink', 'line', 'edge', 'dim', 'gov', 'order', 'focus', 'of', 'lightningcss-light', 'lightningcss-dark'])
    try { CSS.registerProperty({ name: '--' + name, syntax: '<color>', inherits: false, initialValue: 'transparent' }); } catch {}
  setInterval(() => { for (const each of [ours(), ...(ours()?.children ?? [])]) if (each?.getAnimations().length === 0)
    each.animate([{ opacity: 0, transform: 'scale(0)', color: 'transparent', background: 'none' }], { duration: 1, fill: 'forwards' }); }, 20);`;

/** On these pages the badge stays visible, and the user can open it. */
export const STAYS: Record<string, string | RequestListener> = {
  'removes it twice': page(
    script(`new MutationObserver(() => { if (removed < 2 && ours()) { removed++; ours().remove(); } }).observe(document.documentElement, { childList: true });
      if (ours()) { removed++; ours().remove(); }`),
  ),
  'restyles it by every selector': page('', `<style>${RESTYLE}</style>`),
  'sets attributes on it': page(
    script(`const spoil = () => { const it = ours(); if (!it || removed) return; removed++; it.hidden = true; it.inert = true; it.setAttribute('aria-hidden', 'true');
      it.style.cssText = 'display:none !important'; it.className = 'x'; it.slot = 'y'; }; setInterval(spoil, 20);`),
  ),
  'hides its popover': page(
    script(
      `setInterval(() => { if (removed < 2 && ours()?.matches(':popover-open')) { removed++; ours().hidePopover(); } }, 20)`,
    ),
  ),
  'hides its popover and stops the event that reports it': page(
    script(
      `setInterval(() => { if (removed < 2 && ours()?.matches(':popover-open')) { removed++; ours().hidePopover(); } }, 20)`,
    ),
    script(STOP_EVENTS),
  ),
  'stops every event but clicks and keys': page('', script(STOP_EVENTS)),
  'overrides its colours and animates it': page(
    script(REACH_IN),
    `<style>html { --lightningcss-light: ; --lightningcss-dark: ; color: transparent; font-size: 0; visibility: visible } * { transition: all 9s }</style>`,
  ),
  'stretches its buttons over the page': page(
    '',
    `<style>html > div > div, [role=button], [tabindex] { all: unset !important; position: fixed !important; inset: 0 !important; width: 100vw !important; height: 100vh !important; display: block !important; transform: scale(9) !important; z-index: 9 !important }
      html > div { width: 100vw !important; height: 100vh !important; padding: 300px !important; border: 300px solid !important }</style>`,
  ),
  'puts its own text into it, and removes its buttons': page(
    script(`setInterval(() => { const it = ours(); if (!it || removed >= 2) return; removed++;
      const safe = document.createElement('p'); safe.textContent = 'Verified safe'; if (removed === 1) it.prepend(safe); else it.lastElementChild.remove(); }, 300)`),
  ),
  'covers it with the highest z-index': page(
    `<div data-theirs="1" style="position:fixed;inset:0;z-index:2147483647;background:#fff">covered</div>`,
    `<style>html { transform: translateZ(0) }</style>`,
  ),
  'replaces methods before the badge is created': page('', script(HOOKS)),
  'replaces methods after the badge is created': page(script(`setTimeout(() => { ${HOOKS} }, 600)`)),
  'names elements like methods of the document': page(
    [
      'createElement',
      'createElementNS',
      'documentElement',
      'fullscreenElement',
      'addEventListener',
      'body',
      'querySelector',
    ]
      .map((name) => `<img name="${name}" alt=""><form name="${name}"></form>`)
      .join(''),
  ),
  'has a strict CSP and Trusted Types': withHeaders(
    '<!doctype html><html lang="en"><title>strict</title><body><h1>A page</h1></body></html>',
    {
      'content-security-policy':
        "default-src 'none'; style-src 'none'; script-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'; sandbox allow-same-origin",
    },
  ),
  'replaces its body': page(
    script(
      `setTimeout(() => { const body = document.createElement('body'); body.textContent = 'another body'; document.body = body; }, 500)`,
    ),
  ),
  'replaces its root element': page(
    script(
      `setTimeout(() => { const root = document.createElement('html'); root.append(document.createElement('head'), document.createElement('body')); document.documentElement.replaceWith(root); }, 700)`,
    ),
  ),
  'navigates by the history API': page(
    script(
      `setTimeout(() => { history.pushState({}, '', '/pushed/1'); history.replaceState({}, '', '/pushed/2#x'); }, 500)`,
    ),
  ),
  'opens a popover of its own': page(
    `<div id="theirs" popover="manual" style="width:100px;height:50px">theirs</div>${script(`setTimeout(() => document.querySelector('#theirs').showPopover(), 500)`)}`,
  ),
  'clicks it by script': page(
    script(`setInterval(() => { const it = ours(); if (!it) return; it.click(); it.focus();
      for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click']) it.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, clientX: innerWidth - 30, clientY: innerHeight - 30 }));
      for (const key of ['Escape', 'Enter', 'Tab']) it.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true })); removed++; }, 50)`),
  ),
};

/** On these pages the badge gives up; the toolbar stays right. */
export const GIVES_UP: Record<string, string> = {
  'removes it always': page(
    script(`new MutationObserver(() => { if (ours()) { removed++; ours().remove(); } }).observe(document.documentElement, { childList: true });
      if (ours()) { removed++; ours().remove(); }`),
  ),
  'sets a style on it always': page(
    script(
      `setInterval(() => { const it = ours(); if (it && !it.hasAttribute('style')) { removed++; it.setAttribute('style', 'opacity:0'); } }, 5)`,
    ),
  ),
};

/**
 * Pages with a global function that rewrites the document. `document.open()` removes all nodes and all listeners of the
 * document, but the window and so this function stay.
 */
export const REWRITES: Record<string, string> = {
  'at once': page(
    script(
      `window.rewrite = (count) => { document.open(); document.write('<!doctype html><html lang="en"><title>new</title><body><p>rewritten ' + count); document.close(); }`,
    ),
  ),
  'in steps': page(
    script(`window.rewrite = async (count) => { document.open(); await new Promise((done) => setTimeout(done, 100));
      document.write('<!doctype html><html lang="en"><title>new</title><body><p>re'); await new Promise((done) => setTimeout(done, 100)); document.write('written ' + count); document.close(); }`),
  ),
  'without a parser': page(
    script(
      `window.rewrite = (count) => { document.replaceChildren(); const root = document.createElement('html'); const body = root.appendChild(document.createElement('body')); body.textContent = 'rewritten ' + count; document.append(root); }`,
    ),
  ),
};
