/** A text without its spaces and signs. */
export function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The same whatever its case and width: names are compared by it. */
export function plainLetters(text: string): string {
  return lettersOf(text.normalize('NFKC').toLowerCase());
}
