import { discard } from '../account/leave-out.ts';
import type { PageCopy } from '../copy/page-copy.ts';
import { type FormulaInText, formulasIn } from './formulas-in-text.ts';
import { mathElement } from './math-element.ts';
import { replaceWithAll } from '../many-nodes.ts';

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

function convert(container: Element, document: Document): boolean {
  const pieces = piecesOf(container);
  const formulas = formulasIn(pieces.map((piece) => piece.text).join(''));
  putIn(formulas, pieces, document);
  return formulas.length > 0;
}

/** Puts the formulas in the places of their text, in one walk: each begins and ends in a text, and may take elements between. */
function putIn(formulas: readonly FormulaInText[], pieces: readonly Piece[], document: Document): void {
  let offset = 0;
  let next = 0;
  let open: FormulaInText | null = null;
  const begun = new Set<Element>();
  for (const { node, text } of pieces) {
    const end: number = offset + text.length;
    if (node instanceof Text) {
      const parts: (string | Element)[] = [];
      let from = Math.min(open?.end ?? offset, end);
      if (open !== null && open.end <= end) open = null;
      for (let formula = formulas[next]; open === null && formula !== undefined; formula = formulas[next]) {
        if (formula.start >= end) break;
        parts.push(
          text.slice(from - offset, formula.start - offset),
          mathElement(document, formula.latex, formula.kind),
        );
        begun.clear();
        next += 1;
        from = Math.min(formula.end, end);
        if (formula.end > end) open = formula;
      }
      parts.push(text.slice(from - offset));
      if (parts.length > 1 || from > offset) {
        const shown = parts.filter((part) => part !== '');
        replaceWithAll(node, shown);
      }
    } else if (open !== null) {
      if (node.tagName === 'BR' || begun.has(node)) discard(node);
      else begun.add(node);
    }
    offset = end;
  }
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

/**
 * An asterisk where emphasis follows a closed factor and begins with another (`2*x`), or where either of its ends cannot be
 * that of an index (`(*)`, `)*2`); else an underscore.
 */
function delimiterOf(emphasis: Element): string {
  const inner = emphasis.textContent ?? '';
  const before = (emphasis.previousSibling?.textContent ?? '').slice(-1);
  const after = (emphasis.nextSibling?.textContent ?? '').slice(0, 1);
  if (/[\d)}]/.test(before) && /^[a-z(\\]/i.test(inner)) return '*';
  return /[(,+]$/.test(before) || /^[),+]/.test(inner) || /[(,+]$/.test(inner) || /^[),+]/.test(after)
    ? '*'
    : '_';
}
