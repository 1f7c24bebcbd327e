/** Longest name that DNS allows, in characters. */
export const MAX_NAME_LENGTH = 253;

/**
 * A name as the tables and the index use it: its labels in reverse order, as ASCII in `bytes[0, length)`. Names are put
 * one after the other into the same key, so that a million names take no memory.
 */
export class NameKey {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The same memory, for copying four bytes at a time. Bytes after `length` are left over from earlier names. */
  readonly words: Uint32Array<ArrayBuffer>;
  length = 0;
  /** End of each label in `bytes`. */
  readonly ends = new Uint8Array(MAX_NAME_LENGTH + 1);
  labels = 0;
  /** How many of the first labels are the same as in the previous name. */
  shared = 0;

  constructor() {
    this.words = new Uint32Array(Math.ceil(MAX_NAME_LENGTH / 4));
    this.bytes = new Uint8Array(this.words.buffer);
  }

  /** @throws Error if the name is longer than DNS allows */
  set(name: string): void {
    if (name.length > MAX_NAME_LENGTH)
      throw new Error(`Host name of ${name.length} characters, at most ${MAX_NAME_LENGTH} are allowed.`);
    this.length = this.labels = this.shared = 0;
    if (name === '') return;
    for (const label of name.split('.').reverse()) {
      if (this.labels > 0) this.bytes[this.length++] = 46;
      for (let i = 0; i < label.length; i++) this.bytes[this.length++] = label.charCodeAt(i);
      this.ends[this.labels++] = this.length;
    }
  }
}
