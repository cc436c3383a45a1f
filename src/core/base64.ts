// In every runtime that we have, but in no library that the domain is checked with.
declare function btoa(binary: string): string;
declare function atob(base64: string): string;

/** Bytes as text, for messages, which are JSON in Chrome. */
export function toBase64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  // `fromCodePoint` takes its characters as arguments, of which there may be some ten thousands only.
  for (let start = 0; start < bytes.length; start += 0x2000) {
    pieces.push(String.fromCodePoint(...bytes.subarray(start, start + 0x2000)));
  }
  return btoa(pieces.join(''));
}

/** Throws where the text is not base64. */
export function fromBase64(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.codePointAt(0) ?? 0);
}
