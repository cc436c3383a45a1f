import { hasCjk } from '../text/characters.ts';
import { fold } from '../text/fold.ts';

const cjk =
  '[\\u1100-\\u11ff\\u2e80-\\u9fff\\ua960-\\ua97c\\uac00-\\ud7fb\\uf900-\\ufaff\\u{20000}-\\u{323af}]';
const runs = new RegExp(`(?:(?=${cjk})[\\p{L}\\p{N}])+|(?:(?!${cjk})[\\p{L}\\p{N}_])+`, 'gu');
/** Chinese stands next to Latin words without a space, so it does not go on with them. */
const latin = '[\\w\\u00c0-\\u024f]';
const gap = '[^\\p{L}\\p{N}_]';

function escaped(text: string): string {
  return text.replace(/[$()*+./?[\\\]^{|}]/gu, '\\$&');
}

/** What may stand between two words of a phrase: just what was typed, or where that was space, any punctuation. */
function between(typed: string, loose: boolean): string {
  const punctuation = typed.replace(/\s+/gu, '');
  if (punctuation === '') return loose ? `${gap}{0,3}` : `${gap}{1,3}`;
  return `\\s*${Array.from(punctuation, escaped).join('\\s*')}\\s*`;
}

/** `first`, with nothing of `before` ahead of it. Looked behind from its end: the engine finds plain letters much sooner. */
function notAfter(before: string, first: string): string {
  return `${first}(?<!${before}${first})`;
}

/** Where a phrase begins: with a word, or with the dash of an option. */
function beginning(ahead: string, word: string): string {
  const dashes = /(?:^|\s)(--?)$/u.exec(ahead)?.[1];
  if (dashes !== undefined) return notAfter('[\\w-]', dashes + escaped(word));
  return hasCjk(word.slice(0, 1)) ? escaped(word) : notAfter(latin, escaped(word));
}

export interface Phrase {
  /** Finds the phrase in folded text: its words one after the other. */
  readonly pattern: RegExp;
  /** Its words: much sooner looked for than the pattern. */
  readonly words: readonly string[];
}

/** Reads a phrase; `open`: its last word may go on. Null where it has no word. */
export function readPhrase(phrase: string, open: boolean): Phrase | null {
  const text = fold(phrase);
  const words: string[] = [];
  let source = '';
  let end = 0;
  let before = '';
  for (const run of text.matchAll(runs)) {
    const loose = hasCjk(before.slice(-1)) || hasCjk(run[0].slice(0, 1));
    source +=
      before === ''
        ? beginning(text.slice(0, run.index), run[0])
        : between(text.slice(end, run.index), loose) + escaped(run[0]);
    end = run.index + run[0].length;
    [before] = run;
    words.push(before);
  }
  if (before === '') return null;
  const tail = open || hasCjk(before.slice(-1)) ? '' : `(?!${latin})`;
  // The longest is the one that most texts lack.
  return { pattern: new RegExp(source + tail, 'gu'), words: words.sort((a, b) => b.length - a.length) };
}

export function holdsPhrase(folded: string, { pattern, words }: Phrase): boolean {
  return words.every((word) => folded.includes(word)) && folded.search(pattern) !== -1;
}

/**
 * A pattern for a word just as typed, with the punctuation that it begins, holds or ends with (`--mount`,
 * `context.WithTimeout(`, `.gitignore`); null where there is nothing beyond one run of letters.
 */
export function literalPattern(word: string): RegExp | null {
  const text = fold(word);
  const cjkOnly = /^\p{L}+$/u.test(text) && hasCjk(text);
  if (/^[\p{L}\p{N}_]+$/u.test(text) && !(cjkOnly && Array.from(text).length > 2) && !isMixed(text))
    return null;
  if (isMixed(text) && /^[\p{L}\p{N}_]+$/u.test(text)) return readPhrase(text, true)?.pattern ?? null;
  const bounded = /^[\p{L}\p{N}_]/u.test(text) && !hasCjk(text.slice(0, 1));
  return new RegExp(bounded ? notAfter(latin, escaped(text)) : escaped(text), 'gu');
}

function isMixed(text: string): boolean {
  return hasCjk(text) && /[a-z0-9]/u.test(text);
}
