/** Compares two editions of a series, or two series. What is compared stands in the address. */
import { say } from '../../words/compare.ts';
import type { ViewProps } from '../view.ts';
import { Choice } from './Choice.tsx';
import { CompareEditions } from './CompareEditions.tsx';
import { CompareSeries } from './CompareSeries.tsx';

const MODES = ['editions', 'series'] as const;

export function Compare(props: ViewProps) {
  const mode = props.route.chosen['of'] === 'series' ? 'series' : 'editions';
  return (
    <>
      <h1 tabIndex={-1}>{say('title')}</h1>
      <Choice
        words={say('mode')}
        value={mode}
        options={MODES.map((one) => [one, say(one)])}
        choose={(of) => props.choose({ of: of === 'editions' ? '' : of, a: '', b: '', in: '' })}
      />
      {mode === 'series' ? <CompareSeries {...props} /> : <CompareEditions {...props} />}
    </>
  );
}
