/**
 * Visible text stands in the catalogues of src/words, nowhere else. Looks in the syntax trees of the rooms that face
 * users for text between tags, for attributes that are read out or shown, and for strings of several words.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** The rooms whose text users see. `list` gives facts, `pipeline` is a tool of developers. */
const ROOMS = [
  'background',
  'bulk',
  'content',
  'explorer',
  'marks.ts',
  'options',
  'popup',
  'settings.ts',
  'ui',
  'welcome',
  'words',
];

/** Rooms and files that are not moved to a catalogue yet. This list only gets shorter. */
const NOT_MOVED: readonly string[] = [
  'background/list/fetch-file.ts',
  'background/list/repair.ts',
  'background/list/store.ts',
  'background/list/sync.ts',
  'background/register/look-up.ts',
  'background/register/register-sync.ts',
  'background/register/registers.ts',
  'content/',
  'explorer/',
  'popup/',
  'ui/',
  'words/countries.ts',
  'words/lists.ts',
  'words/record/beside-words.ts',
  'words/record/deciders.ts',
  'words/record/events.ts',
  'words/record/force-words.ts',
  'words/record/headline.ts',
  'words/record/named-words.ts',
  'words/record/naming-words.ts',
  'words/record/on-record-words.ts',
  'words/record/order-force-words.ts',
  'words/record/order-words.ts',
  'words/record/sentences.ts',
  'words/record/several-orders.ts',
  'words/record/terms.ts',
];
/** What is moved in a room that is not. */
const MOVED: readonly string[] = ['ui/ListLine.tsx', 'ui/NoAnswer.tsx', 'ui/PageAccess.tsx', 'ui/sync-words.ts'];

/** Strings that look like visible text and are none, or cannot stand in a catalogue, by file and with the reason. */
const ALLOWED: Record<string, { texts: RegExp; why: string }> = {
  'bulk/text-encoding.ts': { texts: /^SQLite format 3$/, why: 'the first bytes of a file' },
  'background/authorize.ts': { texts: /./, why: 'only a message that our own pages never send is refused so' },
  'settings.ts': { texts: /^expected /, why: 'names a bad member of a file that somebody changed by hand' },
};

/** Attributes that are read out or shown. */
const SHOWN = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-roledescription',
  'label',
  'placeholder',
  'title',
]);
/** The name of the product, and made-up addresses. */
const isName = (text: string): boolean => /^(?:Listmark|(?:https:\/\/)?[\w.-]+\.example(?:\/\S*)?)$/.test(text.trim());
const hasWord = (text: string): boolean => /\p{L}{2}/u.test(text) && !isName(text);
/** Two words with a blank between, of which one at least has small letters: not an SQL key, a path or a media type. */
const hasSeveralWords = (text: string): boolean => /\p{L}{2,}[,;:’]? +\p{L}*\p{Ll}{2}/u.test(text);

/** All visible texts in a file, in the order of the file. */
function visibleTexts(file: string, code: string): string[] {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isForDevelopers(node)) return;
    if (ts.isJsxText(node)) {
      if (hasWord(node.text)) found.push(node.text.trim());
    } else if (ts.isJsxAttribute(node) && node.initializer && ts.isStringLiteral(node.initializer)) {
      if (SHOWN.has(node.name.getText()) && hasWord(node.initializer.text)) found.push(node.initializer.text);
      return;
    } else if (ts.isStringLiteralLike(node)) {
      if (hasSeveralWords(node.text)) found.push(node.text);
    } else if (ts.isTemplateExpression(node)) {
      // A blank for each value, so that "as of ${day}" has several words and "${key}-why" has not.
      const text = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…');
      if (hasSeveralWords(text) || /\p{L}{2,} …|… \p{Ll}{2}/u.test(text)) found.push(text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, kind));
  return found;
}

/** Imports, types, messages of catalogues, and CSS classes. */
function isForDevelopers(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return true;
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'catalogue')
    return true;
  return ts.isJsxAttribute(node) && /^(?:class|d|style|points|transform|viewBox)$/.test(node.name.getText());
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.tsx?$/.test(name) && ROOMS.some((room) => name === room || name.startsWith(`${room}/`)));
const textsOf = (file: string): string[] =>
  visibleTexts(file, readFileSync(join('src', file), 'utf8')).filter((text) => !ALLOWED[file]?.texts.test(text));

describe('No visible text outside the catalogues', () => {
  const isMoved = (file: string) => MOVED.includes(file) || !NOT_MOVED.some((place) => file.startsWith(place));
  it.each(files.filter(isMoved))('%s', (file) => expect(textsOf(file)).toEqual([]));
});

describe('The exceptions', () => {
  it.each(NOT_MOVED)('%s still has visible text', (place) => {
    const left = files.filter((file) => file.startsWith(place) && !MOVED.includes(file));
    expect(left.flatMap(textsOf)).not.toEqual([]);
  });
  it.each(Object.entries(ALLOWED))('%s still needs its exception', (file, { texts }) => {
    expect(visibleTexts(file, readFileSync(join('src', file), 'utf8')).filter((text) => texts.test(text))).not.toEqual(
      [],
    );
  });
});

describe('The test itself', () => {
  it.each([
    ['<p>Nothing recorded</p>', 'Nothing recorded'],
    ['<p>Saved</p>', 'Saved'],
    ['<input placeholder="Host" />', 'Host'],
    ['<Field label="Corner" />', 'Corner'],
    ["<p>{busy ? 'No answer yet' : ''}</p>", 'No answer yet'],
    ['const title = `as of ${day}`;', 'as of …'],
    ['const title = `${count} events`;', '… events'],
    ["throw new Error('the disk is full');", 'the disk is full'],
  ])('finds the text in %s', (code, text) => expect(visibleTexts('x.tsx', code)).toEqual([text]));
  it.each([
    "<p class='row wide'>{say('saved')}</p>",
    "<p role='status' dir='ltr'>· {date}</p>",
    "const say = catalogue({ saved: 'All is saved' });",
    "say(`${status}-why`); const key = 'until-change';",
    "type A = 'not a text';",
    "import x from 'a file with blanks';",
  ])('finds none in %s', (code) => expect(visibleTexts('x.tsx', code)).toEqual([]));
});
