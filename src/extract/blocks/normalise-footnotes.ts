import type { PageCopy } from '../copy/page-copy.ts';

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
export function normaliseFootnotes({ body, document, rules }: PageCopy): void {
  const notes = new Map<Element, Note>();
  for (const link of body.querySelectorAll('a[href*="#"]')) {
    const target = targetOf(link, body);
    if (target === null || link.closest('pre, nav, h1, h2, h3, h4, h5, h6') !== null) continue;
    const place = noteOf(target);
    if (place === null || place.contains(link) || !follows(link, place)) continue;
    if (!place.matches(sections) && place.closest(sections) === null && !linksBack(place, link)) continue;
    if ((link.textContent ?? '').trim().length > 12 && !link.matches('.footnote-ref, [role="doc-noteref"]'))
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
  const emptied = [...notes.keys()].map(containerOf);
  const anchor = emptied.at(-1) ?? null;
  for (const place of notes.keys()) {
    if (place.tagName === 'DD' && place.previousElementSibling?.tagName === 'DT')
      place.previousElementSibling.remove();
  }
  const section = sectionOf(document, [...notes.values()]);
  anchor?.before(section);
  if (section.previousElementSibling?.matches('hr.footnotes-sep, hr.footnotes') === true)
    section.previousElementSibling.remove();
  for (const place of notes.keys()) {
    place.remove();
  }
  for (const element of emptied) removeEmptied(element);
}

/** What holds a page's notes together. */
function containerOf(place: Element): Element {
  return (
    place.closest('.footnotes, section[data-footnotes], [role="doc-endnotes"], #footnotes, .footnote-list') ??
    place.closest('div.footnote') ??
    place
  );
}

function targetOf(link: Element, body: HTMLElement): Element | null {
  const href = link.getAttribute('href') ?? '';
  const id = href.startsWith('#')
    ? href.slice(1)
    : /footnote|fn/i.test(href)
      ? href.slice(href.indexOf('#') + 1)
      : '';
  if (id === '') return null;
  const find = (value: string): Element | null =>
    body.ownerDocument.getElementById(value) ?? body.querySelector(`a[name="${CSS.escape(value)}"]`);
  return find(id) ?? find(decoded(id));
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch (error) {
    if (error instanceof URIError) return id;
    throw error;
  }
}

/** The element that holds a whole note: the target itself, or what the anchor in it begins. */
function noteOf(target: Element): Element | null {
  const note = target.closest('li, aside.footnote, .footnote-definition, dd, .footnote-item');
  if (note !== null) return note;
  if (target.matches('dt')) return target.nextElementSibling;
  if (/^(A|SPAN|SUP)$/.test(target.tagName)) return target.closest('p, div') ?? null;
  return /^(P|DIV|TR|ASIDE)$/.test(target.tagName) ? target : null;
}

function follows(link: Element, place: Element): boolean {
  return (link.compareDocumentPosition(place) & 4) !== 0;
}

function linksBack(place: Element, link: Element): boolean {
  const ids = new Set([link.id, link.parentElement?.id, link.closest('sup')?.id, link.getAttribute('name')]);
  ids.delete('');
  return [...place.querySelectorAll('a[href*="#"]')].some((back) => {
    const href = back.getAttribute('href') ?? '';
    return ids.has(decoded(href.slice(href.indexOf('#') + 1)));
  });
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
      back.remove();
  }
  for (const label of place.querySelectorAll(
    ':scope > .label, :scope > .footnote-definition-label, :scope > sup:first-child, .footnote-num',
  ))
    label.remove();
  for (const empty of place.querySelectorAll('sup, p, span')) {
    if (/^[\s[\]()]*$/.test(empty.textContent ?? '') && empty.querySelector('img, code') === null)
      empty.remove();
  }
  const first = place.firstChild;
  if (first instanceof Text) first.data = first.data.replace(/^\s*[.:]\s+/, '');
  return [...place.childNodes];
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
    item.append(...nodes);
    list.append(item);
  }
  section.append(list);
  return section;
}

/** What is left of the page's own container when its notes are out: rules, headings for screen readers, empty lists. */
function removeEmptied(container: Element): void {
  for (const hidden of container.querySelectorAll('.sr-only, .visually-hidden')) hidden.remove();
  if ((container.textContent ?? '').trim().length < 12) container.remove();
}
