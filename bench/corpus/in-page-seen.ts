/** A line of text as a person sees it on the page: what stands between two breaks of blocks, cells or lines. */
export interface SeenLine {
  readonly text: string;
  /** Where the line is mostly a link, its address. */
  readonly link: string | null;
  readonly inHeading: boolean;
}

export interface SeenPage {
  readonly lines: readonly SeenLine[];
  /** Code as it is laid out: every outermost `pre`, and every run of blocks that the style sheet sets as code. */
  readonly code: readonly string[];
  /** Titles of the pages before, after and above this one, as the head states them. */
  readonly neighbours: readonly string[];
}

const unread = /^(?:script|style|template|noscript|head|title|svg|math|iframe|object|video|audio|select)$/i;
/** Line numbers: not the author's, however they are made. */
const gutter = /(?:^|\s)(?:lineno|linenos|lineno(?:div|s)|line-numbers|gutter)(?:\s|$)/;

class Reader {
  readonly lines: SeenLine[] = [];
  readonly code: string[] = [];
  #text = '';
  #linked = 0;
  #link: string | null = null;
  #heading = false;
  /** The element after whose last line laid-out code goes on, as Doxygen writes each line in a block of its own. */
  #codeParent: Element | null = null;

  read(node: Node, link: string | null, heading: boolean, inCode: boolean): void {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) this.#add(child.nodeValue ?? '', link, heading);
      else if (child.nodeType === 1) this.#element(child as Element, link, heading, inCode);
    }
  }

  #element(element: Element, link: string | null, heading: boolean, inCode: boolean): void {
    if (unread.test(element.tagName)) return;
    if (/^br$/i.test(element.tagName)) return this.end();
    const style = getComputedStyle(element);
    if (style.display === 'none' || style.visibility === 'hidden' || isGutter(element, style)) return;
    const isCode = !inCode && isLaidOutAsCode(element, style);
    if (isCode) this.#addCode(element);
    const breaks = !/^(?:inline$|contents|ruby)/.test(style.display);
    if (breaks) this.end();
    const inner = element.matches('a[href]') ? element.getAttribute('href') : link;
    this.read(element, inner, heading || /^h[1-6]$/i.test(element.tagName), inCode || isCode);
    if (breaks) this.end();
  }

  #addCode(element: Element): void {
    const text = codeOf(element);
    if (!/\S/.test(text)) return;
    const goesOn = !element.matches('pre') && this.#codeParent === element.parentElement;
    if (goesOn) this.code.push(`${this.code.pop() ?? ''}\n${text}`);
    else this.code.push(text);
    this.#codeParent = element.matches('pre') ? null : element.parentElement;
  }

  #add(text: string, link: string | null, heading: boolean): void {
    const parts = text.split('\n');
    for (const part of parts) {
      this.#text += this.#text === '' ? part : ` ${part}`;
      if (link !== null && /\S/.test(part)) {
        this.#linked += part.trim().length;
        this.#link ??= link;
      }
    }
    this.#heading ||= heading;
  }

  end(): void {
    const text = this.#text.replace(/\s+/g, ' ').trim();
    if (text !== '') {
      const whole = this.#linked * 10 >= text.length * 6;
      this.lines.push({ text, link: whole ? this.#link : null, inHeading: this.#heading });
    }
    this.#text = '';
    this.#linked = 0;
    this.#link = null;
    this.#heading = false;
  }
}

function isGutter(element: Element, style: CSSStyleDeclaration): boolean {
  return (
    gutter.test(element.className) || (style.userSelect === 'none' && /^[\d\s]+$/.test(element.textContent))
  );
}

function isLaidOutAsCode(element: Element, style: CSSStyleDeclaration): boolean {
  if (element.matches('pre')) return true;
  return (
    style.display === 'block' &&
    style.whiteSpace.startsWith('pre') &&
    /\bmonospace\b|courier|\bmono\b/i.test(style.fontFamily)
  );
}

function codeOf(element: Element): string {
  let text = '';
  const walk = (node: Node): void => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) text += child.nodeValue ?? '';
      else if (child.nodeType === 1) {
        const inner = child as Element;
        const style = getComputedStyle(inner);
        if (style.display === 'none' || isGutter(inner, style)) continue;
        if (inner.matches('br')) text += '\n';
        walk(inner);
        if (style.display === 'block' && !text.endsWith('\n')) text += '\n';
      }
    }
  };
  walk(element);
  return text;
}

/** What a person sees of the page: truth that no author has to write. */
export default (): SeenPage => {
  const reader = new Reader();
  reader.read(document.body, null, false, false);
  reader.end();
  const neighbours = [...document.querySelectorAll('link[rel][title]')]
    .filter((link) =>
      /\b(?:next|prev|previous|up|start|contents|index|search|top|author|copyright)\b/i.test(
        link.getAttribute('rel') ?? '',
      ),
    )
    .map((link) => link.getAttribute('title') ?? '');
  return { lines: reader.lines, code: reader.code, neighbours };
};
