import type { LiveCopy } from './read-live-page.ts';
import { replaceWithAll, setChildren } from '../many-nodes.ts';

/** Puts open shadow roots back into the copies of their hosts, with the hosts' own children in their slots. */
export function inlineShadowRoots(shadows: LiveCopy['shadows']): void {
  for (const [shadow, host] of shadows) flatten(shadow, host);
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
  setChildren(host, content.childNodes);
}

function fillSlot(slot: Element, host: Element): void {
  const name = slot.getAttribute('name') ?? '';
  const assigned = [...host.childNodes].filter(
    (child) => (child.nodeType === 1 ? (elementSlot(child) ?? '') : '') === name && child.nodeType !== 8,
  );
  replaceWithAll(slot, assigned.length > 0 ? assigned : slot.childNodes);
}

function elementSlot(node: Node): string | null {
  return node instanceof Element ? node.getAttribute('slot') : null;
}
