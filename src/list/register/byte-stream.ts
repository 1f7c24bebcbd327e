/** Writes and reads binary formats. The reader trusts no input: it throws on missing or invalid bytes. */

const FORMAT_NAME_LENGTH = 4;

/** A growing byte buffer. */
export class ByteWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#length + more, this.#bytes.length * 2));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }

  /** Writes the header of a format: four letters and a version. */
  format(name: string, version: number): void {
    for (let i = 0; i < FORMAT_NAME_LENGTH; i++) this.byte(name.charCodeAt(i));
    this.byte(version);
  }

  byte(value: number): void {
    this.#reserve(1);
    this.#bytes[this.#length++] = value;
  }

  bytes(value: Uint8Array): void {
    this.#reserve(value.length);
    this.#bytes.set(value, this.#length);
    this.#length += value.length;
  }

  /** Writes an integer from 0 to 2^53 - 1 as LEB128 (groups of 7 bits, lowest first). */
  number(value: number): void {
    let rest = value;
    for (; rest >= 128; rest = Math.floor(rest / 128)) this.byte((rest % 128) | 128);
    this.byte(rest);
  }

  finish(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#length);
  }
}

/** Reads what a ByteWriter wrote. `what` names the data in error messages: "name table". */
export class ByteReader {
  readonly #bytes: Uint8Array<ArrayBuffer>;
  readonly #what: string;
  #at = 0;

  constructor(bytes: Uint8Array<ArrayBuffer>, what: string) {
    this.#bytes = bytes;
    this.#what = what;
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  /** Throws an Error with the name of the data, the byte position and the reason. */
  refuse(reason: string): never {
    throw new Error(`Damaged ${this.#what} at byte ${this.#at}: ${reason}.`);
  }

  /** @throws Error if the data has another format or version */
  format(name: string, version: number): void {
    const found = this.#bytes.subarray(0, FORMAT_NAME_LENGTH);
    if (String.fromCharCode(...found) !== name)
      throw new Error(`Not a ${this.#what}: it does not begin with "${name}".`);
    this.#at = FORMAT_NAME_LENGTH;
    const given = this.byte();
    if (given !== version) throw new Error(`The ${this.#what} has version ${given}, expected ${version}.`);
  }

  byte(): number {
    if (this.left < 1) this.refuse('it ends too early');
    return this.#bytes[this.#at++]!;
  }

  /** A view of the next bytes, not a copy. */
  bytes(length: number): Uint8Array<ArrayBuffer> {
    if (length > this.left) this.refuse(`it ends too early, ${length} bytes expected and ${this.left} left`);
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  number(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.byte();
      value += (byte & 127) * factor;
      if (!Number.isSafeInteger(value)) this.refuse('a number is too large');
      if (byte < 128) return value;
      if (factor > 2 ** 49) this.refuse('a number is too large');
    }
  }

  /**
   * Reads a number of entries that take at least `size` bytes each. Refuses a number that cannot fit into the bytes
   * left.
   */
  count(size: number): number {
    const value = this.number();
    if (value * size > this.left) this.refuse(`${value} entries cannot fit into ${this.left} bytes`);
    return value;
  }

  /** @throws Error if bytes are left over */
  end(): void {
    if (this.left > 0) this.refuse(`${this.left} bytes too many`);
  }
}
