import { wordCharacter } from './characters.ts';
import { fold } from './fold.ts';
import { flagTerm, joinedTerm, pairTerm } from './composite-terms.ts';
import type { Run } from './scan.ts';

/**
 * What several runs, and the punctuation between them, mean together:
 *
 * - `number`: `10.0.0.0/8`, `v1.20.3`, `2024-03-01`: their parts alone are too common to find anything by;
 * - `amount`: `1,000,000` is 1000000;
 * - `symbol`: `C++`, `F#`, `C++17`;
 * - `flag`: an option of a command, `-xzvf`, `--no-pager`;
 * - `pair`: two words joined by punctuation (`context.WithTimeout`, `std::move`), as a number: see `pairTerm`;
 * - `joined`: `Wi-Fi`, `Node.js`, `Vue 3` and (of titles) `file system`, as they are written in one word.
 */
export type CompositeKind = 'number' | 'amount' | 'symbol' | 'flag' | 'pair' | 'joined';

export type CompositeSink = (kind: CompositeKind, term: string, start: number, end: number) => void;

const pairGaps = new Set(['.', ':', '::', '->', '-', '/', '@']);
const numberGaps = new Set(['.', ':', '/', '-']);
const amountGaps = new Set([',', "'", '’']);
const digits = /^\d+$/u;
const version = /^v?\d+$/iu;
const latinWord = /^\p{Script=Latin}[\p{Script=Latin}\d]*$/u;
/** With a dot before it, the end of a product's name. */
const nameEnding = /^(?:js|ts|io|net|ai|py|rs|go|sh|dev|cli|css)$/u;
const capitalised = /^\p{Lu}/u;
/** What may stand before the dash of an option. */
const beforeFlag = /[\s"'`“‘([{<|,;:=：，。、（「\p{Script=Han}]/u;
const longest = 40;

const space = 0x20;
const hyphen = 0x2d;

/** What a joined name goes on with: hyphens and the dot. */
function goesOn(code: number): boolean {
  return code === hyphen || code === 0x2e || code === 0x2010 || code === 0x2011;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

interface Chain {
  text: string;
  start: number;
  end: number;
  parts: number;
}

/** Recognises composites in a text's runs, given one after the other. `spaced`: names of two words count as one too. */
export class CompositeScanner {
  #before: Run | null = null;
  #beforeFolded = '';
  #number: Chain | null = null;
  #amount: Chain | null = null;
  #flag: Chain | null = null;
  #joined: Chain | null = null;

  constructor(
    readonly text: string,
    readonly spaced: boolean,
    readonly sink: CompositeSink,
  ) {}

  /** The next run, and how it folds. */
  take(run: Run, folded: string): void {
    if (run.kind !== wordCharacter) {
      this.end();
      return;
    }
    if (this.#isPlain(run, folded)) {
      this.#before = run;
      this.#beforeFolded = folded;
      return;
    }
    const before = this.#before;
    const gap = before === null || run.start - before.end > 2 ? null : this.text.slice(before.end, run.start);
    const digit = isDigit(run.text.charCodeAt(run.text.length - 1));
    if (digit || this.#number !== null || this.#amount !== null) this.#takeNumber(run, gap);
    this.#takeSymbol(run, gap, folded);
    if (!this.#takeFlag(run, gap, folded)) this.#takeJoined(run, gap, folded);
    if (
      before !== null &&
      gap !== null &&
      pairGaps.has(gap) &&
      before.text.length > 1 &&
      run.text.length > 1
    ) {
      this.sink('pair', pairTerm(this.#beforeFolded, folded), before.start, run.end);
    }
    this.#before = run;
    this.#beforeFolded = folded;
  }

  /** Most words: after a space or at the beginning, with nothing under way and nothing that could begin. */
  #isPlain({ text, start, end }: Run, folded: string): boolean {
    const isOpen =
      this.#number !== null || this.#amount !== null || this.#flag !== null || this.#joined !== null;
    if (isOpen || this.spaced || folded.length < 2 || isDigit(text.charCodeAt(text.length - 1))) return false;
    const ahead = this.text.charCodeAt(start - 1);
    if (this.#before !== null && !(this.#before.end === start - 1 && ahead === space)) return false;
    return ahead !== hyphen && !goesOn(this.text.charCodeAt(end));
  }

  /** No run follows, or none that goes on from the last. */
  end(): void {
    this.#endNumber();
    this.#endFlag();
    this.#endJoined();
    this.#before = null;
  }

  #takeNumber(run: Run, gap: string | null): void {
    const isDigits = digits.test(run.text);
    if (this.#number !== null && isDigits && gap !== null && numberGaps.has(gap)) {
      extend(this.#number, gap, run);
      this.#amount = null;
    } else if (
      this.#amount !== null &&
      isDigits &&
      run.text.length === 3 &&
      gap !== null &&
      amountGaps.has(gap)
    ) {
      extend(this.#amount, '', run);
      this.#number = null;
    } else {
      this.#endNumber();
      if (version.test(run.text)) this.#number = chainOf(run, run.text);
      if (/^\d{1,3}$/u.test(run.text)) this.#amount = chainOf(run, run.text);
    }
  }

  #endNumber(): void {
    const [number, amount] = [this.#number, this.#amount];
    this.#number = null;
    this.#amount = null;
    if (amount !== null && amount.parts > 1) this.sink('amount', amount.text, amount.start, amount.end);
    if (number === null || number.parts < 2) return;
    const term = number.text.toLowerCase();
    this.sink('number', term, number.start, number.end);
    if (term.startsWith('v')) this.sink('number', term.slice(1), number.start, number.end);
    // So is each of those that a colon or slash joins: an address without its port, the sides of a ratio.
    const sides = term.split(/[:/]/u);
    if (sides.length === 1) return;
    let start = number.start;
    for (const side of sides) {
      if (/\d[.-]\d/u.test(side)) this.sink('number', side, start, start + side.length);
      start += side.length + 1;
    }
  }

  #takeSymbol(run: Run, gap: string | null, folded: string): void {
    const before = this.#before;
    if (
      before !== null &&
      this.#beforeFolded.length === 1 &&
      (gap === '++' || gap === '#') &&
      /^\d{1,2}$/u.test(run.text)
    ) {
      this.sink('symbol', `${this.#beforeFolded}${gap}${run.text}`, before.start, run.end);
      this.sink('symbol', this.#beforeFolded + gap, before.start, run.start);
    }
    if (folded.length !== 1 || !/^[a-z]$/u.test(folded)) return;
    const sign = this.text.startsWith('++', run.end) ? '++' : this.text[run.end] === '#' ? '#' : null;
    if (sign === null || /[\p{L}\p{N}_]/u.test(this.text[run.end + sign.length] ?? '')) return;
    this.sink('symbol', folded + sign, run.start, run.end + sign.length);
  }

  /** Whether the run belongs to an option. */
  #takeFlag(run: Run, gap: string | null, folded: string): boolean {
    if (this.#flag !== null && gap === '-') {
      extend(this.#flag, '-', { ...run, text: folded });
      return true;
    }
    this.#endFlag();
    if (this.text[run.start - 1] !== '-' || !/^\p{L}/u.test(run.text)) return false;
    const dashes = this.text[run.start - 2] === '-' ? '--' : '-';
    const ahead = this.text[run.start - dashes.length - 1];
    if (ahead !== undefined && !beforeFlag.test(ahead)) return false;
    this.#flag = { ...chainOf(run, dashes + folded), start: run.start - dashes.length };
    this.#endJoined();
    return true;
  }

  #endFlag(): void {
    const flag = this.#flag;
    this.#flag = null;
    if (flag !== null) this.sink('flag', flagTerm(flag.text).slice(0, longest), flag.start, flag.end);
  }

  #takeJoined(run: Run, gap: string | null, folded: string): void {
    const before = this.#before;
    const chain = this.#joined;
    if (chain === null && gap !== ' ' && !goesOn(this.text.charCodeAt(run.end))) return;
    const isNext = /^[\p{Script=Latin}\d]+$/u.test(run.text);
    if (chain !== null && isNext && (gap === '-' || gap === '\u2010' || gap === '\u2011')) {
      extend(chain, '', { ...run, text: folded });
      return;
    }
    if (chain !== null && chain.parts === 1 && isNext && gap === '.' && nameEnding.test(folded)) {
      extend(chain, '', { ...run, text: folded });
      this.#endJoined();
      return;
    }
    this.#endJoined();
    if (before !== null && gap === ' ' && isNext && latinWord.test(before.text) && before.text.length > 1) {
      const numbered = capitalised.test(before.text) && /^\d{1,2}$/u.test(run.text);
      if (numbered || (this.spaced && run.text.length > 1)) {
        this.#join(this.#beforeFolded + folded, before.start, run.end);
      }
    }
    this.#joined =
      goesOn(this.text.charCodeAt(run.end)) && latinWord.test(run.text) ? chainOf(run, folded) : null;
  }

  #endJoined(): void {
    const chain = this.#joined;
    this.#joined = null;
    if (chain !== null && chain.parts > 1) this.#join(chain.text, chain.start, chain.end);
  }

  #join(word: string, start: number, end: number): void {
    if (word.length >= 4 && word.length <= longest) this.sink('joined', joinedTerm(word), start, end);
  }
}

function chainOf(run: Run, text: string): Chain {
  return { text, start: run.start, end: run.end, parts: 1 };
}

function extend(chain: Chain, gap: string, run: Run): void {
  chain.text += gap + run.text;
  chain.end = run.end;
  chain.parts += 1;
}

/** Folded and without what joins its parts, so that `snake_case` and `snakeCase` are one. */
export function wordTerm(word: string): string {
  return fold(word).replaceAll('_', '');
}
