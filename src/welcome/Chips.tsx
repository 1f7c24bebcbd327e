/** A single choice as a row of toggle buttons. One is always chosen. */
export function Chips<T extends string>({
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
  return (
    <div class="chips" role="group" aria-label={label}>
      {options.map(([value, words]) => (
        <button type="button" class="chip" key={value} aria-pressed={chosen === value} onClick={() => choose(value)}>
          {words}
        </button>
      ))}
    </div>
  );
}
