import type { PageCopy } from '../copy/page-copy.ts';
import { replaceWithAll } from '../many-nodes.ts';

/** A card that previews another page is a link to it. */
export function normaliseCards({ body, document, rules }: PageCopy): void {
  for (const card of body.querySelectorAll('.kg-bookmark-card')) {
    const link = card.querySelector('a[href]');
    const title = card.querySelector('.kg-bookmark-title')?.textContent ?? '';
    if (link === null || title.trim() === '') continue;
    const paragraph = document.createElement('p');
    link.replaceChildren(title.trim());
    link.removeAttribute('class');
    paragraph.append(link);
    const caption = card.querySelector('figcaption');
    replaceWithAll(card, [paragraph, ...(caption?.childNodes ?? [])]);
    rules.add('card');
  }
}
