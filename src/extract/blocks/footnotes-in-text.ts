import type { PageCopy } from '../copy/page-copy.ts';
import { noteLink } from './note-link.ts';

const definition = /^\s*\[\^([^[\]\s]{1,40})\]:\s*/;
const nextDefinition = /\n[ \t]*\[\^[^[\]\s]{1,40}\]:/;
const mark = /\[\^([^[\]\s]{1,40})\]/;

/**
 * Footnotes that the page's generator left as text, as those without the extension do: `[^1]` in the text, and
 * paragraphs that begin with `[^1]:`. They become what other generators write.
 */
export function footnotesInText({ body, document, rules }: PageCopy): void {
  if (!/\[\^[^[\]\s]{1,40}\]:/.test(body.textContent ?? '')) return;
  const notes = new Map<string, Element>();
  for (const paragraph of body.querySelectorAll('p')) {
    for (let note: Element | null = paragraph; note !== null; note = splitNext(note)) {
      const name = definition.exec(note.firstChild?.nodeValue ?? '')?.[1];
      if (name === undefined) break;
      notes.set(name, note);
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
    text.replaceWith(...nodes);
  }
  for (const { firstChild, id, classList } of notes.values()) {
    if (id === '' || !(firstChild instanceof Text)) continue;
    firstChild.data = firstChild.data.replace(definition, '');
    classList.add('footnote-definition');
    rules.add('footnotes/text');
  }
}

/** One paragraph may define several notes, each at the start of a line: what follows the first becomes its own. */
function splitNext(paragraph: Element): Element | null {
  for (const child of paragraph.childNodes) {
    const at = (child.nodeValue ?? '').search(nextDefinition);
    if (at < 0 || (at === 0 && child === paragraph.firstChild) || paragraph.lastChild === null) continue;
    const next = paragraph.ownerDocument.createElement('p');
    const range = paragraph.ownerDocument.createRange();
    range.setStart(child, at);
    range.setEndAfter(paragraph.lastChild);
    next.append(range.extractContents());
    paragraph.after(next);
    return next;
  }
  return null;
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
