import { inPlace } from '../blocks/notes-in-place.ts';
import { hiddenMark } from '../copy/mark-hidden.ts';
import { gap } from './text-trace.ts';
import type { PageCopy } from '../copy/page-copy.ts';

/** A block of what the untouched page shows: a paragraph, a cell, an item, a heading, a code block. */
export interface Entry {
  readonly element: Element;
  readonly text: string;
  /** Characters of it in links. */
  readonly linked: number;
  readonly isCode: boolean;
  /** What a block of code stands in, from the inside: steps write it anew, with what is round it alone. */
  readonly within?: readonly Element[];
}

/** What has no words of its own: a picture or a formula. */
export interface Piece {
  readonly kind: 'image' | 'formula';
  readonly element: Element;
  /** What it stood in: steps replace the element itself. */
  readonly within: Element | null;
  /** Number of the entry in which it stands, or before which. */
  readonly at: number;
  /** Whether no other picture stands beside it, for which it could stand in. */
  readonly isAlone: boolean;
}

/** What the page showed before any step touched it. */
export interface Ledger {
  readonly entries: readonly Entry[];
  readonly pieces: readonly Piece[];
}

/** Of a page that could not be entered. */
export const emptyLedger: Ledger = { entries: [], pieces: [] };

const blocks = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'.split(
    ' ',
  ),
);
const unread = new Set(
  'SCRIPT STYLE TEMPLATE NOSCRIPT HEAD BUTTON SELECT TEXTAREA OPTION IFRAME OBJECT CANVAS VIDEO AUDIO svg math MJX-CONTAINER MJX-ASSISTIVE-MML'.split(
    ' ',
  ),
);
const formulas = '.katex, mjx-container, script[type^="math/tex"], .mwe-math-element';
const unshown =
  '[hidden], [aria-hidden="true"], [style*="display:none"], [style*="display: none"], .sr-only, .visually-hidden, .screen-reader-text, .screen-reader-only, .katex, .MathJax, .MathJax_Display, .MathJax_Preview, .mwe-math-element, .mermaid';

/** An element that the walk is in. */
interface Open {
  readonly element: Element;
  readonly inLink: boolean;
  readonly isBlock: boolean;
}

/** Nodes that are entered before the walk rests. */
const many = 5_000;

/** Enters what a page shows. To be opened before any step, since only then nothing is lost. Rests between. */
export function* openLedger({ body }: PageCopy): Generator<string, Ledger> {
  const hidden = new Set<Element>(body.querySelectorAll(`${unshown}, [${hiddenMark}]`));
  const entries: Entry[] = [];
  const pieces: Piece[] = [];
  const drawn = new Set<Element>(body.querySelectorAll(formulas));
  let text = '';
  let linked = 0;
  const close = (element: Element): void => {
    if (text !== '') entries.push({ element, text, linked, isCode: false });
    text = '';
    linked = 0;
  };
  /** Null where the walk goes round the element. */
  const enter = (element: Element, parent: Open): Open | null => {
    const name = element.tagName;
    if (name === 'IMG') {
      if (!hidden.has(element)) pieces.push(pieceOf('image', element, entries.length));
    } else if (drawn.has(element) && !isSourceOfDrawn(element))
      pieces.push(pieceOf('formula', element, entries.length));
    if (unread.has(name) || hidden.has(element)) {
      if (text !== '' && !text.endsWith(gap)) text += gap;
      return null;
    }
    if (name === 'PRE') {
      close(parent.element);
      const code = codeOf(element);
      if (!/^[\d\s]*$/.test(code))
        entries.push({ element, text: code, linked: 0, isCode: true, within: around(element) });
      return null;
    }
    const isBlock = blocks.has(name) || ((name === 'SPAN' || name === 'SMALL') && element.matches(inPlace));
    if (isBlock) close(parent.element);
    return { element, inLink: parent.inLink || name === 'A', isBlock };
  };
  const outer: Open[] = [];
  let place: Open = { element: body, inLink: false, isBlock: true };
  let node = body.firstChild;
  for (let seen = 1; ; seen++) {
    if (seen % many === 0) yield 'ledger';
    if (node === null) {
      if (place.isBlock) close(place.element);
      const parent = outer.pop();
      if (parent === undefined) return { entries, pieces };
      node = place.element.nextSibling;
      place = parent;
      continue;
    }
    if (node.nodeType === 3) {
      const value = node.nodeValue ?? '';
      if (/\S/.test(value)) {
        text += value;
        if (place.inLink) linked += value.length;
      }
    } else if (node instanceof Element) {
      const inner = enter(node, place);
      if (inner !== null) {
        outer.push(place);
        place = inner;
        node = node.firstChild;
        continue;
      }
    }
    node = node.nextSibling;
  }
}

/** Whether a script holds the source of the formula that is drawn before it. */
function isSourceOfDrawn(element: Element): boolean {
  const before = element.tagName === 'SCRIPT' ? element.previousElementSibling : null;
  return before !== null && (before.matches(formulas) || before.querySelector(formulas) !== null);
}

function pieceOf(kind: Piece['kind'], element: Element, at: number): Piece {
  const beside = [element.previousElementSibling, element.nextElementSibling];
  const isAlone = !beside.some((each) => each?.matches('img, picture, noscript, amp-img') === true);
  return { kind, element, within: element.parentElement, at, isAlone };
}

/** How far up. */
const levels = 6;

function around(element: Element): readonly Element[] {
  const found: Element[] = [];
  for (let each = element.parentElement; each !== null && found.length < levels; each = each.parentElement)
    found.push(each);
  return found;
}

/** Without lines that are there to be run and not to be read; a block of nothing but numbers is the margin of another. */
function codeOf(pre: Element): string {
  let code = codeWithoutBar(pre);
  for (const line of pre.querySelectorAll('.boring')) code = code.replace(line.textContent ?? '', '');
  return code;
}

/** Letters of a language or a file's name. */
const longestLabel = 40;

/** Without the label and the buttons that stand in the `pre` beside its one `code`. */
function codeWithoutBar(pre: Element): string {
  const whole = pre.textContent ?? '';
  const [code, ...others] = pre.getElementsByTagName('code');
  if (code === undefined || others.length > 0) return whole;
  const own = code.textContent ?? '';
  let beside = whole.length - own.length;
  if (beside === 0) return whole;
  for (const button of pre.getElementsByTagName('button'))
    if (!code.contains(button)) beside -= (button.textContent ?? '').length;
  return beside <= longestLabel ? own : whole;
}
