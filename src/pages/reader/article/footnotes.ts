import { type Enhancement, element } from './enhancement.ts';

/** Each note gets a way back to where it was called, and the notes a name. */
export function dressFootnotes(article: ParentNode, { translation: { t } }: Enhancement): void {
  // Asked for one by one, each would be looked for through the whole article.
  const ids = new Set(Array.from(article.querySelectorAll('[id]'), ({ id }) => id));
  for (const reference of article.querySelectorAll('[data-footnote-ref]')) {
    const id = `fnref-${reference.getAttribute('data-footnote-ref') ?? ''}`;
    // A note may be called more than once: the way back leads to the first.
    if (!ids.has(id)) reference.id = id;
    ids.add(id);
  }
  for (const note of article.querySelectorAll('[data-footnote]')) {
    const id = `fnref-${note.getAttribute('data-footnote') ?? ''}`;
    if (!ids.has(id)) continue;
    const back = element('a', 'footnote-back', '↩');
    back.href = `#${id}`;
    back.setAttribute('aria-label', t('footnoteBack'));
    (note.lastElementChild?.tagName === 'P' ? note.lastElementChild : note).append(' ', back);
  }
  for (const notes of article.querySelectorAll('[data-footnotes]')) {
    notes.setAttribute('aria-label', t('footnotes'));
  }
}
