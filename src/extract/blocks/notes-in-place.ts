import { discard, leaveOut } from '../account/leave-out.ts';
import type { PageCopy } from '../copy/page-copy.ts';
import { noteLink } from './note-link.ts';
import { appendAll, replaceWithAll } from '../many-nodes.ts';

/**
 * Distill's footnotes stand in the text, where its script shows their numbers; its citations are keys of a
 * bibliography that only the script can set. Notes become linked ones at the end of the article, citations the
 * number that the script gave, else their keys; the script's list of references comes into the article.
 */
export function distillNotes({ body, document, rules }: PageCopy): void {
  const article = body.querySelector('d-article');
  if (article === null) return;
  for (const cite of body.querySelectorAll('d-cite')) replaceWithAll(cite, citation(cite));
  for (const list of body.querySelectorAll('d-footnote-list')) leaveOut(list, 'duplicate', 'footnotes/list');
  const references = body.querySelector('d-citation-list:has(li)');
  if (references !== null) appendAll(article, references.childNodes);
  for (const [index, note] of body.querySelectorAll('d-footnote').entries()) {
    const definition = document.createElement('div');
    definition.className = 'footnote-definition';
    definition.id = `distill-note-${String(index + 1)}`;
    // Where the script ran, the note is in the box that it shows, with the number beside.
    appendAll(definition, (note.querySelector('.dt-hover-box') ?? note).childNodes);
    note.replaceWith(noteLink(document, definition.id));
    article.append(definition);
    rules.add('footnotes/distill');
  }
}

/** Notes that stand in the text behind their mark. */
export const inPlace =
  'span.sidenote, span.marginnote, small.sidenote, .ltx_role_footnote, [class*="footnote__note"], span.footnote-content, span[role="doc-footnote"], span.inline-note';
const marks = '.ltx_note_mark, .ltx_tag_note, .sidenote-number, .footnote-number';

/**
 * Notes that stand in the text behind their mark, to be shown in the margin or on a press (Tufte's style sheet, LaTeXML,
 * WordPress): they become linked ones behind their paragraph, and the mark with its switch goes.
 */
export function notesInPlace({ body, document, rules }: PageCopy): void {
  for (const [index, note] of body.querySelectorAll(inPlace).entries()) {
    const block = note.closest('p, li, td, dd, blockquote') ?? note.parentElement;
    if (block === null || note.parentElement?.closest(inPlace) !== null) continue;
    const definition = document.createElement('div');
    definition.className = 'footnote-definition';
    definition.id = `note-in-place-${String(index + 1)}`;
    for (const mark of note.querySelectorAll(marks)) leaveOut(mark, 'duplicate', 'footnotes/mark');
    appendAll(definition, (note.querySelector('.ltx_note_content') ?? note).childNodes);
    if (!/\S/.test(definition.textContent ?? '')) continue;
    for (
      let before = note.previousElementSibling;
      before !== null && isMark(before, note);
      before = note.previousElementSibling
    )
      leaveOut(before, 'duplicate', 'footnotes/mark');
    note.replaceWith(noteLink(document, definition.id));
    (block.closest('ul, ol, table, dl, blockquote') ?? block).after(definition);
    rules.add('footnotes/in-place');
  }
}

/** The number, and the switch by which a style sheet shows the note. */
function isMark(element: Element, note: Element): boolean {
  if (
    element.tagName !== 'SUP' &&
    !element.matches('input[type="checkbox"], label, a[role="button"], button')
  )
    return false;
  return element.nextElementSibling === note && (element.textContent ?? '').trim().length < 6;
}

function citation(cite: Element): readonly (Node | string)[] {
  const number = cite.querySelector('.citation-number');
  const shown = (number?.textContent ?? '').trim();
  const keys = (cite.getAttribute('key') ?? cite.getAttribute('bibtex-key') ?? '')
    .split(',')
    .map((key) => key.trim())
    .join(', ');
  if (number !== null) discard(number);
  const words = cite.querySelector('.citation') ?? cite;
  return [...words.childNodes, shown !== '' ? shown : keys !== '' ? `[${keys}]` : ''];
}
