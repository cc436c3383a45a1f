/**
 * For typos in the first half of a word: each plain word also stands in the index back to front, behind everything
 * else and without postings, so that the words with a given ending lie together.
 */
const mark = '\ufffe';
const plainWord = /^[a-z]{5,24}$/u;

export function isPlainWord(term: string): boolean {
  return plainWord.test(term);
}

function backwards(word: string): string {
  let reversed = '';
  for (let i = word.length - 1; i >= 0; i -= 1) reversed += word[i] ?? '';
  return reversed;
}

export function reversedEntry(word: string): string {
  return `${mark}${backwards(word)}`;
}

/** The word that a reversed entry stands for; null if it is an ordinary entry. */
export function wordOfReversed(term: string): string | null {
  return term.startsWith(mark) ? backwards(term.slice(1)) : null;
}
