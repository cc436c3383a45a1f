import { hasCjk } from '../text/characters.ts';
import { fold } from '../text/fold.ts';

const runs = /[\p{L}\p{N}_]+/gu;
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

/**
 * A pattern that finds a phrase in folded text: its words one after the other. `open`: the last word may go on.
 * Null where the phrase has no word.
 */
export function phrasePattern(phrase: string, open: boolean): RegExp | null {
  const text = fold(phrase);
  let source = '';
  let end = 0;
  let before = '';
  for (const run of text.matchAll(runs)) {
    const loose = hasCjk(before.slice(-1)) || hasCjk(run[0].slice(0, 1));
    if (before === '') source = hasCjk(run[0].slice(0, 1)) ? '' : '(?<![\\p{L}\\p{N}_])';
    else source += between(text.slice(end, run.index), loose);
    source += escaped(run[0]);
    end = run.index + run[0].length;
    before = run[0];
  }
  if (before === '') return null;
  const tail = open || hasCjk(before.slice(-1)) ? '' : '(?![\\p{L}\\p{N}_])';
  return new RegExp(source + tail, 'gu');
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
  return new RegExp(escaped(text), 'gu');
}

function isMixed(text: string): boolean {
  return hasCjk(text) && /[a-z0-9]/u.test(text);
}
