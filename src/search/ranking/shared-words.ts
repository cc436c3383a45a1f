import { fold } from '../text/fold.ts';

/** Words said of two clips that go together. */
const most = 4;

/** Words that every title has, folded: that two clips say them tells nothing. */
const saysNothing = new Set(
  fold(
    '什么 为什 为什么 怎么 怎样 如何 为何 一个 一次 一种 我们 你们 他们 自己 可以 没有 这个 那个 还是 就是 不是 时候 以及 如果 但是 ' +
      '因为 所以 使用 实现 关于 之后 之前 问题 方法 方案 ' +
      'the and for with from into what why how when where who your you our use using not are can does this that these ' +
      'about after before than then too but',
  ).split(' '),
);

/**
 * Index terms as the words that a user knows: Latin terms as they stand in `text` (a term may be a stem), Han pairs that
 * overlap as one word. The first terms tell most. `text` is the clip's title and headings.
 */
export function sharedWords(terms: readonly string[], text: string): readonly string[] {
  const words = text.split(/[^\p{L}\p{N}_+#.]+/u).filter((word) => word.length > 1);
  const said: string[] = [];
  for (const term of joinPairs(terms, fold(text))) {
    const word = isHan(term) ? asWritten(term, text) : words.find((each) => fold(each).startsWith(term));
    const known = word !== undefined && said.some((each) => fold(each).includes(fold(word)));
    if (word !== undefined && !known && !saysNothing.has(fold(word)))
      said.push(word.replace(/(?<![.])[.]+$/u, ''));
    if (said.length === most) break;
  }
  return said;
}

/** A folded Han word as the text spells it: `为什么`, which is folded with another sign, or in the other script. */
function asWritten(term: string, text: string): string | undefined {
  for (let at = text.length - term.length; at >= 0; at -= 1) {
    const piece = text.slice(at, at + term.length);
    if (fold(piece) === term) return piece;
  }
  return undefined;
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
