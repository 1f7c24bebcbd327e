/** A test page with the badge component in an open shadow root, for tools that cannot inspect a closed one. */
import { build } from 'vite';
import { SHAPES } from '../../src/marks.ts';
import type { BadgeAnswer } from '../../src/messages.ts';
import { cssTarget } from '../../tools/css-target.ts';
import type { Sites } from '../../tools/servers/sites.ts';

/** The component's API, a global of the page. */
export interface Component {
  component: { drawBadge(badge: BadgeAnswer, actions: object): void };
}

export const ANSWER: BadgeAnswer = {
  host: 'unlisted.example',
  mark: SHAPES.listed,
  words: 'Named in the 2025 US piracy and counterfeit list',
  sentences: [
    'Named in USTR’s lists of 2011–2014 and 2016–2025',
    'Ordered blocked in 9 countries, 3 shown to be in force',
  ],
  notes: ['Kinds of act: government list and court order. Listmark judges nothing.'],
  market: 'Example Market',
  corner: 'bottom-right',
  form: 'pill',
  theme: 'system',
};

/**
 * Serves a page with the component at this path. With `?still` the component does not observe its own content, so a
 * test can change it.
 */
export async function serveComponent(sites: Sites, path: string): Promise<void> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      target: 'es2022',
      cssTarget: cssTarget(),
      lib: { entry: 'src/content/badge.ts', formats: ['iife'], name: 'component' },
    },
  });
  const chunk = (Array.isArray(built) ? built : [built])
    .flatMap((one) => ('output' in one ? one.output : []))
    .find((each) => each.type === 'chunk');
  sites.set(
    path,
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The badge</title><style>:root { color-scheme: light dark } body { color: CanvasText; background: Canvas }</style></head>
     <body><main><h1>A page</h1><p>with text on it</p></main>
     <script>
       const attach = Element.prototype.attachShadow;
       Element.prototype.attachShadow = function (init) { return attach.call(this, { ...init, mode: 'open' }); };
       if (location.search === '?still') window.MutationObserver = class { observe() {} disconnect() {} takeRecords() { return []; } };
     </script><script>${chunk!.code.replaceAll('</script', '<\\/script')}</script></body></html>`,
  );
}
