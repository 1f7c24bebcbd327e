/** Reads from the text of an ICU message, at compile time, which values it takes. */

/** One value of a message. One that decides a plural or a select has that type; one that is only printed has `Printed`. */
interface Value<Name extends string, Type> {
  name: Name;
  type: Type;
}
interface Printed {
  printed: never;
}
/** The braces around the branches of a plural or a select. */
interface Branches<Name extends string, Kind extends string> {
  name: Name;
  kind: Kind;
}
type Trim<S extends string> = S extends ` ${infer Rest}` ? Trim<Rest> : S extends `${infer Rest} ` ? Trim<Rest> : S;
type Key<S extends string> = S extends 'true' ? true : S extends 'false' ? false : S;

/**
 * All values of a message, as a union. `Open` has the braces that are open at the start of `S`, the innermost first.
 * The compiler reads at most 1000 braces.
 */
type Scan<S extends string, Open extends unknown[] = [], Found = never> = S extends `${infer Before}{${infer After}`
  ? Before extends `${string}}${infer Next}`
    ? // A closing brace comes first.
      Scan<`${Next}{${After}`, Open extends [unknown, ...infer Outer] ? Outer : [], Found>
    : Open extends [Branches<infer Name, infer Kind>, ...unknown[]]
      ? Scan<After, ['text', ...Open], Kind extends 'select' ? Found | Value<Name, Key<Trim<Before>>> : Found>
      : After extends `${infer Inside}}${infer Next}`
        ? Inside extends `${infer Name},${infer Kind},${string}{${string}`
          ? After extends `${string},${string},${infer Rest}`
            ? Scan<
                Rest,
                [Branches<Name, Trim<Kind>>, ...Open],
                Trim<Kind> extends 'select' ? Found : Found | Value<Name, number>
              >
            : never
          : Inside extends `${infer Name},${string}`
            ? Scan<Next, Open, Found | Value<Name, number>>
            : Scan<Next, Open, Found | Value<Inside, Printed>>
        : Found
  : Found;

type TypeOf<Types> = [Exclude<Types, Printed>] extends [never] ? string | number : Exclude<Types, Printed>;
type Collected<All extends Value<string, unknown>> = {
  [Name in All['name']]: TypeOf<Extract<All, { name: Name }>['type']>;
};

/** The values that a message takes: `{ count: number; list: string | number }` for "{count, plural, …} of {list}". */
export type ValuesOf<Message extends string> = Collected<Scan<Message>>;
