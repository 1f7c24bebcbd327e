/** The words of the welcome page. */
import { catalogue } from './catalogue.ts';

export const say = catalogue({
  lead: 'Listmark tells you whether the site in front of you is named on an official piracy watch list or under a blocking order: by whom, when, and on what evidence. It says who says so and judges nothing; a site that is not named is not thereby cleared.',
  marks: 'What you will see',
  'marks-say': 'Each mark has a shape of its own. Choose one; below is what a made-up site with it would show.',
  pin: 'Keep the mark in sight',
  'pin-say':
    'Open the extensions menu of your browser (the puzzle piece beside the address bar) and pin Listmark. Its mark changes shape on a listed site; a click opens the history and the sources.',
  badges: 'Badges inside pages',
  'badges-on': 'On. A small badge appears on sites that are listed or blocked now. Nothing runs on any other page.',
  'badges-ask':
    'A small badge can also appear inside listed pages. For that the browser asks you to let Listmark read and change all pages, because it cannot ask for the listed ones only. Listmark draws its badge there and reads nothing; nothing runs on pages that are not listed.',
  permissions: 'What it may do, and why',
  tabs: 'Read the addresses of your tabs',
  'tabs-why':
    'to set its mark, also where a blocked site does not load. They are compared with the list on this device and kept nowhere.',
  storage: 'Store data',
  'storage-why': 'the list and your settings, on this device; nothing is synced.',
  alarms: 'Wake up now and then',
  'alarms-why':
    'to see whether there is a newer list. Its host sees that somebody fetches the list, not which sites you visit.',
  scripting: 'Put a badge into a page',
  'scripting-why':
    'only into listed ones, and only while you allow it: in “Badges inside pages” above, or in the settings of the browser.',
  example: 'Example',
  caption: '{words}.',
  listed: 'Listed',
  'listed-words': 'Named in the 2025 Exampleland piracy list',
  'listed-more': 'A government list names it in its newest edition.',
  'listed-earlier': 'Listed, not in the newest lists',
  'listed-earlier-words': 'Last named in the 2021 Exampleland piracy list',
  'listed-earlier-more':
    'The list has had two editions since; we do not know whether they name it, so it still counts as listed.',
  blocked: 'Blocking order in force',
  'blocked-words': 'Blocked by court order in Exampleland',
  'blocked-more': 'An order against this very domain is shown to be in force.',
  'formerly-listed': 'No longer listed',
  'formerly-listed-words': 'No longer named; last in the 2019 Exampleland piracy list',
  'formerly-listed-more': 'A later edition, which we hold in full, does not name it. Toolbar only.',
  named: 'Requested by industry',
  'named-words': 'Named by the Example Association: what industry asked for',
  'named-more': 'An industry body asked a government to list it; no authority decided. Toolbar only.',
  'not-listed': 'Not listed',
  'not-listed-words': 'Not named by this address in the lists, orders and submissions on record',
  'not-listed-more': 'Not listed is not clearance. Nothing is drawn in the page.',
});
