/** The code of a checkout, as the compiler reads it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import ts from 'typescript';

export interface SourceFile {
  /** From the root of the checkout, with slashes. */
  path: string;
  lines: string[];
  /** Paths of the files of ours that it imports, each once; types count like values, since a reader follows both. */
  imports: string[];
  /** How often it decides: conditions, loops, cases, catches. A file with none has no logic. */
  branches: number;
}

/** @param root folder of a checkout. @returns the code in `src`, `tools` and `tests`, in the order of their paths */
export function readCode(root: string): SourceFile[] {
  const paths = ['src', 'tools', 'tests'].flatMap((folder) =>
    existsSync(join(root, folder))
      ? readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
          .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
          .filter((path) => /\.(?:tsx?|mjs)$/.test(path) && !path.endsWith('.d.ts'))
      : [],
  );
  const known = new Set(paths);
  return paths.sort().map((path) => read(path, readFileSync(join(root, path), 'utf8'), known));
}

function read(path: string, text: string, known: ReadonlySet<string>): SourceFile {
  const imports = ts
    .preProcessFile(text)
    .importedFiles.map(({ fileName }) => posix.join(dirname(path), fileName))
    .filter((imported) => known.has(imported));
  return {
    path,
    lines: text.replace(/\n$/, '').split('\n'),
    imports: [...new Set(imports)],
    branches: branchesOf(text, path),
  };
}

const BRANCHES: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.IfStatement,
  ts.SyntaxKind.ConditionalExpression,
  ts.SyntaxKind.ForStatement,
  ts.SyntaxKind.ForOfStatement,
  ts.SyntaxKind.ForInStatement,
  ts.SyntaxKind.WhileStatement,
  ts.SyntaxKind.DoStatement,
  ts.SyntaxKind.CaseClause,
  ts.SyntaxKind.CatchClause,
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
  ts.SyntaxKind.QuestionQuestionEqualsToken,
]);

function branchesOf(text: string, path: string): number {
  let branches = 0;
  const visit = (node: ts.Node): void => {
    if (BRANCHES.has(node.kind)) branches++;
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest));
  return branches;
}
