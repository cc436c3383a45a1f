/**
 * Boundaries inside an identifier: after `_`, between lower and upper case (`with|Timeout`), before the last
 * capital of a run that starts a word (`HTTP|Server`), between letters and digits (`utf|8`), and between Greek and Latin
 * letters (`λ|x`, `k|Ω`).
 */
const boundary =
  /_+|(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})|(?<=[\u0370-\u03ff])(?=\p{Script=Latin})|(?<=\p{Script=Latin})(?=[\u0370-\u03ff])/u;
/** Most words are like that, and told apart much sooner. */
const plain = /^[A-Za-z]?[a-z]*$/;
const mayHaveParts =
  /_|\p{Ll}\p{Lu}|\p{Lu}\p{Lu}\p{Ll}|\p{L}\p{N}|\p{N}\p{L}|[\u0370-\u03ff]\p{Script=Latin}|\p{Script=Latin}[\u0370-\u03ff]/u;

/** The parts of an identifier in the case they are written in; none where the word is all one part. */
export function identifierParts(word: string): readonly string[] {
  if (plain.test(word) || !mayHaveParts.test(word)) return [];
  const parts = word.split(boundary).filter((part) => part !== '');
  return parts.length === 1 && parts[0] === word ? [] : parts;
}
