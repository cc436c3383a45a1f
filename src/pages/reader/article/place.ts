import { showInTabs } from './tabs.ts';

/** Brings a block of the article to the middle of the window, marks it, and puts the focus there. */
export function showBlock(article: ParentNode, block: number): void {
  const place = article.querySelector(`[data-block="${block}"]`);
  if (!(place instanceof HTMLElement)) return;
  showInTabs(place);
  for (let folded = place.closest('details'); folded !== null;) {
    folded.open = true;
    folded = folded.parentElement?.closest('details') ?? null;
  }
  place.classList.add('found');
  if (place.tabIndex < 0) place.tabIndex = -1;
  place.focus({ preventScroll: true });
  place.scrollIntoView({ block: 'center' });
}
