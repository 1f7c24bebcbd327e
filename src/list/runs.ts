/**
 * Numbers in order, cut into runs of which each member is one more than the one before. What is no whole number stands
 * alone.
 */
export function runsOf<T extends string | number>(members: readonly T[]): T[][] {
  const runs: T[][] = [];
  for (const member of members) {
    const run = runs.at(-1);
    if (run && /^\d+$/.test(String(member)) && Number(member) === Number(run.at(-1)) + 1) run.push(member);
    else runs.push([member]);
  }
  return runs;
}

/** The same for words: "2011–2014" for three and more, the others one by one. @param dash what stands between */
export const shortened = (members: readonly string[], dash: string): string[] =>
  runsOf(members).flatMap((run) => (run.length > 2 ? [`${run[0]!}${dash}${run.at(-1)!}`] : run));
