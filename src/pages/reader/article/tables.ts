import { type Dressing, element } from './dressing.ts';

/** A wide table scrolls in itself, by keyboard too. */
export function dressTables(article: ParentNode, { translation: { t } }: Dressing): void {
  for (const table of article.querySelectorAll('table')) {
    const frame = element('div', 'table-frame');
    frame.tabIndex = 0;
    frame.setAttribute('role', 'group');
    frame.setAttribute('aria-label', table.caption?.textContent.trim() || t('tableLabel'));
    table.replaceWith(frame);
    frame.append(table);
  }
}
