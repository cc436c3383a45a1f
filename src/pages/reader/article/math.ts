import temml from 'temml';

/**
 * LaTeX as MathML, which the browser lays out itself: no fonts to ship, and the formula can be selected, scaled and read
 * out. What Temml cannot read stays as its author wrote it. Returns the formulas that were drawn. See docs/decisions/library-and-reader.md.
 */
export function renderMath(article: ParentNode): readonly Element[] {
  const drawn: Element[] = [];
  for (const formula of article.querySelectorAll<HTMLElement>('[data-math]')) {
    const latex = formula.textContent;
    const place = document.createElement('span');
    try {
      temml.render(latex, place, {
        displayMode: formula.dataset['math'] === 'block',
        annotate: true,
        throwOnError: true,
        // Of the commands that reach outside of a formula none is allowed.
        trust: false,
        maxExpand: 500,
      });
    } catch {
      continue;
    }
    const math = place.querySelector('math');
    if (math === null) continue;
    formula.replaceChildren(math);
    formula.classList.add('rendered');
    formula.removeAttribute('role');
    formula.removeAttribute('aria-label');
    drawn.push(formula);
  }
  return drawn;
}
