import { hasCjk } from '../text/characters.ts';
import { fold } from '../text/fold.ts';

const name = /^[\p{L}\p{N}_]+(?:(?:[.:/@#=\\>-]{1,3})[\p{L}\p{N}_]+)+$/u;

function escaped(text: string): string {
  return text.replace(/[$()*+./?[\\\]^{|}-]/gu, '\\$&');
}

/**
 * A name that is made of several words by the punctuation between them (`context.WithTimeout`, `io/ioutil`,
 * `user@host`), without what stands around it; null for any other word. A hyphen may be a space or nothing in the text.
 */
export function namePattern(word: string): RegExp | null {
  const bare = fold(word).replace(/^[^\p{L}\p{N}_]+|(?<![^\p{L}\p{N}_])[^\p{L}\p{N}_]+$/gu, '');
  if (!name.test(bare) || hasCjk(bare)) return null;
  const source = bare
    .split(/([^\p{L}\p{N}_]+)/u)
    .map((part) => (part === '-' ? '[-_\\s\\u2010\\u2011]?' : escaped(part)))
    .join('');
  return new RegExp(`(?<![\\p{L}\\p{N}])${source}`, 'u');
}
