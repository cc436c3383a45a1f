const nonAscii = /[^\0-\x7f]/u;
/** Characters below U+0300 that are not ASCII, and everything that is neither Han, Hangul nor common punctuation. */
const needsFolding = /[^\0-\x7f\u3000-\u3020\u3400-\u9fff\uac00-\ud7a3\u2010-\u2027]/u;
const marks = /\p{Mn}+/gu;

/**
 * One form for letters that a reader takes for the same: case, accents, full and half width, compatibility
 * forms (Unicode NFKD without non-spacing marks, lower case, recomposed).
 */
export function fold(text: string): string {
  if (!nonAscii.test(text)) return text.toLowerCase();
  if (!needsFolding.test(text)) return text.toLowerCase();
  return text.normalize('NFKD').toLowerCase().replace(marks, '').normalize('NFC');
}

export interface FoldedText {
  readonly text: string;
  /** For each code unit of `text` the place in the original it came from; null where they are the same. */
  readonly origins: Uint32Array | null;
  readonly originalLength: number;
}

/** Folds and keeps the way back, so that what is found in the folded text can be marked in the original. */
export function foldWithOrigins(original: string): FoldedText {
  if (!needsFolding.test(original)) {
    const text = original.toLowerCase();
    if (text.length === original.length) return { text, origins: null, originalLength: original.length };
  }
  const parts: string[] = [];
  const origins: number[] = [];
  let at = 0;
  for (const character of original) {
    const folded = fold(character);
    parts.push(folded);
    for (let i = 0; i < folded.length; i += 1) origins.push(at);
    at += character.length;
  }
  return { text: parts.join(''), origins: Uint32Array.from(origins), originalLength: original.length };
}

export function originalRange(folded: FoldedText, start: number, end: number): readonly [number, number] {
  if (folded.origins === null) return [start, end];
  return [folded.origins[start] ?? folded.originalLength, folded.origins[end] ?? folded.originalLength];
}
