/** A link to a note, as generators that know footnotes write it; the note is a `.footnote-definition`. */
export function noteLink(document: Document, id: string): Element {
  const link = document.createElement('a');
  link.className = 'footnote-ref';
  link.setAttribute('href', `#${id}`);
  link.textContent = '*';
  return link;
}
