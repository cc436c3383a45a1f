import { discard, leaveOut } from '../account/leave-out.ts';
import type { PageCopy } from '../copy/page-copy.ts';
import { backLinks, placesOf, targetOf } from './note-places.ts';
import { atOnce } from '../at-once.ts';
import { appendAll } from '../many-nodes.ts';

const sections =
  '.footnotes, section[data-footnotes], [role="doc-endnotes"], #footnotes, .footnote-list, .footnotes-list, .footnote-definition, aside.footnote, aside.footnote-list, dl.footnote, .footnotes-sep + *, [class*="footnote"]';
const backLink = /^[\s\u21a9\u2191\u2934\u21b5\u23ce\u2b06^\p{M}\u{1f519}]*$/u;

interface Note {
  readonly label: string;
  readonly nodes: readonly Node[];
}

/**
 * Footnotes are links to a place further down that links back, or that stands in a footnote container. They leave
 * the text here and come back at its end in the form of docs/article-html.md.
 */
export function normaliseFootnotes(copy: PageCopy): void {
  atOnce(normaliseFootnotesInSteps(copy));
}

/** Links that are looked at, and notes that are moved, before the step rests. */
const many = 500;

/** As normaliseFootnotes, with rests between. */
export function* normaliseFootnotesInSteps({ body, document, rules }: PageCopy): Generator<string, void> {
  const notes = new Map<Element, Note>();
  const places = placesOf(body);
  const paragraphs = markedParagraphs(body, places);
  const order = new Map([...body.querySelectorAll('[id], a')].map((element, index) => [element, index]));
  const linksBack = backLinks();
  yield 'footnotes';
  for (const [index, link] of body.querySelectorAll('a[href*="#"]').entries()) {
    if (index % many === many - 1) yield 'footnotes';
    if (!isReference(link)) continue;
    const target = targetOf(link, places);
    const marked = paragraphs.get(link.getAttribute('href') ?? '') ?? null;
    if (target === null ? marked === null : target.contains(link)) continue;
    const place = target === null ? marked : noteOf(target);
    if (place === null || place.contains(link)) continue;
    const beginning = target ?? place.querySelector('a');
    if ((order.get(link) ?? 0) > (beginning === null ? 0 : (order.get(beginning) ?? 0))) continue;
    if (
      place !== marked &&
      !place.matches(sections) &&
      place.closest(sections) === null &&
      !linksBack(place, link)
    )
      continue;
    let note = notes.get(place);
    if (note === undefined) {
      note = { label: String(notes.size + 1), nodes: contentOf(place) };
      notes.set(place, note);
    }
    const around = link.closest('sup') ?? link;
    around.replaceWith(reference(document, note.label));
  }
  if (notes.size === 0) return;
  rules.add('footnotes');
  const emptied = new Set([...notes.keys()].map(containerOf));
  const anchor = [...emptied].at(-1) ?? null;
  for (const place of notes.keys()) {
    if (place.tagName === 'DD' && place.previousElementSibling?.tagName === 'DT')
      leaveOut(place.previousElementSibling, 'duplicate', 'footnotes/label');
  }
  yield 'footnotes';
  const section = sectionOf(document, [...notes.values()]);
  anchor?.before(section);
  yield 'footnotes';
  if (section.previousElementSibling?.matches('hr.footnotes-sep, hr.footnotes') === true)
    discard(section.previousElementSibling);
  for (const place of notes.keys()) {
    discard(place);
  }
  for (const element of emptied) removeEmptied(element);
}

/** A short mark (a number, a letter, a star), raised or in brackets or said to be one; no permalink of a heading or term. */
function isReference(link: Element): boolean {
  const text = (link.textContent ?? '').trim();
  const stated = link.matches(
    '[class*="footnote"], [class*="fnref"], [role="doc-noteref"], [data-footnote-ref]',
  );
  if (text.length > (stated ? 40 : 12) || /^[\u00b6#\u00a7\u{1f517}]?$/u.test(text)) return false;
  if (link.closest('pre, nav, h1, h2, h3, h4, h5, h6, dt') !== null) return false;
  return (
    stated ||
    link.closest('sup') !== null ||
    link.querySelector('sup') !== null ||
    /^[[(\uff08\u3010\u3014][^\s]*[\])\uff09\u3011\u3015]$|^\d{1,3}$|^[*\u2020\u2021]+$|^\u6ce8\s?\d*$/.test(
      text,
    )
  );
}

/**
 * Paragraphs that begin with a raised link to nowhere and a colon or stop, by its address: notes that their generator took
 * for one more reference.
 */
function markedParagraphs(
  body: HTMLElement,
  places: ReadonlyMap<string, Element>,
): ReadonlyMap<string, Element> {
  const found = new Map<string, Element>();
  for (const link of body.querySelectorAll('p > sup:first-child > a[href^="#"]')) {
    const paragraph = link.closest('p');
    if (paragraph === null || targetOf(link, places) !== null) continue;
    const said = (paragraph.textContent ?? '').trim().slice((link.textContent ?? '').trim().length);
    if (/^[:.\uff1a]/.test(said)) found.set(link.getAttribute('href') ?? '', paragraph);
  }
  return found;
}

/** What holds a page's notes together: the section can stand before it. */
function containerOf(place: Element): Element {
  const container =
    place.closest('.footnotes, section[data-footnotes], [role="doc-endnotes"], #footnotes, .footnote-list') ??
    place.closest('div.footnote') ??
    place;
  return container.parentElement?.closest('dl, table') ?? container.closest('dl, table') ?? container;
}

/** The element that holds a whole note: the target itself, or what the anchor in it begins. */
function noteOf(target: Element): Element | null {
  const note = target.closest('li, aside.footnote, .footnote-definition, dd, .footnote-item');
  if (note !== null) return note;
  if (target.matches('dt')) return target.nextElementSibling;
  const row = target.closest('tr');
  if (row !== null) return row;
  if (/^(A|SPAN|SUP)$/.test(target.tagName)) return target.closest('p, div') ?? null;
  return /^(P|DIV|ASIDE|TABLE|BLOCKQUOTE|SECTION)$/.test(target.tagName) ? target : null;
}

function contentOf(place: Element): readonly Node[] {
  for (const back of place.querySelectorAll('a[href*="#"]')) {
    const text = (back.textContent ?? '').trim();
    if (
      backLink.test(text) ||
      back.matches(
        '.footnote-backref, .footnote-back, .reversefootnote, [data-footnote-backref], [role="doc-backlink"]',
      ) ||
      /^(\[?\d+\]?|\^|[a-z])$/.test(text)
    )
      leaveOut(back, 'controls', 'footnotes/back');
  }
  for (const label of place.querySelectorAll(
    ':scope > .label, :scope > .footnote-definition-label, :scope > sup:first-child, .footnote-num',
  ))
    leaveOut(label, 'duplicate', 'footnotes/label');
  for (const empty of place.querySelectorAll('sup, p, span')) {
    if (/^[\s[\]()]*$/.test(empty.textContent ?? '') && empty.querySelector('img, code') === null)
      discard(empty);
  }
  const first = place.firstChild;
  if (first instanceof Text) first.data = first.data.replace(/^\s*[.:]\s+/, '');
  if (place.tagName !== 'TABLE' && place.tagName !== 'TR') return [...place.childNodes];
  return [...(place.querySelector('td:last-child')?.childNodes ?? [])];
}

function reference(document: Document, label: string): HTMLElement {
  const sup = document.createElement('sup');
  const link = document.createElement('a');
  sup.setAttribute('data-footnote-ref', label);
  link.setAttribute('href', `#fn-${label}`);
  link.textContent = label;
  sup.append(link);
  return sup;
}

function sectionOf(document: Document, notes: readonly Note[]): HTMLElement {
  const section = document.createElement('section');
  const list = document.createElement('ol');
  section.setAttribute('data-footnotes', '');
  for (const { label, nodes } of notes) {
    const item = document.createElement('li');
    item.setAttribute('data-footnote', label);
    item.id = `fn-${label}`;
    appendAll(item, nodes);
    list.append(item);
  }
  section.append(list);
  return section;
}

/** What is left of the page's own container when its notes are out: rules, headings for screen readers, empty lists. */
function removeEmptied(container: Element): void {
  for (const hidden of container.querySelectorAll('.sr-only, .visually-hidden'))
    leaveOut(hidden, 'hidden', 'footnotes/hidden');
  if ((container.textContent ?? '').trim().length < 12) leaveOut(container, 'duplicate', 'footnotes/emptied');
}
