/**
 * Terms as CESU-8: each UTF-16 unit as one to three bytes. Unlike UTF-8, the order of the bytes is then the order of
 * JavaScript's strings and of IndexedDB's string keys.
 */
export function termBytes(term: string): Uint8Array {
  const bytes = new Uint8Array(term.length * 3);
  return bytes.subarray(0, writeTerm(term, bytes));
}

/** Writes a term into `bytes`, which has room for three per UTF-16 unit; the number of bytes written. */
export function writeTerm(term: string, bytes: Uint8Array): number {
  let length = 0;
  for (let i = 0; i < term.length; i += 1) {
    const unit = term.charCodeAt(i);
    if (unit < 0x80) {
      bytes[length++] = unit;
    } else if (unit < 0x800) {
      bytes[length++] = 0xc0 | (unit >> 6);
      bytes[length++] = 0x80 | (unit & 0x3f);
    } else {
      bytes[length++] = 0xe0 | (unit >> 12);
      bytes[length++] = 0x80 | ((unit >> 6) & 0x3f);
      bytes[length++] = 0x80 | (unit & 0x3f);
    }
  }
  return length;
}

export function termOf(bytes: Uint8Array, length: number): string {
  let term = '';
  for (let i = 0; i < length;) {
    const first = bytes[i] ?? 0;
    const second = bytes[i + 1] ?? 0;
    if (first < 0x80) {
      term += String.fromCharCode(first);
      i += 1;
    } else if (first < 0xe0) {
      term += String.fromCharCode(((first & 0x1f) << 6) | (second & 0x3f));
      i += 2;
    } else {
      const third = bytes[i + 2] ?? 0;
      term += String.fromCharCode(((first & 0x0f) << 12) | ((second & 0x3f) << 6) | (third & 0x3f));
      i += 3;
    }
  }
  return term;
}
