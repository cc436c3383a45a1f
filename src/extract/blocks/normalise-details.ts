import { discard } from '../account/leave-out.ts';
import type { PageCopy } from '../copy/page-copy.ts';
import { appendAll } from '../many-nodes.ts';

/** Themes that fold text away without `<details>`: the whole, its title and its content. */
const families: readonly (readonly [whole: string, title: string, content: string])[] = [
  ['.kg-toggle-card', '.kg-toggle-heading-text', '.kg-toggle-content'],
  ['.fold', '.fold-title', '.fold-content'],
  ['.toggle, .hide-block, .hide-toggle', '.toggle-button, .hide-button', '.toggle-content, .hide-content'],
  ['.spoiler, .collapsible', '.spoiler-title, .collapsible-title', '.spoiler-content, .collapsible-content'],
  ['.expand-container, .expand', '.expand-control', '.expand-content'],
];

export function normaliseDetails({ body, document, rules }: PageCopy): void {
  for (const folded of [...body.querySelectorAll('[data-node-type*="expand" i][data-title]')].reverse()) {
    const details = document.createElement('details');
    const summary = document.createElement('summary');
    summary.textContent = folded.getAttribute('data-title');
    const [bar, ...content] = folded.children;
    if (
      bar === undefined ||
      content.length === 0 ||
      !(bar.textContent ?? '').includes(summary.textContent ?? '')
    )
      continue;
    discard(bar);
    appendAll(details, [summary, ...content]);
    folded.replaceWith(details);
    rules.add('details');
  }
  for (const [whole, title, content] of families) {
    for (const folded of [...body.querySelectorAll(whole)].reverse()) {
      const heading = folded.querySelector(title);
      const text = folded.querySelector(content);
      if (heading === null || text === null || heading.contains(text)) continue;
      const details = document.createElement('details');
      const summary = document.createElement('summary');
      for (const icon of heading.querySelectorAll('[class*="arrow"], [class*="icon"], svg, i')) discard(icon);
      appendAll(summary, heading.childNodes);
      appendAll(details, [summary, ...text.childNodes]);
      folded.replaceWith(details);
      rules.add('details');
    }
  }
}
