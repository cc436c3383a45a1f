import type { LeftOutReason } from '../../core/clip/left-out.ts';
import type { PageCopy } from '../copy/page-copy.ts';

/** Why an element left the page, and by which rule. */
export interface Departure {
  readonly reason: LeftOutReason;
  readonly rule: string;
}

/** Takes an element that people see out of the copy. There is no other way: what leaves is named in the account. */
export function leaveOut(copy: PageCopy, element: Element, reason: LeftOutReason, rule: string): void {
  copy.departures.set(element, { reason, rule });
  element.remove();
}
