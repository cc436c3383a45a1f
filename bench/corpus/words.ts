const han = /[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]/;

/** Words of a text; a Chinese, Japanese or Korean character is one by itself. */
export function wordsOf(text: string): readonly string[] {
  const found =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}_]+/gu) ?? [];
  return found.flatMap((word) =>
    han.test(word)
      ? word
          .split(/([\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff])/)
          .filter((part) => part !== '')
      : [word],
  );
}

/** What two lines have in common that say the same. */
export function lineKey(line: string): string {
  return wordsOf(line).join(' ');
}

/** Runs of words of up to three: what is looked for in an article, so that a mark of a note in it costs nothing else. */
const longest = 3;

/** A text that can be asked which words of a line it has, in their order. */
export class HeldText {
  readonly #runs = new Set<string>();

  constructor(text: string) {
    const words = wordsOf(text);
    for (let length = 1; length <= longest; length++) {
      for (let at = 0; at + length <= words.length; at++)
        this.#runs.add(words.slice(at, at + length).join(' '));
    }
  }

  /** How many of the words stand in the text within a run of three, or with the whole line where it is shorter. */
  count(words: readonly string[]): number {
    const length = Math.min(longest, words.length);
    const held = words.map(() => false);
    for (let at = 0; at + length <= words.length; at++) {
      if (this.#runs.has(words.slice(at, at + length).join(' '))) held.fill(true, at, at + length);
    }
    return held.filter(Boolean).length;
  }
}
