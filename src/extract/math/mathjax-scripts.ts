import { leaveOut } from '../account/leave-out.ts';
import type { PageCopy } from '../copy/page-copy.ts';
import { mathElement } from './math-element.ts';

/** MathJax 1 and 2 (and kramdown for them) keep the source in a script beside what they drew. */
export function mathjaxScripts({ body, document, rules }: PageCopy): void {
  for (const script of body.querySelectorAll('script[type^="math/tex"]')) {
    const block = /mode\s*=\s*display/.test(script.getAttribute('type') ?? '');
    for (
      let drawn = script.previousElementSibling;
      drawn !== null && isDrawing(drawn);
      drawn = script.previousElementSibling
    ) {
      if (/\S/.test(textBetween(drawn, script))) break;
      leaveOut(drawn, 'duplicate', 'math/drawn');
    }
    const latex = (script.textContent ?? '').replace(/^\s*%\s*<!\[CDATA\[|%\s*\]\]>\s*$/g, '');
    script.replaceWith(mathElement(document, latex, block ? 'block' : 'inline'));
    rules.add('math/mathjax-script');
  }
}

function isDrawing(element: Element): boolean {
  return /(^|\s)MathJax(_\w+)?(\s|$)/.test(element.getAttribute('class') ?? '');
}

function textBetween(from: Element, to: Element): string {
  let text = '';
  for (let node = from.nextSibling; node !== null && node !== to; node = node.nextSibling)
    text += node.textContent ?? '';
  return text;
}
