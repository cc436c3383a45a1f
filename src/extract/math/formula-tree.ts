import type { FormulaNode } from './mathml-to-latex.ts';

/** MathML as a formula's tree. */
export function treeOfMathMl(element: Element): FormulaNode {
  const name = element.localName.toLowerCase();
  const children = [...element.children].map((child) => treeOfMathMl(child));
  return {
    name,
    text: children.length === 0 ? (element.textContent ?? '') : '',
    children,
    attribute: (key) => element.getAttribute(key),
  };
}

/** What MathJax drew: SVG groups with `data-mml-node`, or `mjx-*` elements, whose glyphs name their characters. */
export function treeOfDrawing(element: Element): FormulaNode {
  const children = nodesIn(element);
  const variant = children.length === 0 ? glyphVariant(element) : null;
  const attribute = (key: string): string | null =>
    element.getAttribute(key) ?? (key === 'mathvariant' ? variant : null);
  return { name: nodeName(element) ?? 'mrow', text: glyphs(element), children, attribute };
}

function nodesIn(element: Element): readonly FormulaNode[] {
  return [...element.children].flatMap((child) =>
    nodeName(child) === null ? nodesIn(child) : [treeOfDrawing(child)],
  );
}

function nodeName(element: Element): string | null {
  const drawn = element.getAttribute('data-mml-node');
  if (drawn !== null) return drawn === 'TeXAtom' ? 'mrow' : drawn;
  return /^mjx-(m[a-z]+)$/.exec(element.localName)?.[1] ?? null;
}

function glyphs(element: Element): string {
  let text = '';
  for (const glyph of element.querySelectorAll('use[data-c], [data-c], mjx-c[class*="mjx-c"], text')) {
    const code =
      glyph.getAttribute('data-c') ?? /mjx-c([0-9A-F]+)/.exec(glyph.getAttribute('class') ?? '')?.[1];
    const point = code === undefined ? Number.NaN : Number.parseInt(code, 16);
    text += point <= 0x10_ff_ff ? String.fromCodePoint(point) : (glyph.textContent ?? '');
  }
  return text;
}

const fonts: Readonly<Record<string, string>> = {
  C: 'script',
  S: 'script',
  T: 'monospace',
  TT: 'monospace',
  M: 'monospace',
  B: 'bold',
  FR: 'fraktur',
  A: 'double-struck',
};

/** MathJax's glyphs are named after their font: `MJX-3-TEX-C-4F` is a calligraphic O. */
function glyphVariant(element: Element): string | null {
  const glyph = element.querySelector('use');
  const reference = glyph?.getAttribute('xlink:href') ?? glyph?.getAttribute('href') ?? '';
  return fonts[/-TEX-([A-Z]+)-/.exec(reference)?.[1] ?? ''] ?? null;
}
