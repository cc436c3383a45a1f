import { type TextShare, TextTrace, gap } from './text-trace.ts';

/** Characters that may be searched through in all before the trace is made, which costs once and nothing after. */
const budget = 4_000_000;
const chunk = 12;
const notLetters = /[^\p{L}\p{N}\uFFFC]+/gu;

/**
 * A text that is asked how much of others it holds. Most blocks stand in it whole and in order, which the engine's own
 * search tells at once; the rest is looked up in pieces, and on long pages in a trace.
 */
export class HeldText {
  readonly #texts: readonly string[];
  readonly #text: string;
  #from = 0;
  #left = budget;
  #trace: TextTrace | null = null;

  constructor(texts: readonly string[]) {
    this.#texts = texts;
    this.#text = texts.join('\n').replace(notLetters, '');
  }

  compare(text: string, isCode: boolean): TextShare {
    const plain = text.replace(notLetters, '');
    const letters = plain.length;
    if (letters < 8 || this.#holds(plain)) return { letters, missing: 0 };
    if (isCode || plain.includes(gap) || this.#left <= 0) return this.#traced().compare(text, isCode);
    return { letters, missing: this.#missingPieces(plain) };
  }

  #holds(plain: string): boolean {
    let at = this.#text.indexOf(plain, this.#from);
    this.#left -= at < 0 ? this.#text.length - this.#from : at - this.#from;
    if (at < 0 && this.#left > 0) {
      at = this.#text.indexOf(plain);
      this.#left -= this.#from;
    }
    if (at < 0) return false;
    this.#from = at + plain.length;
    return true;
  }

  #missingPieces(plain: string): number {
    let pieces = 0;
    let missing = 0;
    for (let at = 0; at + 8 <= plain.length; at += chunk) {
      pieces += 1;
      if (this.#text.includes(plain.slice(at, at + chunk))) continue;
      missing += 1;
      this.#left -= this.#text.length;
    }
    return missing / pieces;
  }

  #traced(): TextTrace {
    this.#trace ??= new TextTrace(this.#texts);
    return this.#trace;
  }
}
