/** LaTeX as text, announced as a formula. */
export function dressMath(article: ParentNode): void {
  for (const formula of article.querySelectorAll('[data-math]')) {
    formula.setAttribute('role', 'math');
    formula.setAttribute('aria-label', formula.textContent);
    // A long formula scrolls in itself.
    if (formula.getAttribute('data-math') === 'block') formula.setAttribute('tabindex', '0');
  }
}
