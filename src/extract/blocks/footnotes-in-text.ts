import { discard } from '../account/leave-out.ts';
import type { PageCopy } from '../copy/page-copy.ts';
import { noteLink } from './note-link.ts';
import { insertAfter, replaceWithAll } from '../many-nodes.ts';

const definition = /^\s*\[\^([^[\]\s]{1,40})\]:\s*/;
const beforeDefinition = /(?=\n[ \t]*\[\^[^[\]\s]{1,40}\]:)/;
const startsWithDefinition = /^\n[ \t]*\[\^[^[\]\s]{1,40}\]:/;
const mark = /\[\^([^[\]\s]{1,40})\]/;

/**
 * Footnotes that the page's generator left as text, as those without the extension do: `[^1]` in the text, and
 * paragraphs that begin with `[^1]:`. They become what other generators write.
 */
export function footnotesInText({ body, document, rules }: PageCopy): void {
  if (!/\[\^[^[\]\s]{1,40}\]:/.test(body.textContent ?? '')) return;
  const notes = new Map<string, Element>();
  for (const paragraph of body.querySelectorAll('p')) {
    if (nameOf(paragraph) === undefined) continue;
    for (const note of splitDefinitions(paragraph)) {
      const name = nameOf(note);
      if (name !== undefined) notes.set(name, note);
    }
  }
  if (notes.size === 0) return;
  for (const text of marksIn(body, new Set(notes.values()))) {
    const [first = '', ...parts] = text.data.split(mark);
    const nodes: (Node | string)[] = [first];
    for (const [index, part] of parts.entries()) {
      const note = index % 2 === 0 ? notes.get(part) : undefined;
      if (note !== undefined) {
        note.id = `fn-in-text-${part}`;
        nodes.push(noteLink(document, note.id));
      } else nodes.push(index % 2 === 0 ? `[^${part}]` : part);
    }
    replaceWithAll(text, nodes);
  }
  for (const { firstChild, id, classList } of notes.values()) {
    if (id === '' || !(firstChild instanceof Text)) continue;
    firstChild.data = firstChild.data.replace(definition, '');
    classList.add('footnote-definition');
    rules.add('footnotes/text');
  }
}

function nameOf(note: Element): string | undefined {
  return definition.exec(note.firstChild?.nodeValue ?? '')?.[1];
}

/** One paragraph may define several notes, each at the start of a line: each gets a paragraph of its own. */
function splitDefinitions(paragraph: Element): readonly Element[] {
  const found = [paragraph];
  let into = paragraph;
  const begin = (text: string): void => {
    into = paragraph.ownerDocument.createElement('p');
    into.append(text);
    found.push(into);
  };
  for (const [index, child] of [...paragraph.childNodes].entries()) {
    const [first = '', ...others] = child instanceof Text ? child.data.split(beforeDefinition) : [];
    if (index > 0 && startsWithDefinition.test(first)) {
      discard(child);
      begin(first);
    } else {
      if (child instanceof Text && others.length > 0) child.data = first;
      if (into !== paragraph) into.append(child);
    }
    for (const text of others) begin(text);
  }
  insertAfter(paragraph, found.slice(1));
  return found;
}

function marksIn(body: HTMLElement, notes: ReadonlySet<Element>): readonly Text[] {
  const found: Text[] = [];
  const walker = body.ownerDocument.createTreeWalker(body, 4);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text) || !mark.test(node.data)) continue;
    const place =
      node.parentElement?.closest('p, pre, code, a, script, style, textarea, [data-math]') ?? null;
    if (place === null || (place.tagName === 'P' && !notes.has(place))) found.push(node);
  }
  return found;
}
