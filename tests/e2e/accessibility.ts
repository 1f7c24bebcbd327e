/** Runs axe-core in a page of the extension or in its popup, in both browsers. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Scheme, View } from '../../tools/drivers/driver.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export interface AccessibilityProblem {
  /** axe's rule, e.g. `color-contrast`. */
  rule: string;
  impact: string;
  help: string;
  /** One line per element: its selector and the problem. */
  where: string[];
  scheme: Scheme;
}

/** All violations of WCAG 2.2 AA and of axe's best practices, in light and in dark. */
export async function accessibilityProblems(
  view: View,
  schemes: Scheme[] = ['light', 'dark'],
): Promise<AccessibilityProblem[]> {
  await view.evaluate(`(() => { ${AXE}\n })()`);
  const problems: AccessibilityProblem[] = [];
  for (const scheme of schemes) {
    await view.scheme(scheme);
    const found = await view.evaluate(async () => {
      const { axe } = globalThis as unknown as {
        axe: { run(what: Document, how: object): Promise<{ violations: Violation[] }> };
      };
      const { violations } = await axe.run(document, { resultTypes: ['violations'] });
      return violations.map(({ id, impact, help, nodes }) => ({
        rule: id,
        impact: impact ?? 'unknown',
        help,
        where: nodes.map((node) => `${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
      }));
    });
    problems.push(...found.map((problem) => ({ ...problem, scheme })));
  }
  return problems;
}

interface Violation {
  id: string;
  impact: string | null;
  help: string;
  nodes: { target: string[]; failureSummary?: string }[];
}

/** Adds a button without a name and text of low contrast. @throws Error if axe misses one of them */
export async function assertAxeFinds(view: View): Promise<void> {
  await view.evaluate(() => {
    const planted = document.createElement('div');
    planted.id = 'planted-defect';
    const button = document.createElement('button');
    const pale = document.createElement('p');
    pale.textContent = 'pale text';
    pale.style.cssText = 'color: rgb(200, 200, 200); background: rgb(255, 255, 255)';
    // axe reports an element by its own id if it has one; the id of the parent may be missing.
    button.id = 'planted-defect-button';
    pale.id = 'planted-defect-text';
    planted.append(button, pale);
    document.body.append(planted);
  });
  const found = (await accessibilityProblems(view, ['light'])).filter((problem) =>
    problem.where.some((place) => place.includes('#planted-defect-')),
  );
  await view.evaluate(() => document.querySelector('#planted-defect')?.remove());
  for (const rule of ['button-name', 'color-contrast']) {
    if (!found.some((problem) => problem.rule === rule))
      throw new Error(`axe did not find the planted defect (${rule}): it is not looking at this page`);
  }
}
