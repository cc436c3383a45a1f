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

/** A footnote opens beside the place that calls it, as a popover; its number still leads to the notes with a modifier. */
export function showNotesOnTheSpot(article: ParentNode, { translation: { t } }: Enhancement): void {
  const note = element('aside', 'footnote-popover');
  note.popover = 'auto';
  note.setAttribute('aria-label', t('footnotes'));
  for (const reference of article.querySelectorAll('[data-footnote-ref] a')) {
    reference.addEventListener('click', (event) => {
      if (!(event instanceof MouseEvent) || event.ctrlKey || event.metaKey) return;
      const target = document.getElementById((reference.getAttribute('href') ?? '').slice(1));
      if (target === null) return;
      event.preventDefault();
      const copy = target.cloneNode(true);
      if (copy instanceof Element) for (const back of copy.querySelectorAll('.footnote-back')) back.remove();
      note.replaceChildren(...copy.childNodes);
      reference.after(note);
      note.showPopover();
      const place = reference.getBoundingClientRect();
      note.style.left = `${Math.max(12, Math.min(place.left, innerWidth - note.offsetWidth - 12))}px`;
      const below = place.bottom + 6 + note.offsetHeight < innerHeight;
      note.style.top = `${below ? place.bottom + 6 : place.top - note.offsetHeight - 6}px`;
    });
  }
}
