import { type Enhancement, element } from './enhancement.ts';

/** Each note gets a way back to where it was called, and the notes a name. */
export function dressFootnotes(article: ParentNode, { translation: { t } }: Enhancement): void {
  for (const reference of article.querySelectorAll('[data-footnote-ref]')) {
    const name = reference.getAttribute('data-footnote-ref') ?? '';
    const id = `fnref-${name}`;
    // A note may be called more than once: the way back leads to the first.
    if (article.querySelector(`#${CSS.escape(id)}`) === null) reference.id = id;
  }
  for (const note of article.querySelectorAll('[data-footnote]')) {
    const name = note.getAttribute('data-footnote') ?? '';
    if (article.querySelector(`#${CSS.escape(`fnref-${name}`)}`) === null) continue;
    const back = element('a', 'footnote-back', '↩');
    back.href = `#fnref-${name}`;
    back.setAttribute('aria-label', t('footnoteBack'));
    (note.lastElementChild?.tagName === 'P' ? note.lastElementChild : note).append(' ', back);
  }
  for (const notes of article.querySelectorAll('[data-footnotes]')) {
    notes.setAttribute('aria-label', t('footnotes'));
  }
}
