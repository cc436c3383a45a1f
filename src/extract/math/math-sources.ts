import { readMarkup } from '../copy/read-markup.ts';
import { treeOfKatex } from './katex-tree.ts';
import { treeOfDrawing, treeOfMathMl } from './formula-tree.ts';
import type { MathKind } from './math-element.ts';
import { toLatex } from './mathml-to-latex.ts';

/** A renderer that leaves the LaTeX of its formulas in the page, and where. */
export interface MathSource {
  readonly name: string;
  readonly selector: string;
  readonly latex: (element: Element) => string | null;
  /** What the formula looks like, read back where its LaTeX is nowhere: not what was written, but no hole. */
  readonly drawn?: (element: Element) => string;
  readonly kind: (element: Element) => MathKind;
}

const displayed = (element: Element): MathKind =>
  element.matches(
    'math[display="block"], .display, .math-display, .katex-block, div, [display="true"], [display="block"], [data-math-style="display"], .katex-display',
  ) ||
  element.closest(
    '.katex-display, .katex-block, .math-display, .math.display, mjx-container[display="true"], .MathJax_Display, .equation',
  ) !== null
    ? 'block'
    : 'inline';
const text = (element: Element): string | null => element.textContent;
const annotation = (element: Element): string | null =>
  element.querySelector('annotation[encoding*="tex" i], annotation[encoding*="latex" i]')?.textContent ??
  null;
const attribute =
  (...names: readonly string[]) =>
  (element: Element): string | null =>
    names.map((name) => element.getAttribute(name)).find((value) => value !== null && value !== '') ?? null;

export const mathSources: readonly MathSource[] = [
  {
    name: 'stated',
    selector: '[data-math]:not([data-math="inline"], [data-math="block"])',
    latex: attribute('data-math'),
    kind: (element) =>
      element.matches('div, p, section, figure, .math-block, .math-display') ? 'block' : 'inline',
  },
  {
    name: 'formula-data',
    selector:
      '.ztext-math, [data-formula], span[data-tex], [data-equation], [data-katex], [data-latex]:not(mjx-container, mjx-container *), .ql-formula[data-value]',
    latex: attribute('data-tex', 'data-formula', 'data-equation', 'data-katex', 'data-latex', 'data-value'),
    kind: (element) =>
      element.matches('[data-display], .math-block, section, div, figure') ? 'block' : 'inline',
  },
  {
    name: 'katex',
    selector: '.katex',
    latex: annotation,
    drawn: (element) =>
      asTyped(toLatex(treeOfKatex(element.querySelector('.katex-html') ?? element))) ||
      (element.textContent ?? ''),
    kind: displayed,
  },
  {
    name: 'mathjax',
    selector: 'mjx-container',
    latex: (element) =>
      annotation(element) ?? attribute('data-latex', 'data-tex', 'alttext')(element) ?? latexInside(element),
    kind: displayed,
  },
  {
    name: 'mathjax-2',
    selector: '[data-mathml]',
    latex: (element) => {
      const markup = element.getAttribute('data-mathml') ?? '';
      const math = readMarkup(markup, element.ownerDocument, 'http://www.w3.org/1998/Math/MathML');
      return math === null ? null : (annotation(math) ?? toLatex(treeOfMathMl(math)));
    },
    kind: displayed,
  },
  { name: 'drawing', selector: 'svg:has([data-mml-node="math"])', latex: latexInside, kind: displayed },
  {
    name: 'mathml',
    selector: 'math',
    latex: (element) =>
      annotation(element) ?? attribute('alttext', 'data-latex')(element) ?? toLatex(treeOfMathMl(element)),
    kind: displayed,
  },
  {
    name: 'image',
    selector:
      'img[data-formula], img[eeimg], img.latex, img.ee_img, img.mathcode, img[src*="latex.codecogs"], img[src*="/equation?tex="], img[src*="math?tex="], img[src*="latex.php"], img.mwe-math-fallback-image-inline, img[alt^="$"][alt$="$"], img.math[alt], img.tex[alt], .math > p > img[alt]',
    latex: ofImage,
    kind: ofImageKind,
  },
  {
    name: 'distill',
    selector: 'd-math',
    latex: text,
    kind: (element) => (element.hasAttribute('block') ? 'block' : 'inline'),
  },
  { name: 'gitlab', selector: '[data-math-style]', latex: text, kind: displayed },
  { name: 'renderer', selector: 'math-renderer', latex: text, kind: displayed },
  {
    name: 'marked',
    selector:
      'span.math, div.math, .arithmatex, .math-container, .math-inline, .math-display, .katex-inline, .katex-block, tex-math, .math-tex, .mathjax-tex, code.math-inline, script[type="math/tex"], eq > equation',
    latex: (element) => withoutNumber(element) ?? annotation(element),
    kind: (element) =>
      element.localName === 'span' && !element.matches('.display') ? 'inline' : displayed(element),
  },
];

/** The text of an element without children; the number that Sphinx gives an equation is not its LaTeX. */
function withoutNumber(element: Element): string | null {
  const [number] = element.children;
  if (number === undefined) return element.textContent;
  if (element.children.length > 1 || !number.matches('.eqno')) return null;
  return (element.textContent ?? '').replace(number.textContent ?? '', '');
}

/** MathJax keeps the LaTeX only since version 4; before, it is read back from MathML for assistance or the drawing. */
function latexInside(element: Element): string | null {
  const stated = element
    .querySelector(':is(mjx-math, [data-mml-node="math"])[data-latex]')
    ?.getAttribute('data-latex');
  if (stated !== null && stated !== undefined) return stated;
  const assistive = element.querySelector('mjx-assistive-mml math, math');
  if (assistive !== null) return assistive.getAttribute('alttext') ?? toLatex(treeOfMathMl(assistive));
  const drawn = element.querySelector('[data-mml-node="math"], mjx-math');
  return drawn === null ? null : toLatex(treeOfDrawing(drawn));
}

function ofImage(image: Element): string | null {
  const data = image.getAttribute('data-formula');
  if (data !== null && data !== '') return data;
  const address = image.getAttribute('src') ?? image.getAttribute('data-src') ?? '';
  const query =
    /[?&](?:tex|latex)=([^&]*)/.exec(address)?.[1] ?? /codecogs\.com\/\w+\.latex\?([^]*)/.exec(address)?.[1];
  const alt = image.getAttribute('alt') || (image.getAttribute('title') ?? '');
  if (/^\$[^$]+\$$|^\$\$[^$]+\$\$$/.test(alt)) return alt.replaceAll('$', '').trim();
  if (alt.trim() !== '') return alt.replace(/^\{\\displaystyle ([\s\S]*)\}$/, '$1');
  if (query === undefined) return null;
  try {
    return decodeURIComponent(
      query.replaceAll('+', ' ').replaceAll('&space;', ' ').replaceAll('&plus;', '+'),
    );
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

function ofImageKind(image: Element): MathKind {
  const alone =
    image.parentElement !== null &&
    (image.parentElement.textContent ?? '').trim() === '' &&
    image.parentElement.children.length === 1;
  return image.getAttribute('eeimg') === '2' || (alone && image.parentElement?.tagName === 'P')
    ? 'block'
    : 'inline';
}

/** What people type by hand where a drawing has lost it: `a'`, `\\le`. */
function asTyped(latex: string): string {
  return latex
    .replace(/\^\{((?:\\prime ?)+)\}/g, (_all, primes: string) => primes.replace(/\\prime ?/g, "'"))
    .replace(/\\([lg])eq(?![a-z])/g, '\\$1e');
}
