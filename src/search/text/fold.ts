const nonAscii = /[^\0-\x7f]/u;
/**
 * Anything beyond ASCII, full-width ASCII, Han, Hangul, and punctuation, arrows and emoji, which have one form only
 * (or one that matters to no search).
 */
const needsFolding =
  /[^\0-\x7f\xb7\u2000-\u206f\u2190-\u245f\u2500-\u2bff\u3000-\u3020\u3400-\u9fff\uac00-\ud7a3\uff01-\uff5e\u{1f300}-\u{1faff}]/u;
const fullWidth = /[\uff01-\uff5e]/gu;
const marks = /\p{Mn}+/gu;

function halfWidth(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) - 0xfee0);
}

/** Folding that keeps every character at its place; null if the text has others than it knows. */
function foldInPlace(text: string): string | null {
  if (!nonAscii.test(text)) return text.toLowerCase();
  return needsFolding.test(text) ? null : text.replace(fullWidth, halfWidth).toLowerCase();
}

/**
 * One form for letters that a reader takes for the same: case, accents, full and half width, compatibility
 * forms (Unicode NFKD without non-spacing marks, lower case, recomposed).
 */
export function fold(text: string): string {
  return foldInPlace(text) ?? text.normalize('NFKD').toLowerCase().replace(marks, '').normalize('NFC');
}

export interface FoldedText {
  readonly text: string;
  /** For each code unit of `text` the place in the original it came from; null where they are the same. */
  readonly origins: Uint32Array | null;
  readonly originalLength: number;
}

/** Folds and keeps the way back, so that what is found in the folded text can be marked in the original. */
export function foldWithOrigins(original: string): FoldedText {
  const inPlace = foldInPlace(original);
  if (inPlace !== null) return { text: inPlace, origins: null, originalLength: original.length };
  const parts: string[] = [];
  const origins: number[] = [];
  let at = 0;
  for (const character of original) {
    const folded = character < '\x80' ? character.toLowerCase() : fold(character);
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
