import { type Enhancement, element } from './enhancement.ts';

const removable = ':is(p, li, h1, h2, h3, h4, h5, h6, blockquote, dt, dd, pre)[data-block]';
/** Of a block's text, in the name of its button. */
const nameLength = 60;

/**
 * Gives each block a button that removes it, for as long as the user tidies the article up; returns what ends that.
 * `focused`: the place of the button that had the focus as the article was built anew.
 */
export function showRemovers(
  root: HTMLElement,
  { translation: { t } }: Pick<Enhancement, 'translation'>,
  remove: (block: number, place: number) => void,
  focused: number | null,
): () => void {
  root.classList.add('tidying');
  const buttons = [...root.querySelectorAll<HTMLElement>(removable)]
    .filter((block) => block.closest('.footnote-popover') === null)
    .map((block, place) => {
      const button = element('button', 'block-remove', '×');
      button.type = 'button';
      const text = block.textContent.trim().replaceAll(/\s+/g, ' ').slice(0, nameLength);
      button.setAttribute('aria-label', t('blockRemove', text));
      button.title = t('blockRemoveShort');
      button.addEventListener('click', () => remove(Number(block.dataset['block']), place));
      const figure = block.closest('.code-block');
      (figure ?? block).prepend(button);
      return button;
    });
  if (focused !== null) buttons[Math.min(focused, buttons.length - 1)]?.focus({ preventScroll: true });
  return () => {
    root.classList.remove('tidying');
    for (const button of buttons) button.remove();
  };
}
