import type { PageCopy } from '../copy/page-copy.ts';
import { noteLink } from './note-link.ts';

/**
 * Distill's footnotes stand in the text, where its script shows their numbers; its citations are keys of a
 * bibliography that only the script can set. Notes become linked ones at the end of the article, citations the
 * number that the script gave, else their keys; the script's list of references comes into the article.
 */
export function distillNotes({ body, document, rules }: PageCopy): void {
  const article = body.querySelector('d-article');
  if (article === null) return;
  for (const cite of body.querySelectorAll('d-cite')) cite.replaceWith(...citation(cite));
  for (const list of body.querySelectorAll('d-footnote-list')) list.remove();
  const references = body.querySelector('d-citation-list:has(li)');
  if (references !== null) article.append(...references.childNodes);
  for (const [index, note] of body.querySelectorAll('d-footnote').entries()) {
    const definition = document.createElement('div');
    definition.className = 'footnote-definition';
    definition.id = `distill-note-${String(index + 1)}`;
    // Where the script ran, the note is in the box that it shows, with the number beside.
    definition.append(...(note.querySelector('.dt-hover-box') ?? note).childNodes);
    note.replaceWith(noteLink(document, definition.id));
    article.append(definition);
    rules.add('footnotes/distill');
  }
}

function citation(cite: Element): readonly (Node | string)[] {
  const number = cite.querySelector('.citation-number');
  const shown = (number?.textContent ?? '').trim();
  const keys = (cite.getAttribute('key') ?? cite.getAttribute('bibtex-key') ?? '')
    .split(',')
    .map((key) => key.trim())
    .join(', ');
  number?.remove();
  const words = cite.querySelector('.citation') ?? cite;
  return [...words.childNodes, shown !== '' ? shown : keys !== '' ? `[${keys}]` : ''];
}
