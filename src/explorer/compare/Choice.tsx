/** One labelled choice of the page. */
export function Choice({
  words,
  value,
  options,
  choose,
}: {
  words: string;
  value: string;
  options: readonly (readonly [value: string, words: string])[];
  choose: (value: string) => void;
}) {
  return (
    <label class="choice screen">
      {words}{' '}
      <select value={value} onChange={(event) => choose(event.currentTarget.value)}>
        {options.map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
