/** Characters of a trace: as many must follow each other the same for a place to count as kept. */
const window = 8;

/** Stands in a text for what is not compared, such as a formula: no run goes over it. */
export const gap = '\uFFFC';
const gapUnit = 0xfffc;

/**
 * Remembers a text by hashes of all its runs of eight letters and digits, in a bitmap, so that it can be asked in linear
 * time how much of another text it holds, whatever white space, marks and order of blocks the two have.
 */
export class TextTrace {
  readonly #bits: Uint32Array;
  readonly #shift: number;

  constructor(texts: readonly string[]) {
    const length = texts.reduce((sum, text) => sum + text.length, 0);
    const power = Math.max(12, Math.ceil(Math.log2(length + 1)) + 4);
    this.#bits = new Uint32Array(2 ** (power - 5));
    this.#shift = 32 - power;
    let hash = 0;
    for (const text of texts) {
      for (let index = 0; index < text.length; index++) {
        const unit = text.charCodeAt(index);
        const letter = unit < 0x80 ? (ascii[unit] ?? 0) : letterOf(unit);
        if (letter === 0) continue;
        hash = (hash << 4) ^ Math.imul(letter, 0x9e3779b1);
        const bit = this.#bitOf(hash);
        const word = bit >>> 5;
        this.#bits[word] = (this.#bits[word] ?? 0) | (1 << (bit & 31));
      }
    }
  }

  /**
   * How many letters and digits a text has, and which share of its runs of eight is not in this one.
   * @param isCode whether its digits may be numbers of lines, which no run goes over
   */
  compare(text: string, isCode: boolean): TextShare {
    let hash = 0;
    let letters = 0;
    let run = 0;
    let runs = 0;
    let missing = 0;
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      const letter = unit < 0x80 ? (ascii[unit] ?? 0) : letterOf(unit);
      if (letter === 0) {
        if (unit === gapUnit) run = 0;
        continue;
      }
      letters += 1;
      if (isCode && letter <= 0x39) {
        run = 0;
        continue;
      }
      hash = (hash << 4) ^ Math.imul(letter, 0x9e3779b1);
      run += 1;
      if (run < window) continue;
      runs += 1;
      const bit = this.#bitOf(hash);
      if (((this.#bits[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0) missing += 1;
    }
    return { letters, missing: runs === 0 ? 0 : missing / runs };
  }

  #bitOf(hash: number): number {
    return Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> this.#shift;
  }
}

export interface TextShare {
  readonly letters: number;
  /** From 0, where all of it is held, to 1. Texts of fewer letters than a run are taken for held. */
  readonly missing: number;
}

/** The lower-case letter or digit of a UTF-16 unit; 0 for what is neither. */
function letterOf(unit: number): number {
  if (unit < 0x80) {
    if (unit >= 0x61 && unit <= 0x7a) return unit;
    if (unit >= 0x41 && unit <= 0x5a) return unit + 32;
    return unit >= 0x30 && unit <= 0x39 ? unit : 0;
  }
  if (unit < 0xc0 || (unit >= 0x2000 && unit < 0x2c00) || (unit >= 0x3000 && unit < 0x3040)) return 0;
  return unit >= 0xfe00 ? fullWidth(unit) : unit;
}

/** What most letters of a page are, in a table: the trace is made before the engine has compiled it. */
const ascii = Uint8Array.from({ length: 0x80 }, (_, unit) => letterOf(unit));

function fullWidth(unit: number): number {
  return unit >= 0xff01 && unit <= 0xff5e ? letterOf(unit - 0xfee0) : 0;
}
