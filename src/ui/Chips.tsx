/** A single choice as a row of toggle buttons. */
export function Chips<T extends string>({
  label,
  all,
  options,
  chosen,
  choose,
}: {
  label: string;
  /** Label of the button that removes the filter; without it one option is always chosen. */
  all?: string;
  options: [T, string][];
  chosen: T | null;
  choose: (value: T | null) => void;
}) {
  return (
    <div class="chips" role="group" aria-label={label}>
      {all && (
        <button type="button" class="chip" aria-pressed={chosen === null} onClick={() => choose(null)}>
          {all}
        </button>
      )}
      {options.map(([value, words]) => (
        <button
          type="button"
          class="chip"
          key={value}
          aria-pressed={chosen === value}
          onClick={() => choose(chosen === value ? null : value)}
        >
          {words}
        </button>
      ))}
    </div>
  );
}
