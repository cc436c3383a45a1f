import { foldHan } from './han-script.ts';

const nonAscii = /[^\0-\x7f]/u;
/**
 * Anything beyond ASCII, full-width ASCII, Han, Hangul, and punctuation, arrows and emoji, which have one form only
 * (or one that matters to no search).
 */
const needsFolding =
  /[^\0-\x7f\xb7\u2000-\u200a\u2010-\u2027\u2030-\u205f\u2190-\u245f\u2500-\u2bff\u3000-\u3020\u3400-\u9fff\uac00-\ud7a3\uff01-\uff5e\u{1f300}-\u{1faff}]/u;
const fullWidth = /[\uff01-\uff5e]/gu;
const marks = /\p{Mn}+/gu;

/**
 * Characters that show nothing: soft hyphens, joiners, marks of direction, variation selectors, tags. They split no word
 * and are no part of one.
 */
const invisible = /\p{Default_Ignorable_Code_Point}+/gu;

/** Letters that are written in two ways and that no decomposition takes apart. */
const spelledOut: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
};
const spelled = /[ßæœøłđı]/gu;

export function withoutInvisible(text: string): string {
  return nonAscii.test(text) ? text.replace(invisible, '') : text;
}

function halfWidth(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) - 0xfee0);
}

/** Folding that keeps every character at its place; null if the text has others than it knows. */
function foldInPlace(text: string): string | null {
  if (!nonAscii.test(text)) return text.toLowerCase();
  return needsFolding.test(text) ? null : foldHan(text.replace(fullWidth, halfWidth).toLowerCase());
}

function foldLetters(text: string): string {
  return text
    .replace(invisible, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(marks, '')
    .replace(spelled, (letter) => spelledOut[letter] ?? letter)
    .normalize('NFC');
}

/**
 * One form for letters that a reader takes for the same: case, accents, full and half width, compatibility
 * forms (Unicode NFKD without non-spacing marks, lower case, recomposed), both scripts of Chinese; nothing for what
 * cannot be seen.
 */
export function fold(text: string): string {
  return foldInPlace(text) ?? foldHan(foldLetters(text));
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
    const folded = character < '\x80' ? character.toLowerCase() : foldLetters(character);
    parts.push(folded);
    for (let i = 0; i < folded.length; i += 1) origins.push(at);
    at += character.length;
  }
  return {
    text: foldHan(parts.join('')),
    origins: Uint32Array.from(origins),
    originalLength: original.length,
  };
}

export function originalRange(folded: FoldedText, start: number, end: number): readonly [number, number] {
  if (folded.origins === null) return [start, end];
  return [folded.origins[start] ?? folded.originalLength, folded.origins[end] ?? folded.originalLength];
}
