import { leaveOut } from '../account/leave-out.ts';
import { floatingMark } from '../copy/mark-floating.ts';
import { hiddenMark } from '../copy/mark-hidden.ts';
import type { PageCopy } from '../copy/page-copy.ts';
import { textLengthOf } from './ink.ts';

/** Pictures that the page hides in favour of another, such as the one for the dark theme: before they are read. */
export function dropHiddenImages(copy: PageCopy): void {
  for (const image of copy.body.querySelectorAll(`img[${hiddenMark}]`))
    if (hasShownTwin(image)) leaveOut(image, 'hidden', 'prune/hidden');
}

/** What the page does not show: by its style sheets, or by what an element itself says. */
export function dropHidden(copy: PageCopy, total: number): void {
  for (const element of copy.body.querySelectorAll(
    `[hidden], [aria-hidden="true"], [style*="display:none"], [style*="display: none"], [${hiddenMark}]`,
  )) {
    if (element.querySelector('pre') !== null || textLengthOf(element) >= total * 0.3) continue;
    if (element.hasAttribute(hiddenMark) && opensLater(element)) continue;
    leaveOut(element, 'hidden', 'prune/hidden');
  }
}

/** What floats over the page, unless it is what the page is about: an application may float all of itself. */
export function dropFloating(copy: PageCopy, total: number): void {
  for (const element of copy.body.querySelectorAll(`[${floatingMark}]`)) {
    if (element.querySelector('pre, h1, article, main') !== null || textLengthOf(element) >= total * 0.3)
      continue;
    leaveOut(element, 'controls', 'prune/floating');
  }
}

/** Whether a press on the page shows it: tabs, answers under their questions, and pictures that wait for a script. */
function opensLater(element: Element): boolean {
  if (
    element.matches('pre, code, [data-math]') ||
    element.closest('[data-tabs], details, pre, [data-math]') !== null
  )
    return true;
  if (element.querySelector('img') !== null || element.tagName === 'IMG') return !hasShownTwin(element);
  const before = element.previousElementSibling;
  const opener = 'button, [aria-expanded], [role="button"], [aria-controls], summary, h2, h3, h4, h5, h6, dt';
  return before !== null && (before.matches(opener) || before.querySelector(opener) !== null);
}

/** Whether the page shows another picture in the place of a hidden one. */
function hasShownTwin(element: Element): boolean {
  const beside = [...(element.parentElement?.children ?? [])].filter((each) => each !== element);
  return beside.some(
    (each) =>
      !each.hasAttribute(hiddenMark) && (each.tagName === 'IMG' || each.querySelector('img') !== null),
  );
}
