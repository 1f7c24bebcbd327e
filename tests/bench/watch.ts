/**
 * Runs in the page before its own scripts: records the first frame with a visible element that is not the page's (whose
 * elements are marked `data-own`). A hit test also finds the host of a closed shadow root, if it is really visible.
 */
export const WATCH = `(() => {
  const foreign = (element) => element && element !== document.documentElement && element !== document.body && !element.closest('[data-own]');
  const look = () => {
    for (let row = 0; row < 16; row++)
      for (let column = 0; column < 24; column++)
        if (foreign(document.elementFromPoint(((column + 0.5) / 24) * innerWidth, ((row + 0.5) / 16) * innerHeight))) return void (globalThis.costSeen = performance.now());
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})()`;

export const PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>A page</title>
<link rel="icon" href="data:,">
<body data-own>
<main data-own>
<h1>A page</h1>
${'<p>Text that stands for the text of a page, as pages have it.</p>\n'.repeat(40)}
</main>
</html>`;
