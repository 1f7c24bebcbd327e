/** One field for each filter; behind each value the number of entries that it would leave. */
import type { Evidence, Verification } from '../../list/records.ts';
import type { Status } from '../../list/status.ts';
import { countryName } from '../../words/countries.ts';
import { EVIDENCE_WORDS, STATUS_WORDS, VERIFICATION_WORDS } from '../../words/record/terms.ts';
import { say } from '../../words/explorer.ts';
import type { ViewProps } from '../view.ts';
import { countsOf, FILTERS, SORTS, type Choice, type Filter, type StatusesOf } from './filters.ts';
import type { Entry } from './entries.ts';

export function Filters({
  found,
  choice,
  statuses,
  whole,
  choose,
}: Pick<ViewProps, 'whole' | 'choose'> & {
  found: readonly Entry[];
  choice: Choice;
  statuses: StatusesOf;
}) {
  const years = [...countsOf(found, choice, 'year', statuses)].sort(([a], [b]) => (a < b ? 1 : -1));
  const chosen = choice.from || choice.to || Object.keys(choice.filters).length > 0;
  const year = (which: 'from' | 'to') => (
    <Field
      name={which}
      words={say(`filter-${which}`)}
      value={choice[which]}
      options={years.map(([value, count]) => [value, say('counted', { value, count })])}
      choose={choose}
    />
  );
  return (
    <fieldset class="filters">
      <legend>{say('filters')}</legend>
      {FILTERS.map((filter) => (
        <Field
          key={filter}
          name={filter}
          words={say(`filter-${filter}`)}
          value={choice.filters[filter] ?? ''}
          options={[...countsOf(found, choice, filter, statuses)]
            .map(([value, count]): [string, string, number] => [value, wordsOf(filter, value, whole), count])
            .sort((a, b) => b[2] - a[2] || (a[1] < b[1] ? -1 : 1))
            .map(([value, words, count]) => [value, say('counted', { value: words, count })])}
          choose={choose}
        />
      ))}
      {year('from')}
      {year('to')}
      <Field
        name="sort"
        words={say('sort')}
        value={choice.sort === 'best' ? '' : choice.sort}
        options={SORTS.slice(1).map((sort) => [sort, say(`sort-${sort}`)])}
        none={say('sort-best')}
        choose={choose}
      />
      {chosen && (
        <button
          type="button"
          class="chip"
          onClick={() => choose(Object.fromEntries([...FILTERS, 'from', 'to'].map((filter) => [filter, ''])))}
        >
          {say('clear')}
        </button>
      )}
    </fieldset>
  );
}

function Field({
  name,
  words,
  value,
  options,
  none = say('all'),
  choose,
}: Pick<ViewProps, 'choose'> & {
  name: string;
  words: string;
  value: string;
  options: readonly (readonly [value: string, words: string])[];
  /** Words of the choice that sets no filter. */
  none?: string;
}) {
  // A value of the address that nothing has stays to be seen, with no entry behind it.
  const all = value && !options.some(([each]) => each === value) ? [...options, [value, `${value} (0)`]] : options;
  return (
    <label>
      {words}
      <select value={value} onChange={(event) => choose({ [name]: event.currentTarget.value })}>
        <option value="">{none}</option>
        {all.map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

function wordsOf(filter: Filter, value: string, { library }: ViewProps['whole']): string {
  switch (filter) {
    case 'kind':
      return say(`kind-${value as Entry['kind']}`);
    case 'category':
      return value.replaceAll('-', ' ');
    case 'status':
      return STATUS_WORDS[value as Status];
    case 'series':
      return library.series[value]?.label ?? value;
    case 'jurisdiction':
      return countryName(value);
    case 'act':
      return EVIDENCE_WORDS[value as Evidence];
    case 'known':
      return VERIFICATION_WORDS[value as Verification];
  }
}
