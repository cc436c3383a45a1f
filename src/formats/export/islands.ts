/**
 * Marks in a tree that stand for pieces of HTML in its Markdown: what Markdown has no form for is exported as the HTML
 * that it is, and read back. A mark is text of private-use characters, which no rule of Markdown touches.
 */
export class Islands {
  /** What no text of a page may hold: it would pull in another's piece. */
  static readonly signs: readonly string[] = ['\uE0F0', '\uE0F1'];
  readonly #pieces: string[] = [];

  constructor(private readonly document: Document) {}

  /** A piece within text. */
  inline(html: string): Text {
    return this.document.createTextNode(this.mark(html));
  }

  /** A piece on a line of its own. */
  block(html: string): HTMLElement {
    const line = this.document.createElement('p');
    line.textContent = this.mark(html);
    return line;
  }

  mark(html: string): string {
    this.#pieces.push(html);
    return `${opening}${this.#pieces.length - 1}${closing}`;
  }

  /** The Markdown with the pieces in the places of their marks; of a piece of many lines, each as deep as the first. */
  fill(markdown: string): string {
    return markdown.replaceAll(marks, (_mark, before: string, index: string) => {
      const deeper = before.replaceAll(/[^>\s]/g, ' ');
      return before + (this.#pieces[Number(index)] ?? '').replaceAll('\n', `\n${deeper}`);
    });
  }
}

const opening = '\uE0F0';
const closing = '\uE0F1';
/** With what stands before it in its line where that is only the markers of quotes and lists. */
const marks = new RegExp(`((?:^[ >]*(?:(?:[-*+]|\\d+[.)])[ ]+[ >]*)*)?)${opening}(\\d+)${closing}`, 'gm');
