/** Under the bar at the window's top. */
const barHeight = 56;

/** Index of the first block that is not above the window; 0 at the article's start. */
export function blockAtTop(article: ParentNode): number {
  const blocks = [...article.querySelectorAll<HTMLElement>('[data-block]')];
  let [low, high] = [0, blocks.length];
  // Blocks stand in reading order, so the first one in sight is found by halving.
  while (low < high) {
    const middle = (low + high) >> 1;
    const bottom = blocks[middle]?.getBoundingClientRect().bottom ?? 0;
    if (bottom <= barHeight) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? 0 : Number(blocks[low]?.dataset['block'] ?? 0);
}

/** Back to where reading stopped, without a mark. */
export function scrollToBlock(article: ParentNode, block: number): void {
  const place = article.querySelector(`[data-block="${block}"]`);
  if (place === null) return;
  scrollTo({ top: scrollY + place.getBoundingClientRect().top - barHeight });
}
