/**
 * Moves nodes to the end of a parent, one by one: as arguments of one call (`append(...nodes)`) some 100,000 of them are more
 * than the engine's stack holds.
 */
export function appendAll(parent: ParentNode, nodes: Iterable<Node | string>): void {
  for (const node of Array.from(nodes)) parent.append(node);
}

/** Puts nodes in the place of one, any number of them. */
export function replaceWithAll(place: ChildNode, nodes: Iterable<Node | string>): void {
  place.replaceWith(fragmentOf(place, nodes));
}

/** Puts nodes after one, any number of them. */
export function insertAfter(place: ChildNode, nodes: Iterable<Node | string>): void {
  place.after(fragmentOf(place, nodes));
}

/** Gives a parent these nodes in the place of those it has. */
export function setChildren(parent: ParentNode & Node, nodes: Iterable<Node | string>): void {
  parent.replaceChildren(fragmentOf(parent, nodes));
}

function fragmentOf(place: Node, nodes: Iterable<Node | string>): DocumentFragment {
  const fragment = (place.ownerDocument ?? document).createDocumentFragment();
  appendAll(fragment, nodes);
  return fragment;
}
