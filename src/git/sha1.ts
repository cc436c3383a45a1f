/** SHA-1 of what comes in pieces, at once: objects of Git are named by it, and are too many for a promise each. */
export class Sha1 {
  readonly #state = Uint32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0);
  readonly #words = new Uint32Array(80);
  readonly #block = new Uint8Array(64);
  readonly #view = new DataView(this.#block.buffer);
  #filled = 0;
  #bytes = 0;

  update(bytes: Uint8Array): this {
    this.#bytes += bytes.byteLength;
    let start = 0;
    while (start < bytes.byteLength) {
      const count = Math.min(64 - this.#filled, bytes.byteLength - start);
      this.#block.set(bytes.subarray(start, start + count), this.#filled);
      this.#filled += count;
      start += count;
      if (this.#filled === 64) this.#mix();
    }
    return this;
  }

  /** The hash's 20 bytes. Nothing comes after it. */
  digest(): Uint8Array<ArrayBuffer> {
    const bits = this.#bytes * 8;
    const padding = new Uint8Array(this.#filled < 56 ? 56 - this.#filled : 120 - this.#filled);
    padding[0] = 0x80;
    this.update(padding);
    this.#view.setUint32(56, Math.floor(bits / 2 ** 32));
    this.#view.setUint32(60, bits >>> 0);
    this.#mix();
    const digest = new Uint8Array(20);
    const view = new DataView(digest.buffer);
    for (const [index, word] of this.#state.entries()) view.setUint32(index * 4, word);
    return digest;
  }

  /** The standard's compression of one block (FIPS 180-4, 6.1.2). */
  #mix(): void {
    const words = this.#words;
    for (let t = 0; t < 16; t += 1) words[t] = this.#view.getUint32(t * 4);
    for (let t = 16; t < 80; t += 1)
      words[t] = rotated(at(words, t - 3) ^ at(words, t - 8) ^ at(words, t - 14) ^ at(words, t - 16), 1);
    const state = this.#state;
    let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
    for (let t = 0; t < 80; t += 1) {
      const next = (rotated(a, 5) + part(t, b, c, d) + e + at(words, t)) | 0;
      e = d;
      d = c;
      c = rotated(b, 30);
      b = a;
      a = next;
    }
    for (const [index, value] of [a, b, c, d, e].entries()) state[index] = at(state, index) + value;
    this.#filled = 0;
  }
}

function part(t: number, b: number, c: number, d: number): number {
  if (t < 20) return ((b & c) | (~b & d)) + 0x5a827999;
  if (t < 40) return (b ^ c ^ d) + 0x6ed9eba1;
  if (t < 60) return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
  return (b ^ c ^ d) + 0xca62c1d6;
}

function rotated(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}

function at(words: Uint32Array, index: number): number {
  return words[index] ?? 0;
}

export function toHex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function fromHex(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: hex.length / 2 }, (_, index) =>
    Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16),
  );
}
