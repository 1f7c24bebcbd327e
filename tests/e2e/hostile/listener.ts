/**
 * A page that listens to every event and searches every event, API result and report for a node of ours that carries
 * text. It records each node that it finds, with the path on which it came.
 */

/**
 * A script for the head of the page. It is a string because the compiler of the tests would add calls to a function.
 */
export const LISTENER = `<script>
  const given = {}, heard = new Set();
  const ours = () => [...document.documentElement.children].find((each) => !['HEAD', 'BODY'].includes(each.tagName));
  // A page may have our host element and its empty children. It must not have a node in a shadow tree or with text.
  const isSecret = (node) => node.getRootNode() instanceof ShadowRoot || /Named in|data-text|aria-label/.test(node.outerHTML ?? node.data ?? '');
  const isPage = (node) => node === document || node === document.documentElement || node === document.head || document.head?.contains(node) || document.body?.contains(node);
  const take = (way, node) => {
    if (isPage(node) || !isSecret(node)) return;
    (given[way] ??= new Set()).add(node.nodeName + '.' + (node.getAttribute?.('class') ?? ''));
  };

  // Everything reachable from an object: own and inherited properties, iterables, and methods without side effects.
  const GIVES = /^(get|composed|deep|moz|item|entries|take)/, DEPTH = 4;
  const look = (way, what, depth = 0, known = new Set()) => {
    if (what === null || typeof what !== 'object' || what === window || known.has(what) || depth > DEPTH) return;
    known.add(what);
    if (what instanceof Node) return take(way, what);
    if (typeof what[Symbol.iterator] === 'function') try { for (const each of what) look(way + '[]', each, depth + 1, known); } catch {}
    for (let of = what; of && of !== Object.prototype && of !== Array.prototype; of = Object.getPrototypeOf(of))
      for (const name of Object.getOwnPropertyNames(of)) look(way + '.' + name, valueOf(what, name), depth + 1, known);
  };
  const valueOf = (what, name) => {
    if (name === 'constructor') return null;
    try {
      const value = what[name];
      return typeof value === 'function' && GIVES.test(name) && value.length === 0 ? value.call(what) : value;
    } catch { return null; }
  };
  /** Like \`look\`, but searches the properties of a node. */
  const lookAt = (way, node) => { for (let of = node; of && of !== Object.prototype; of = Object.getPrototypeOf(of)) for (const name of Object.getOwnPropertyNames(of)) look(way + '.' + name, valueOf(node, name), 2); };

  const atPoint = (way, x, y) => {
    look(way + ' elementsFromPoint', document.elementsFromPoint(x, y));
    look(way + ' caretPositionFromPoint', document.caretPositionFromPoint(x, y));
    look(way + ' caretPositionFromPoint with roots', document.caretPositionFromPoint(x, y, { shadowRoots: [] }));
    if (document.caretRangeFromPoint) look(way + ' caretRangeFromPoint', document.caretRangeFromPoint(x, y));
  };
  const hear = (event) => {
    const target = event.target, element = ours();
    heard.add(event.type + '@' + (element && (target === element || element.contains?.(target instanceof Node ? target : null)) ? 'ours' : target?.nodeName ?? 'window'));
    look(event.type, event);
    look(event.type + ' selection', getSelection());
    look(event.type + ' active', document.activeElement);
    if ('clientX' in event) atPoint(event.type, event.clientX, event.clientY);
  };
  // Every event with an on… handler on any interface of this browser, and the events without one.
  const types = new Set(['focusin', 'focusout', 'DOMActivate', 'DOMFocusIn', 'DOMFocusOut', 'compositionstart', 'compositionupdate', 'compositionend', 'textInput', 'beforeinput', 'selectstart',
    'touchstart', 'touchmove', 'touchend', 'touchcancel', 'mousewheel', 'DOMMouseScroll', 'MozMousePixelScroll', 'overflow', 'underflow', 'webkitmouseforcewillbegin', 'show', 'command', 'interest',
    'DOMNodeInserted', 'DOMNodeRemoved', 'DOMSubtreeModified', 'DOMAttrModified', 'animationstart', 'transitionrun', 'scrollsnapchange', 'scrollsnapchanging', 'contentvisibilityautostatechange', 'popstate', 'visibilitychange']);
  for (const name of Object.getOwnPropertyNames(window)) {
    let of; try { of = window[name]?.prototype; } catch {}
    for (const each of of ? Object.getOwnPropertyNames(of) : []) if (/^on[a-z]/i.test(each)) types.add(each.slice(2));
    if (/^on[a-z]/.test(name)) types.add(name.slice(2));
  }
  for (const type of types) for (const at of [window, document]) for (const capture of [true, false]) at.addEventListener(type, hear, { capture });
  // With a click listener on the page, assistive technology treats every node in it as clickable.
  document.onclick = document.documentElement.onclick = () => {};

  for (const type of PerformanceObserver.supportedEntryTypes)
    new PerformanceObserver((list) => look('performance ' + type, list.getEntries())).observe({ type, buffered: true, ...(type === 'event' && { durationThreshold: 16 }) });
  new MutationObserver((records) => look('mutation', records)).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  const seen = new WeakSet();
  const follow = () => {
    for (const each of [ours(), ...(ours()?.children ?? [])]) {
      if (!each || seen.has(each)) continue;
      seen.add(each);
      for (const Observer of [ResizeObserver, IntersectionObserver]) new Observer((entries) => look(Observer.name, entries)).observe(each);
      each.onclick = hear;
    }
  };
  setInterval(follow, 50);

  window.ask = () => {
    lookAt('document', document);
    look('window', Object.fromEntries(Object.getOwnPropertyNames(window).filter((name) => !/storage|indexedDB|caches|given|heard/i.test(name)).map((name) => [name, valueOf(window, name)])), 3);
    for (const each of [ours(), ...(ours()?.children ?? [])]) if (each) {
      lookAt('ours', each);
      look('animations', each.getAnimations({ subtree: true }));
      const range = new Range();
      range.selectNode(each);
      look('range', [range, range.cloneContents(), ...range.getClientRects()]);
      const { left, top, width, height } = each.getBoundingClientRect();
      for (let x = 0; x <= width; x += 9) for (let y = 0; y <= height; y += 7) atPoint('asked', left + x, top + y);
    }
    look('animations', document.getAnimations());
    for (const words of ['Named', 'by name only', 'piracy', 'History', 'Hide', 'Kind of act', 'Until the', '×']) {
      getSelection().removeAllRanges();
      window.find(words, false, false, true);
      look('find', getSelection());
    }
    getSelection().removeAllRanges();
    document.execCommand('selectAll');
    look('selectAll', getSelection());
    for (const way of ['forward', 'backward']) for (const by of ['character', 'word', 'line', 'lineboundary', 'documentboundary']) { try { getSelection().modify('extend', way, by); } catch {} look('modify', getSelection()); }
    getSelection().removeAllRanges();
    const walker = document.createTreeWalker(document);
    while (walker.nextNode()) look('walker', walker.currentNode);
  };
  window.outer = () => ours()?.outerHTML ?? '';
  window.listener = () => ({ given: Object.fromEntries(Object.entries(given).map(([way, what]) => [way, [...what]])), heard: [...heard] });
</script>`;
