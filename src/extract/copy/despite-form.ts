/** What an element stands in. A form's fields may hide what the form is in and holds: it is not asked itself. */
export function outerOf(element: Element): Element | null {
  const outer: unknown = Reflect.get(Node.prototype, 'parentElement', element);
  return outer instanceof Element ? outer : null;
}

/** What an element holds, though it may be a form. */
export function childrenOf(element: Element): readonly Node[] {
  const children: Node[] = [];
  const next = (node: Node, member: 'firstChild' | 'nextSibling'): Node | null => {
    const found: unknown = Reflect.get(Node.prototype, member, node);
    return found instanceof Node ? found : null;
  };
  for (let node = next(element, 'firstChild'); node !== null; node = next(node, 'nextSibling'))
    children.push(node);
  return children;
}
