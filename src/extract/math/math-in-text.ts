import type { PageCopy } from '../copy/page-copy.ts';
import { mathElement, type MathKind } from './math-element.ts';

const engine = /mathjax|katex|tex-mml|tex-svg|tex-chtml|renderMathInElement|tex2jax|inlineMath/i;
const skipped = 'pre, code, kbd, samp, script, style, textarea, [data-math], svg';

/**
 * Formulas still in their delimiters, on pages that load a renderer for them (it has not run, or was not let). A
 * formula may be broken over `<br>` or `<em>` by the page's own Markdown; text is joined up to the closing delimiter.
 */
export function mathInText({ body, document, rules }: PageCopy): void {
  const text = body.textContent ?? '';
  if (!/\$|\\\(|\\\[|\\begin\{/.test(text)) return;
  const isRendered = hasEngine(document);
  const containers = new Set<Element>();
  const walker = document.createTreeWalker(body, 4);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!/\$|\\[([]|\\begin\{/.test(node.nodeValue ?? '')) continue;
    const parent = node.parentElement;
    if (parent !== null && parent.closest(skipped) === null) containers.add(blockOf(parent));
  }
  for (const container of containers) {
    if ((isRendered || isDisplayed(container)) && convert(container, document)) rules.add('math/text');
  }
}

/** A paragraph of nothing but a formula between `$$`, on a page that loads no renderer. */
function isDisplayed(container: Element): boolean {
  const formula = /^\s*\$\$([^$]*)\$\$\s*$/.exec(container.textContent ?? '')?.[1];
  return formula !== undefined && /\\[a-z]{2}/i.test(formula);
}

function hasEngine(document: Document): boolean {
  if (document.querySelector('[data-math], .katex, mjx-container, link[href*="katex" i]') !== null)
    return true;
  for (const script of document.scripts) {
    if (
      engine.test(script.getAttribute('src') ?? '') ||
      engine.test((script.textContent ?? '').slice(0, 20_000))
    )
      return true;
  }
  return false;
}

const inlineTags = new Set([
  'EM',
  'STRONG',
  'I',
  'B',
  'SPAN',
  'A',
  'SUB',
  'SUP',
  'FONT',
  'DEL',
  'S',
  'MARK',
  'U',
  'SMALL',
]);

function blockOf(element: Element): Element {
  let block = element;
  while (inlineTags.has(block.tagName) && block.parentElement !== null) block = block.parentElement;
  return block;
}

interface Piece {
  readonly node: Text | Element;
  readonly text: string;
}

/** Replaces formula by formula, since each replacement moves the text that follows. */
function convert(container: Element, document: Document): boolean {
  let changed = false;
  let from = 0;
  for (let guard = 0; guard < 5000; guard++) {
    const pieces = piecesOf(container);
    const text = pieces.map((piece) => piece.text).join('');
    const match = nextFormula(text, from);
    if (match === null) return changed;
    const range = document.createRange();
    const start = placeAt(pieces, match.start, false);
    const end = placeAt(pieces, match.end, true);
    if (start === null || end === null) return changed;
    range.setStart(...start);
    range.setEnd(...end);
    range.deleteContents();
    range.insertNode(mathElement(document, match.latex, match.kind));
    changed = true;
    from = match.start + 1;
  }
  return changed;
}

/**
 * `a_1 + b_1` reaches the page as `a<em>1 + b</em>1`, so that emphasis gives back its underscores. Opaque pieces (code, formulas, images, other blocks) count as one character that no
 * formula contains.
 */
function piecesOf(container: Element): readonly Piece[] {
  const pieces: Piece[] = [];
  const visit = (parent: Element): void => {
    for (const child of parent.childNodes) {
      if (child instanceof Text) pieces.push({ node: child, text: child.data });
      else if (child instanceof Element) {
        if (child.tagName === 'BR') pieces.push({ node: child, text: '\n' });
        else if (inlineTags.has(child.tagName) && !child.matches(skipped)) {
          const eaten = child.tagName === 'EM' ? delimiterOf(child) : '';
          pieces.push({ node: child, text: eaten });
          visit(child);
          pieces.push({ node: child, text: eaten });
        } else pieces.push({ node: child, text: '\ufffc' });
      }
    }
  };
  visit(container);
  return pieces;
}

/** An asterisk where emphasis follows a closed factor and begins with another (`2*x`), else an underscore. */
function delimiterOf(emphasis: Element): string {
  const before = (emphasis.previousSibling?.textContent ?? '').slice(-1);
  return /[\d)}]/.test(before) && /^[a-z(\\]/i.test(emphasis.textContent ?? '') ? '*' : '_';
}

function placeAt(pieces: readonly Piece[], offset: number, end: boolean): [Node, number] | null {
  let position = 0;
  for (const { node, text } of pieces) {
    const next = position + text.length;
    if (end ? offset <= next : offset < next) {
      if (node instanceof Text) return [node, offset - position];
      const parent = node.parentNode;
      if (parent === null) return null;
      return [parent, [...parent.childNodes].indexOf(node) + (end ? 1 : 0)];
    }
    position = next;
  }
  return null;
}

interface Formula {
  readonly start: number;
  readonly end: number;
  readonly latex: string;
  readonly kind: MathKind;
}

const opening =
  /\$\$|\\\[|\\\(|\\begin\{(equation|align|gather|multline|eqnarray|cases|matrix|pmatrix|split)\*?\}|(?<![\\$])\$(?![\s$])/g;

function nextFormula(text: string, from: number): Formula | null {
  opening.lastIndex = from;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const open = match[0];
    const start = match.index;
    const body = start + open.length;
    const [pattern, kind] = closingOf(open, match[1]);
    pattern.lastIndex = body;
    const close = pattern.exec(text);
    if (close === null) continue;
    const inner = open.startsWith('\\begin')
      ? text.slice(start, close.index + close[0].length)
      : text.slice(body, close.index);
    if (inner.includes('\ufffc') || inner.trim() === '' || (open === '$' && !isFormula(inner))) continue;
    return {
      start,
      end: close.index + close[0].length,
      latex: inner.replace(/(?<!\\)\\(?=\s*\n)/g, '\\\\'),
      kind,
    };
  }
  return null;
}

function closingOf(open: string, environment: string | undefined): readonly [RegExp, MathKind] {
  if (open === '$$') return [/\$\$/g, 'block'];
  if (open === '\\[') return [/\\\]/g, 'block'];
  if (open === '\\(') return [/\\\)/g, 'inline'];
  if (environment !== undefined) return [new RegExp(`\\\\end\\{${environment}\\*?\\}`, 'g'), 'block'];
  return [/(?<![\\\s])\$(?!\d)/g, 'inline'];
}

/** `$` is also a currency and a shell variable. */
function isFormula(inner: string): boolean {
  if (inner.length > 400 || /\n\s*\n/.test(inner)) return false;
  return /[\\^_={}<>+*/|]|^[\w.,' -]{1,12}$|[α-ωΑ-Ω]/.test(inner) && !/[\u3000-\u9fff]{4}/.test(inner);
}
