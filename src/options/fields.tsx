/** The two kinds of field on the options page. */
import { useId } from 'preact/hooks';

export function Switch({
  label,
  on,
  set,
}: {
  label: preact.ComponentChildren;
  on: boolean;
  set: (on: boolean) => void;
}) {
  return (
    <label class="switch">
      <input type="checkbox" checked={on} onChange={(event) => set(event.currentTarget.checked)} />
      <span>{label}</span>
    </label>
  );
}

export function Choice<T extends string>({
  label,
  options,
  chosen,
  choose,
}: {
  label: string;
  options: [T, string][];
  chosen: T;
  choose: (value: T) => void;
}) {
  const name = useId();
  return (
    <fieldset>
      <legend>{label}</legend>
      {options.map(([value, words]) => (
        <label class="switch" key={value}>
          <input type="radio" name={name} checked={chosen === value} onChange={() => choose(value)} />
          <span>{words}</span>
        </label>
      ))}
    </fieldset>
  );
}
