import { showInTabs } from './tabs.ts';

/** Brings a passage or a picture of the article to the middle of the window, and the focus to its block. */
export function showPlace(place: Range | Element): void {
  const container = place instanceof Range ? place.commonAncestorContainer : place;
  const element = container instanceof Element ? container : container.parentElement;
  const block = element?.closest('[data-block]') ?? element;
  if (!(block instanceof HTMLElement)) return;
  showInTabs(block);
  openAround(block);
  block.closest('.code-block.folded')?.querySelector<HTMLElement>('.code-unfold')?.click();
  if (block.tabIndex < 0) block.tabIndex = -1;
  block.focus({ preventScroll: true });
  const { top, height } = place.getBoundingClientRect();
  scrollBy({ top: top - (innerHeight - Math.min(height, innerHeight / 2)) / 2 });
}

function openAround(place: Element): void {
  for (let folded = place.closest('details'); folded !== null;) {
    folded.open = true;
    folded = folded.parentElement?.closest('details') ?? null;
  }
}

/** Brings a block of the article to the middle of the window, marks it, and puts the focus there. */
export function showBlock(article: ParentNode, block: number): void {
  const place = article.querySelector(`[data-block="${block}"]`);
  if (!(place instanceof HTMLElement)) return;
  showInTabs(place);
  openAround(place);
  place.classList.add('found');
  if (place.tabIndex < 0) place.tabIndex = -1;
  place.focus({ preventScroll: true });
  place.scrollIntoView({ block: 'center' });
}
