/**
 * Every string of the interface attributes and does not judge. For the records the rule `wordsDoNotJudge` checks the
 * same words (tests/data.test.ts). src/pipeline/wording.ts has the words, and what to write instead.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { readDataset } from '../src/pipeline/dataset.ts';
import { RULES } from '../src/pipeline/rules.ts';
import { judgingWords } from '../src/pipeline/wording.ts';

const below = (dir: string, ending: RegExp) =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => join(dir, name));

const judged = (text: string) =>
  judgingWords(text).map(({ word, instead }) => `"${word}" in "${text.trim()}": ${instead}`);

/** Text between tags, string literals and the fixed parts of templates; without imports and comments. */
function texts(file: string, code = readFileSync(file, 'utf8')): string[] {
  const source = ts.createSourceFile(
    file,
    code,
    ts.ScriptTarget.Latest,
    true,
    file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (
      ts.isStringLiteralLike(node) ||
      ts.isJsxText(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddleOrTemplateTail(node)
    )
      found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

// wording.ts contains the words themselves.
const code = below('src', /\.tsx?$/).filter((file) => file !== join('src', 'pipeline', 'wording.ts'));

describe('No word judges in', () => {
  it.each(code)('%s', (file) => expect(texts(file).flatMap(judged)).toEqual([]));
  it.each([
    ...below('src', /\.html$/),
    ...below('public/_locales', /\.json$/),
    'manifest.json',
    ...below('data/schema', /\.json$/),
    'CITATION.cff',
    '.zenodo.json',
  ])('%s', (file) => expect(judged(readFileSync(file, 'utf8'))).toEqual([]));
  it('the records', () => expect(RULES.wordsDoNotJudge(readDataset('data').dataset, '2026-11-22')).toEqual([]));
});

describe('The test itself', () => {
  it.each([
    'This is illegal.',
    'An unlawful service',
    'pirate site',
    'a piracy site',
    'pirated films',
    'a rogue site',
    'This site is safe.',
    'unsafe',
    'infringing links',
    'criminals',
    'a criminal site',
    'stolen music',
    'a legitimate service',
    'blacklisted',
    'listed since 2011',
  ])('finds the word in "%s"', (text) => expect(judgingWords(text)).not.toEqual([]));
  it.each([
    'official piracy watch list',
    'Counterfeiting and Piracy Watch List',
    'Notorious Markets List',
    'in a criminal case',
    'criminal proceedings',
    'the safe harbour of section 512',
    'the court found infringement of copyright',
    'In waves since 2019 authorities',
    'thepiratebay.org',
    'https://example.org/illegal-downloads',
  ])('allows "%s"', (text) => expect(judgingWords(text)).toEqual([]));
  it('reads strings, templates and text between tags', () => {
    expect(texts('x.tsx', '<p title="a b">c d {`e ${f} g`} {say("h")}</p>')).toEqual([
      'a b',
      'c d ',
      'e ',
      ' g',
      ' ',
      'h',
    ]);
    expect(texts('src/words/record/terms.ts')).toContain('Named on a government list');
  });
});
