/** Bytes that grow as they are written. */
export class ByteWriter {
  #bytes = new Uint8Array(16_384);
  length = 0;

  #grow(extra: number): void {
    if (this.length + extra <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.length + extra));
    grown.set(this.#bytes.subarray(0, this.length));
    this.#bytes = grown;
  }

  byte(value: number): void {
    this.#grow(1);
    this.#bytes[this.length] = value;
    this.length += 1;
  }

  /** Unsigned LEB128; up to 2^31. */
  varint(value: number): void {
    this.#grow(5);
    const own = this.#bytes;
    let at = this.length;
    let rest = value;
    while (rest > 0x7f) {
      own[at++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    own[at++] = rest;
    this.length = at;
  }

  /** Some bytes of others; few at a time, so that a loop is faster than a view of them. */
  append(bytes: Uint8Array, from: number, until: number): void {
    this.#grow(until - from);
    const own = this.#bytes;
    let at = this.length;
    for (let i = from; i < until; i += 1) own[at++] = bytes[i] ?? 0;
    this.length = at;
  }

  /** What was written so far, copied; the writer starts anew. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = this.#bytes.slice(0, this.length);
    this.length = 0;
    return taken;
  }
}
