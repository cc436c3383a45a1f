import type { LeftOutReason } from '../../core/clip/left-out.ts';

/** Why an element left the page, and by which rule. */
export interface Departure {
  readonly reason: LeftOutReason;
  readonly rule: string;
}

const departures = new WeakMap<Element, Departure>();

/**
 * Takes what people see out of the copy, or what was written of it out of the article. There is no other way (a test of
 * the repository sees to that): what leaves is named in the account.
 */
export function leaveOut(node: ChildNode, reason: LeftOutReason, rule: string): void {
  if (node instanceof Element) departures.set(node, { reason, rule });
  node.remove();
}

/** Why an element was left out; undefined where it was not, by itself. */
export function departureOf(element: Element): Departure | undefined {
  return departures.get(element);
}

/** Takes out what shows nothing, or whose words stand elsewhere by now: there is nothing to name. */
export function discard(node: ChildNode): void {
  node.remove();
}
