import { outerOf } from './despite-form.ts';

const textTags = new Set(['DIV', 'SPAN', 'P', 'SECTION', 'TD', 'FIGURE']);
const tableNamed = /table|row|cell|col|grid|head|tr|td/i;
const named = /code|line|highlight|fragment|snippet|terminal|console|editor|listing|verbatim|syntax/i;
/** What is left out of code where it cannot be selected: numbers and prompts (code-furniture.ts). */
const number = /^[\s\d.:|]*$|^\s*(?:[$#%>❯➜]|>>>|\.\.\.|PS>)\s*$/u;

type Question = 'code' | 'number' | 'cells' | 'text' | 'block';

/**
 * What style sheets say of the live page's elements and later steps have to know, as styles for the copy's own elements:
 * where white space counts and in which font (code without a `<pre>`), cells of tables that are none, and what cannot be
 * selected in code. Elements of the same classes in the same place are asked once.
 */
export class RenderedStyles {
  readonly #view: Window;
  readonly #known = new Map<string, string>();
  readonly #placeOf = new Map<Element, number>();
  readonly #places = new Map<string, number>();

  constructor(view: Window) {
    this.#view = view;
  }

  /** For an element that is not within `<pre>` or `<code>`. */
  of(element: Element, tag: string, classes: string): string {
    if (tag === 'CODE' || tag === 'SAMP' || tag === 'TT') return this.#ask(element, 'code');
    if (classes !== '' && !tag.startsWith('T') && tableNamed.test(classes)) {
      const cells = this.#ask(element, 'cells');
      if (cells !== '') return cells;
    }
    if (tag.includes('-')) return this.#ask(element, 'block');
    if (tag === 'PRE' || !((classes !== '' && named.test(classes)) || hasLinesOfItsOwn(element, tag)))
      return '';
    return this.#ask(element, 'text');
  }

  ofWordInCode(element: Element | undefined): string {
    return element !== undefined && isShortLeaf(element) && number.test(element.textContent ?? '')
      ? this.#ask(element, 'number')
      : '';
  }

  #ask(element: Element, question: Question): string {
    const key = `${question} ${String(this.#place(element))} ${element.getAttribute('style') ?? ''}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const answer = answerOf(question, this.#view.getComputedStyle(element));
    this.#known.set(key, answer);
    return answer;
  }

  /** A number for the names and classes of an element and of all round it. */
  #place(element: Element): number {
    const known = this.#placeOf.get(element);
    if (known !== undefined) return known;
    const outer = outerOf(element);
    const [tag, classes] = [element.localName, Element.prototype.getAttribute.call(element, 'class') ?? ''];
    const key = `${outer !== null ? String(this.#place(outer)) : ''} ${typeof tag === 'string' ? tag : ''} ${classes}`;
    const place = this.#places.get(key) ?? this.#places.size + 1;
    this.#places.set(key, place);
    this.#placeOf.set(element, place);
    return place;
  }
}

function answerOf(question: Question, style: CSSStyleDeclaration): string {
  switch (question) {
    case 'code':
      return `${whiteSpace(style)}${style.display.startsWith('inline') ? '' : 'display:block;'}`;
    case 'number':
      return style.userSelect === 'none' ? 'user-select:none;' : '';
    case 'block':
      return /^(?:block|flex|grid|list-item|flow-root)$/.test(style.display) ? 'display:block;' : '';
    case 'cells':
      return style.display.startsWith('table-') ? `display:${style.display};` : '';
    case 'text': {
      const space = whiteSpace(style);
      return space !== '' && isMonospaced(style.fontFamily) ? `${space}font-family:monospace;` : '';
    }
  }
}

function whiteSpace({ whiteSpace: value }: CSSStyleDeclaration): string {
  return /^(pre|pre-wrap|break-spaces)$/.test(value) ? 'white-space:pre;' : '';
}

function isMonospaced(family: string): boolean {
  return /mono|consol|courier|menlo/i.test(family);
}

function isShortLeaf(element: Element): boolean {
  return element.firstElementChild === null && (element.firstChild?.nodeValue ?? '').length < 12;
}

/** Text of several lines directly in an element that usually holds words of one paragraph, or none. */
function hasLinesOfItsOwn(element: Element, tag: string): boolean {
  if (!textTags.has(tag)) return false;
  for (let node = element.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType !== 3) continue;
    const text = node.nodeValue ?? '';
    if (text.includes('\n') && text.trim().includes('\n')) return true;
  }
  return false;
}
