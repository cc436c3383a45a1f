import { type TextShare, TextTrace, gap } from './text-trace.ts';

/** Characters that may be searched through in all before the trace is made, which costs once and nothing after. */
const budget = 20_000_000;
const chunk = 12;
/** White space and marks, which steps may change; a class of all letters of Unicode is ten times as dear. */
const notLetters =
  /[\s!-/:-@[-`{-~\u0080-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7\u2000-\u2bff\u3000-\u3004\u3008-\u3020\u3030\ue000-\uf8ff\ufe10-\ufe6f\ufeff\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]+/g;
const numbers = new RegExp(`[0-9${gap}]+`);

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
    if (this.#left <= 0) return this.#traced().compare(text, isCode);
    // No piece goes over what is not compared, or over what may be the number of a line.
    const runs = isCode ? plain.split(numbers) : plain.split(gap);
    const missing = this.#missingPieces(runs, isCode);
    return missing === null ? this.#traced().compare(text, isCode) : { letters, missing };
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

  /** Null where the search would take too long. */
  #missingPieces(runs: readonly string[], isCode: boolean): number | null {
    let pieces = 0;
    let missing = 0;
    for (const run of runs) {
      for (let at = 0; at + 8 <= run.length; at += chunk) {
        pieces += 1;
        // A line that names the file stands before the code, and beside it in the article.
        if (isCode && pieces === 1) continue;
        if (this.#left <= 0) return null;
        const found = this.#text.indexOf(run.slice(at, at + chunk));
        this.#left -= found < 0 ? this.#text.length : found;
        if (found < 0) missing += 1;
      }
    }
    return pieces === 0 ? 0 : missing / pieces;
  }

  #traced(): TextTrace {
    this.#trace ??= new TextTrace(this.#texts);
    return this.#trace;
  }
}
