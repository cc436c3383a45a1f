import { discard } from '../account/leave-out.ts';
import { hasContent, trimBreaks } from './block-writer.ts';
import type { WritingContext } from './writing-context.ts';
import { writeInlines } from './write-inline.ts';

function filled(made: HTMLElement, element: Element, context: WritingContext): HTMLElement {
  context.blocks(element, made, context);
  return made;
}

export function writeNotes(element: Element, context: WritingContext): HTMLElement {
  const section = context.document.createElement('section');
  const list = context.document.createElement('ol');
  section.setAttribute('data-footnotes', '');
  for (const note of element.querySelectorAll('[data-footnote]')) {
    const item = context.document.createElement('li');
    item.id = note.id;
    item.setAttribute('data-footnote', note.getAttribute('data-footnote') ?? '');
    context.flow(note, item, context);
    list.append(item);
  }
  section.append(list);
  return section;
}

export function writeTabs(element: Element, context: WritingContext): HTMLElement {
  const tabs = context.document.createElement('div');
  tabs.setAttribute('data-tabs', '');
  for (const panel of element.children) {
    const section = context.document.createElement('section');
    section.setAttribute('data-tab', panel.getAttribute('data-tab') ?? '');
    context.blocks(panel, section, context);
    tabs.append(section);
  }
  return tabs;
}

export function writeCallout(element: Element, context: WritingContext): HTMLElement {
  const aside = context.document.createElement('aside');
  aside.setAttribute('data-callout', element.getAttribute('data-callout') ?? 'note');
  return filled(aside, element, context);
}

export function writeDefinitions(element: Element, context: WritingContext): HTMLElement {
  const list = context.document.createElement('dl');
  for (const item of element.querySelectorAll('dt, dd')) {
    if (item.closest('dl') !== element) continue;
    const made = context.document.createElement(item.localName);
    context.flow(item, made, context);
    if (hasContent(made)) list.append(made);
  }
  return list;
}

/** A figure of one picture without a caption is just the picture. */
export function writeFigure(element: Element, context: WritingContext): HTMLElement | null {
  const caption = element.querySelector('figcaption');
  const words = (caption?.textContent ?? '').trim();
  if (caption === null || words === '' || element.querySelector('img') === null) return null;
  const figure = context.document.createElement('figure');
  const made = context.document.createElement('figcaption');
  discard(caption);
  context.flow(element, figure, context);
  context.flow(caption, made, context);
  const alt = element.querySelector('img')?.getAttribute('alt')?.trim();
  // A file's name that a theme set under its picture is no caption.
  if (words !== alt || !/\.\w{3,4}$/.test(words)) figure.append(made);
  return figure;
}

export function writeDetails(element: Element, context: WritingContext): HTMLElement {
  const details = context.document.createElement('details');
  const summary = element.querySelector('summary');
  if (element.hasAttribute('open')) details.setAttribute('open', '');
  if (summary !== null) {
    const made = context.document.createElement('summary');
    writeInlines(summary, made, context);
    trimBreaks(made);
    const last = made.lastChild;
    if (last instanceof Text) last.data = last.data.replace(/(?<!\s)\s*[↕▾▸▼▶]$/u, '');
    discard(summary);
    details.append(made);
  }
  return filled(details, element, context);
}
