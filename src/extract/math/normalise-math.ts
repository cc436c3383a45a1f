import type { PageCopy } from '../copy/page-copy.ts';
import { mathElement, undelimit } from './math-element.ts';
import { mathSources } from './math-sources.ts';
import { mathInText } from './math-in-text.ts';
import { mathjaxScripts } from './mathjax-scripts.ts';

/** Puts every formula of the page into the form of docs/article-html.md, as the LaTeX that its author wrote. */
export function normaliseMath(copy: PageCopy): void {
  mathjaxScripts(copy);
  for (const { name, selector, latex, drawn, kind } of mathSources) {
    for (const element of copy.body.querySelectorAll(selector)) {
      if (!element.isConnected || element.closest('[data-math="inline"], [data-math="block"], pre') !== null)
        continue;
      const stated = latex(element)?.trim() ?? '';
      const written = stated === '' ? (drawn?.(element) ?? '').trim() : stated;
      if (written === '') continue;
      const plain = undelimit(written);
      const formula = mathElement(copy.document, plain.latex, plain.kind ?? kind(element));
      if (stated === '') formula.setAttribute('data-guessed', '');
      replace(element, formula);
      copy.rules.add(`math/${name}`);
    }
  }
  mathInText(copy);
}

/** A block formula that is in running text stays in its line. */
function replace(element: Element, formula: HTMLElement): void {
  const wrapper = element.closest('.katex-display, .MathJax_Display, .math.display');
  (wrapper !== null && wrapper !== element ? wrapper : element).replaceWith(formula);
}
