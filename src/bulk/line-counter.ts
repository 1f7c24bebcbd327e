/** Line numbers of positions in a text, asked for in ascending order. */
export class LineCounter {
  #line = 1;
  #at = 0;
  constructor(private readonly text: string) {}

  /** @param index not before the last one asked for @returns the line from 1 */
  lineAt(index: number): number {
    for (let end = this.text.indexOf('\n', this.#at); end >= 0 && end < index; end = this.text.indexOf('\n', end + 1)) {
      this.#line++;
      this.#at = end + 1;
    }
    return this.#line;
  }
}
