const vowel = /[aeiouy]/u;
const doubled = /([bdfgkmnprt])\1$/u;

function withoutEnding(word: string): string {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (word.endsWith('sses')) return word.slice(0, -2);
  if (word.endsWith('s') && !/(?:ss|us|is|as|os)$/u.test(word)) return word.slice(0, -1);
  for (const ending of ['ing', 'ed']) {
    const rest = word.slice(0, -ending.length);
    if (word.endsWith(ending) && rest.length >= 3 && vowel.test(rest)) return rest.replace(doubled, '$1');
  }
  return word;
}

/** Light English stemming: plurals, -ed, -ing and the silent e, nothing that changes a word's class. */
export function stem(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/u.test(word)) return word;
  const bare = withoutEnding(withoutEnding(word));
  return bare.length > 4 && bare.endsWith('e') ? bare.slice(0, -1) : bare;
}
