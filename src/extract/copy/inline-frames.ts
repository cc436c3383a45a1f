/** A frame whose text outweighs the page's own is the article's place (wikis, course sites, mail archives). */
export function inlineFrames(document: Document, copy: Document): void {
  const bodies: HTMLElement[] = [];
  for (const name of ['iframe', 'frame']) {
    for (const element of Document.prototype.getElementsByTagName.call(document, name)) {
      const body = frameBody(element);
      if (body !== null) bodies.push(body);
    }
  }
  if (bodies.length === 0) return;
  const own = visibleLength(copy.body);
  for (const body of bodies) {
    if (visibleLength(body) < Math.max(400, own)) continue;
    const place = copy.createElement('div');
    for (const child of body.childNodes) place.append(copy.importNode(child, true));
    copy.body.append(place);
  }
}

/** Null for a frame of another origin, whose document may not be read. */
function frameBody(frame: Element): HTMLElement | null {
  const document: unknown = Reflect.get(frame, 'contentDocument');
  if (typeof document !== 'object' || document === null || !('body' in document)) return null;
  const { body } = document;
  return typeof body === 'object' && body !== null && 'childNodes' in body && 'textContent' in body
    ? asElement(body)
    : null;
}

function asElement(value: object): HTMLElement | null {
  return 'nodeType' in value && value.nodeType === 1 && isElement(value) ? value : null;
}

/** Elements of a frame belong to another realm, where `instanceof` says no. */
function isElement(value: object): value is HTMLElement {
  return 'getAttribute' in value;
}

function visibleLength(body: HTMLElement): number {
  let length = 0;
  for (const element of body.querySelectorAll('p, pre, li, td, h1, h2, h3')) {
    length += (element.textContent ?? '').trim().length;
  }
  return length;
}
