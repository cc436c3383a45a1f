import { fold } from '../text/fold.ts';

/** Words said of two clips that go together. */
const most = 4;

/**
 * Index terms as the words that a user knows: Latin terms as they stand in `text` (a term may be a stem), Han pairs that
 * overlap as one word. The first terms tell most. `text` is the clip's title and headings.
 */
export function sharedWords(terms: readonly string[], text: string): readonly string[] {
  const words = text.split(/[^\p{L}\p{N}_+#.]+/u).filter((word) => word.length > 1);
  const said: string[] = [];
  for (const term of joinPairs(terms, fold(text))) {
    const word = isHan(term) ? term : words.find((each) => fold(each).startsWith(term));
    const known = word !== undefined && said.some((each) => fold(each).includes(fold(word)));
    if (word !== undefined && !known) said.push(word.replace(/(?<![.])[.]+$/u, ''));
    if (said.length === most) break;
  }
  return said;
}

function isHan(term: string): boolean {
  return /^\p{Script=Han}+$/u.test(term);
}

/** `负载`, `载均`, `均衡` become `负载均衡` where the text has it so. */
function joinPairs(terms: readonly string[], text: string): readonly string[] {
  const pairs = new Set(terms.filter(isHan));
  const joined = new Set<string>();
  for (const term of terms) {
    if (!pairs.has(term)) {
      if (!isHan(term)) joined.add(term);
      continue;
    }
    let word = term;
    for (;;) {
      const next = [...pairs].find(
        (pair) => pair !== word && pair[0] === word.at(-1) && text.includes(word + pair.slice(1)),
      );
      if (next === undefined || word.length > 8) break;
      pairs.delete(next);
      word += next.slice(1);
    }
    if (text.includes(word)) joined.add(word);
  }
  return [...joined];
}
