/** All rules across files. Each problem says what is wrong and how to fix it; `validate` runs them all. */
import type { Dataset } from './dataset.ts';
import type { Problem } from './problem.ts';
import * as domains from './rules/domains.ts';
import { editionsAddUp, editionsAreUnique } from './rules/editions.ts';
import * as events from './rules/events.ts';
import * as passages from './rules/passages.ts';
import * as references from './rules/references.ts';
import type { Rule } from './rules/rule.ts';
import * as statutes from './rules/statutes.ts';
import { wordsDoNotJudge } from './rules/wording.ts';

export const RULES = {
  ...references,
  ...domains,
  ...events,
  ...passages,
  ...statutes,
  editionsAddUp,
  editionsAreUnique,
  wordsDoNotJudge,
} satisfies Record<string, Rule>;
export type RuleName = keyof typeof RULES;

/** All problems of a dataset, sorted by file. */
export function applyRules(data: Dataset, today: string): Problem[] {
  return Object.values<Rule>(RULES)
    .flatMap((rule) => rule(data, today))
    .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
}
