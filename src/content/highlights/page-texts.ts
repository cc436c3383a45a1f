/** A piece of the page's text: a text node, or a formula, whatever it draws. */
export interface PageText {
  readonly node: Text | Element;
  readonly text: string;
}

/** What engines draw formulas into: their text is the drawing, and the article has the source. */
const formulas =
  '.katex, mjx-container, .MathJax, .MathJax_SVG, .MathJax_Preview, .mwe-math-element, math, .ztext-math, [data-tex], [data-formula], [data-latex], script[type^="math/tex"]';
const silent = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'TEXTAREA', 'SELECT', 'OPTION', 'TITLE']);

/** The page's text in document order, as far as it is shown and may be selected; one formula once. Nothing is changed. */
export function pageTexts(root: Node, formula: string): readonly PageText[] {
  const texts: PageText[] = [];
  const seen = new Map<Element, boolean>();
  const isShown = (element: Element): boolean => {
    const known = seen.get(element);
    if (known !== undefined) return known;
    const shown = canBeRead(element);
    seen.set(element, shown);
    return shown;
  };
  const walk = (node: Node): void => {
    if (node instanceof Text) {
      if (node.parentElement === null || isShown(node.parentElement)) texts.push({ node, text: node.data });
      return;
    }
    if (node instanceof Element) {
      if (node.matches(formulas)) {
        if (isShown(node) && texts.at(-1)?.text !== formula) texts.push({ node, text: formula });
        return;
      }
      if (silent.has(node.tagName.toUpperCase()) || isPermalink(node)) return;
    }
    for (const child of node.childNodes) walk(child);
  };
  walk(root);
  return texts;
}

/** The sign beside a heading that links to it, and the one behind a footnote that leads back. */
function isPermalink(element: Element): boolean {
  if (element.tagName !== 'A' || element.getAttribute('href')?.startsWith('#') !== true) return false;
  const text = element.textContent.trim();
  return (
    /^[↩⤴↑^]\uFE0E?\uFE0F?\d*$/.test(text) ||
    (/^(?:#|¶|§|🔗)?$/.test(text) && element.closest(titles) !== null)
  );
}

const titles = 'h1, h2, h3, h4, h5, h6, dt';
/** What themes call line numbers, and texts that only screen readers read: their style may say nothing of it. */
const beside =
  '.lineno, .linenos, .line-number, .line-numbers, .gutter, .sr-only, .visually-hidden, .visuallyhidden, .screen-reader-text, .screen-reader-only';

/** Line numbers, copy buttons and what assistive technology alone reads are none of the author's text. */
function canBeRead(element: Element): boolean {
  if (element.closest(beside) !== null) return false;
  if (!element.checkVisibility({ visibilityProperty: true })) return false;
  const { userSelect, webkitUserSelect } = getComputedStyle(element) as CSSStyleDeclaration & {
    readonly webkitUserSelect?: string;
  };
  return (userSelect || webkitUserSelect) !== 'none';
}
