/**
 * Runs in the page before anything of the page: the first frame in which something stands before the reader that is not
 * the page's own (which is marked `data-own`). A hit test finds the host of a closed shadow root too, and only where it
 * is really drawn.
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
