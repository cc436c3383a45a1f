/**
 * Cloning leaves open shadow roots behind. Each is put back into its host's copy, with the host's own children in
 * their slots. `live` is every element of the live page in tree order, and `root` its faithful copy.
 */
export function inlineShadowRoots(live: HTMLCollectionOf<Element>, root: Element): void {
  const hosts: number[] = [];
  for (let index = 0; index < live.length; index++) {
    if (live[index]?.shadowRoot) hosts.push(index);
  }
  if (hosts.length === 0) return;
  const copies = [root, ...root.getElementsByTagName('*')];
  for (const index of hosts) {
    const shadow = live[index]?.shadowRoot;
    const host = copies[index];
    if (shadow && host) flatten(shadow, host);
  }
}

function flatten(shadow: ShadowRoot, host: Element): void {
  const document = host.ownerDocument;
  const content = document.createElement('div');
  for (const child of shadow.childNodes) content.append(document.importNode(child, true));
  const inner = [...shadow.querySelectorAll('*')];
  const copied = [...content.querySelectorAll('*')];
  for (const [index, element] of inner.entries()) {
    const target = copied[index];
    if (element.shadowRoot && target) flatten(element.shadowRoot, target);
  }
  for (const style of content.querySelectorAll('style')) style.remove();
  for (const slot of content.querySelectorAll('slot')) fillSlot(slot, host);
  host.replaceChildren(...content.childNodes);
}

function fillSlot(slot: Element, host: Element): void {
  const name = slot.getAttribute('name') ?? '';
  const assigned = [...host.childNodes].filter(
    (child) => (child.nodeType === 1 ? (elementSlot(child) ?? '') : '') === name && child.nodeType !== 8,
  );
  slot.replaceWith(...(assigned.length > 0 ? assigned : slot.childNodes));
}

function elementSlot(node: Node): string | null {
  return node instanceof Element ? node.getAttribute('slot') : null;
}
