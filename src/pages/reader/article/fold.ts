import { type Enhancement, element } from './enhancement.ts';

/** Lines from which a block is folded, and how many it then shows (see .folded in style/typography.css). */
const longBlock = 40;

/** Long code shows its beginning and a button for the rest. All of it stays in the page: find in page and copy see it. */
export function foldLongCode(article: ParentNode, { translation: { t } }: Enhancement): void {
  for (const block of article.querySelectorAll('.code-block')) {
    const pre = block.querySelector('pre');
    const lines = pre?.textContent.split('\n').length ?? 0;
    if (pre === null || lines < longBlock) continue;
    block.classList.add('folded');
    const button = element('button', 'code-unfold', t('codeUnfold', lines));
    button.type = 'button';
    const unfold = () => {
      block.classList.remove('folded');
      button.remove();
    };
    button.addEventListener('click', () => {
      unfold();
      pre.focus();
    });
    // A folded block does not scroll by hand: what scrolls it is the browser, which found something in it. That stays
    // where it is in the window while the block opens above it.
    pre.addEventListener('scroll', () => {
      if (pre.scrollTop === 0 || !block.classList.contains('folded')) return;
      const before = pre.getBoundingClientRect().top - pre.scrollTop;
      unfold();
      // The browser's own scroll anchoring may have done it by the next frame.
      requestAnimationFrame(() =>
        requestAnimationFrame(() =>
          scrollBy({ top: pre.getBoundingClientRect().top - before, behavior: 'instant' }),
        ),
      );
    });
    unfoldAroundSelection(block, pre, unfold);
    block.append(button);
  }
}

/** Firefox's find does not scroll what scrolls by no hand: it selects what it found, and that may be cut from sight. */
function unfoldAroundSelection(block: Element, pre: HTMLElement, unfold: () => void): void {
  const stop = new AbortController();
  const look = () => {
    if (!block.isConnected || !block.classList.contains('folded')) {
      stop.abort();
      return;
    }
    const selection = getSelection();
    const node = selection?.focusNode ?? null;
    if (selection === null || node === null || !pre.contains(node)) return;
    const { bottom } = selection.getRangeAt(0).getBoundingClientRect();
    if (bottom <= pre.getBoundingClientRect().bottom) return;
    stop.abort();
    unfold();
    node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
  };
  document.addEventListener('selectionchange', look, { signal: stop.signal });
}
