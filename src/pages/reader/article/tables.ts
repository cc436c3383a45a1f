import { type Enhancement, element } from './enhancement.ts';

/** A wide table scrolls in itself, by keyboard too. */
export function dressTables(article: ParentNode, { translation: { t } }: Enhancement): void {
  for (const table of article.querySelectorAll('table')) {
    const frame = element('div', 'table-frame');
    frame.tabIndex = 0;
    frame.setAttribute('role', 'group');
    frame.setAttribute('aria-label', table.caption?.textContent.trim() || t('tableLabel'));
    table.replaceWith(frame);
    frame.append(table);
  }
}
