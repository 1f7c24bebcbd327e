/** Longest name that DNS allows, in characters. */
export const LONGEST = 253;

/**
 * A name as tables hold it and as the index hashes it: its labels in reverse order, `bytes[0, length)`, in ASCII. One
 * after the other is put into the same key, so that a million names need not be held.
 */
export class NameKey {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The same, to be copied four at a time: what stands after `length` is left over from others. */
  readonly words: Uint32Array<ArrayBuffer>;
  length = 0;
  /** Where each label ends. */
  readonly ends = new Uint8Array(LONGEST + 1);
  labels = 0;
  /** How many of the first labels are those of the name before. */
  shared = 0;

  constructor() {
    this.words = new Uint32Array(Math.ceil(LONGEST / 4));
    this.bytes = new Uint8Array(this.words.buffer);
  }

  /** @throws on a name that is too long */
  set(name: string): void {
    if (name.length > LONGEST) throw new Error(`No host name has ${name.length} characters.`);
    this.length = this.labels = this.shared = 0;
    if (name === '') return;
    for (const label of name.split('.').reverse()) {
      if (this.labels > 0) this.bytes[this.length++] = 46;
      for (let i = 0; i < label.length; i++) this.bytes[this.length++] = label.charCodeAt(i);
      this.ends[this.labels++] = this.length;
    }
  }
}
