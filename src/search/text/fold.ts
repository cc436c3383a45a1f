import { foldInPlace, foldLetters, foldName } from './fold-name.ts';
import { foldHan } from './han-script.ts';

/** A text's one form: letters as `foldName` has them, and both scripts of Chinese as one. */
export function fold(text: string): string {
  return foldHan(foldName(text));
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
  if (inPlace !== null) {
    return { text: foldHan(inPlace), origins: null, originalLength: original.length };
  }
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
