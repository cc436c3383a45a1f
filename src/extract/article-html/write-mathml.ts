/** MathML without LaTeX is kept as it is, without the attributes and elements that only lay it out. */
export function writeMathMl(element: Element, out: Element, document: Document): void {
  const math = document.importNode(element, true);
  for (const inner of [math, ...math.querySelectorAll('*')]) {
    for (const { name } of Array.from(inner.attributes)) {
      if (name !== 'display' && name !== 'mathvariant') inner.removeAttribute(name);
    }
  }
  out.append(math);
}
