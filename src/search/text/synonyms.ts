import { chineseAbbreviations, regionalTerms, spellings } from './chinese-synonyms.ts';
import { abbreviations } from './synonym-lists.ts';

export interface Synonym {
  readonly word: string;
  /** Another spelling of the same word, rather than another word. */
  readonly spelling: boolean;
}

function linesOf(list: string, spelling: boolean): [string, Synonym][] {
  return list
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [short = '', ...others] = line.split(' = ');
      return others.flatMap((other): [string, Synonym][] => [
        [short.toLowerCase(), { word: other, spelling }],
        [other.toLowerCase(), { word: short, spelling }],
      ]);
    });
}

let table: ReadonlyMap<string, readonly Synonym[]> | null = null;

function synonymTable(): ReadonlyMap<string, readonly Synonym[]> {
  const words = new Map<string, Synonym[]>();
  for (const [from, to] of [
    ...linesOf(abbreviations, false),
    ...linesOf(chineseAbbreviations, false),
    ...linesOf(spellings, true),
    ...linesOf(regionalTerms, false),
  ]) {
    const known = words.get(from);
    if (known === undefined) words.set(from, [to]);
    else if (!known.some(({ word }) => word === to.word)) known.push(to);
  }
  return words;
}

const longestHan = 5;
const han = /^\p{Script=Han}+$/u;
const mostSynonyms = 4;

/** What stands for a word of the query, folded: for a Latin word as a whole, for a run of Han for the words in it, replaced. */
export function synonymsOf(word: string): readonly Synonym[] {
  table ??= synonymTable();
  const known = table;
  const own = known.get(word);
  if (own !== undefined) return own.slice(0, mostSynonyms);
  if (!/^\p{Script=Han}{3,40}$/u.test(word)) return [];
  return inRun(word, known).slice(0, mostSynonyms);
}

/**
 * The words in a run of Han that have others, one after the other replaced; first all of them, the longest of each place,
 * by what stands first and what stands last for each: spellings come before terms of another region.
 */
function inRun(run: string, known: ReadonlyMap<string, readonly Synonym[]>): readonly Synonym[] {
  const each: Synonym[] = [];
  const all = { first: '', last: '' };
  let replaced = 0;
  let onlySpellings = true;
  for (let start = 0; start < run.length;) {
    let taken = 1;
    let text = { first: run[start] ?? '', last: run[start] ?? '' };
    for (let end = Math.min(run.length, start + longestHan); end - start >= 2 && taken === 1; end -= 1) {
      const others = (known.get(run.slice(start, end)) ?? []).filter(({ word }) => han.test(word));
      for (const { word, spelling } of others) {
        each.push({ word: run.slice(0, start) + word + run.slice(end), spelling });
      }
      const [first] = others;
      const last = others.at(-1);
      if (first === undefined || last === undefined) continue;
      taken = end - start;
      text = { first: first.word, last: last.word };
      replaced += 1;
      onlySpellings &&= last.spelling;
    }
    all.first += text.first;
    all.last += text.last;
    start += taken;
  }
  if (replaced < 2) return each;
  const whole = [...new Set([all.first, all.last])];
  return [...whole.map((word) => ({ word, spelling: onlySpellings })), ...each];
}
