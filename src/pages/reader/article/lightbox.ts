import type { Translation } from '../../../ui/translation.ts';
import { element } from './enhancement.ts';

/**
 * Shows the picture in a button as large as the window allows. Arrow keys go to the pictures before and after it in the
 * article, Enter or a click on it shows its own size, Escape closes; then the focus is on the button of the last one.
 */
export function openLightbox(button: Element, { t }: Translation): void {
  const buttons = [...(button.closest('.article') ?? document).querySelectorAll('.image-open')];
  let at = Math.max(0, buttons.indexOf(button));
  const dialog = element('dialog', 'lightbox');
  const picture = element('button', 'lightbox-picture');
  const image = element('img');
  const caption = element('p', 'lightbox-caption');
  const close = element('button', 'lightbox-close', '×');
  picture.type = 'button';
  close.type = 'button';
  close.setAttribute('aria-label', t('dismiss'));
  caption.setAttribute('aria-live', 'polite');
  picture.append(image);

  const show = (index: number) => {
    at = (index + buttons.length) % buttons.length;
    const shown = buttons[at]?.querySelector('img');
    if (shown === null || shown === undefined) return;
    const text = shown.alt.trim() === '' ? shown.title.trim() : shown.alt.trim();
    image.src = shown.src;
    image.alt = shown.alt;
    caption.textContent = [text, buttons.length > 1 ? t('imagePlace', at + 1, buttons.length) : '']
      .filter((part) => part !== '')
      .join(' · ');
    dialog.setAttribute('aria-label', text === '' ? t('imageOpen') : text);
    picture.setAttribute('aria-label', t('imageOwnSize'));
    setOwnSize(false);
  };
  const setOwnSize = (on: boolean) => {
    dialog.classList.toggle('own-size', on);
    picture.setAttribute('aria-pressed', String(on));
  };

  picture.addEventListener('click', () => setOwnSize(!dialog.classList.contains('own-size')));
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowRight') show(at + 1);
    else if (event.key === 'ArrowLeft') show(at - 1);
    else return;
    event.preventDefault();
  });
  dialog.addEventListener('close', () => {
    dialog.remove();
    const last = buttons[at];
    if (last instanceof HTMLElement) last.focus();
  });
  dialog.append(picture, caption, close);
  document.body.append(dialog);
  show(at);
  dialog.showModal();
}
