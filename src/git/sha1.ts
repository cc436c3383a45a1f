const blockLength = 64;

/** SHA-1 of what comes in pieces, at once: objects of Git are named by it, and are too many for a promise each. */
export class Sha1 {
  readonly #state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0);
  /** Signed, as all words here: engines keep those in registers. */
  readonly #words = new Int32Array(80);
  /** What does not fill a block yet. */
  readonly #rest = new Uint8Array(blockLength);
  #filled = 0;
  #bytes = 0;

  update(bytes: Uint8Array): this {
    this.#bytes += bytes.byteLength;
    let start = 0;
    if (this.#filled > 0) {
      start = Math.min(blockLength - this.#filled, bytes.byteLength);
      this.#rest.set(bytes.subarray(0, start), this.#filled);
      this.#filled += start;
      if (this.#filled < blockLength) return this;
      this.#mix(this.#rest, 0);
    }
    // Most blocks are read where they lie.
    for (; start + blockLength <= bytes.byteLength; start += blockLength) this.#mix(bytes, start);
    this.#rest.set(bytes.subarray(start));
    this.#filled = bytes.byteLength - start;
    return this;
  }

  /** The hash's 20 bytes. Nothing comes after it. */
  digest(): Uint8Array<ArrayBuffer> {
    const bits = this.#bytes * 8;
    const end = new Uint8Array(this.#filled < 56 ? 64 - this.#filled : 128 - this.#filled);
    end[0] = 0x80;
    const length = new DataView(end.buffer, end.byteLength - 8);
    length.setUint32(0, Math.floor(bits / 2 ** 32));
    length.setUint32(4, bits >>> 0);
    this.update(end);
    const digest = new Uint8Array(20);
    const view = new DataView(digest.buffer);
    for (const [index, word] of this.#state.entries()) view.setInt32(index * 4, word);
    return digest;
  }

  /** The standard's compression of one block (FIPS 180-4, 6.1.2). Plain loops: a large library has millions of blocks. */
  #mix(bytes: Uint8Array, start: number): void {
    const words = this.#words;
    for (let t = 0; t < 16; t += 1) words[t] = wordAt(bytes, start + t * 4);
    for (let t = 16; t < 80; t += 1)
      words[t] = rotated(at(words, t - 3) ^ at(words, t - 8) ^ at(words, t - 14) ^ at(words, t - 16), 1);
    const state = this.#state;
    let a = at(state, 0);
    let b = at(state, 1);
    let c = at(state, 2);
    let d = at(state, 3);
    let e = at(state, 4);
    for (let t = 0; t < 80; t += 1) {
      const next = (rotated(a, 5) + part(t, b, c, d) + e + at(words, t)) | 0;
      e = d;
      d = c;
      c = rotated(b, 30);
      b = a;
      a = next;
    }
    state[0] = at(state, 0) + a;
    state[1] = at(state, 1) + b;
    state[2] = at(state, 2) + c;
    state[3] = at(state, 3) + d;
    state[4] = at(state, 4) + e;
    this.#filled = 0;
  }
}

/** Four bytes, the highest first. */
function wordAt(bytes: Uint8Array, start: number): number {
  const high = ((bytes[start] ?? 0) << 24) | ((bytes[start + 1] ?? 0) << 16);
  return high | ((bytes[start + 2] ?? 0) << 8) | (bytes[start + 3] ?? 0);
}

function part(t: number, b: number, c: number, d: number): number {
  if (t < 20) return (((b & c) | (~b & d)) + 0x5a827999) | 0;
  if (t < 40) return ((b ^ c ^ d) + 0x6ed9eba1) | 0;
  if (t < 60) return (((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc) | 0;
  return ((b ^ c ^ d) + 0xca62c1d6) | 0;
}

function rotated(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}

function at(words: Int32Array, index: number): number {
  return words[index] ?? 0;
}

export function fromHex(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: hex.length / 2 }, (_, index) =>
    Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16),
  );
}
