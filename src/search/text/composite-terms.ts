/** Not characters of any word, so that these terms are nobody's beginning. */
const pairMark = '\u0002';
const joinedMark = '\u0003';
const flagMark = '\u0005';

/** FNV-1a, folded to 15 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return ((value >>> 15) ^ value) & 0x7fff;
}

/**
 * Each pair of joined words stands in the index as a number of 15 bits: so few that their terms cost next to nothing, so
 * many that hardly a clip has one by chance. A pair is a reason to look at a clip first, no proof.
 */
export function pairTerm(first: string, second: string): string {
  return pairMark + hash(`${first} ${second}`).toString(32).padStart(3, '0');
}

/** The term under which what is written apart is found by what is written as one. */
export function joinedTerm(word: string): string {
  return joinedMark + word;
}

/** The option that a term stands for, as it is written; null for any other term. */
export function flagOf(term: string): string | null {
  return term.startsWith(flagMark) ? term.slice(1) : null;
}

/** The term of an option, as it is written with its dashes. */
export function flagTerm(flag: string): string {
  return flagMark + flag;
}
