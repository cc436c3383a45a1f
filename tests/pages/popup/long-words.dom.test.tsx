import { expect, test } from 'vitest';
import type { Translation } from '../../../src/ui/translation.ts';
import { find } from '../../ui/show.tsx';
import { english } from '../../ui/translations.ts';
import { showPopup } from './show-popup.tsx';

// Words of other languages are longer: what one presses stays within the window all the same.
test.each(['Clip', 'Сохранить', 'Сохранить эту страницу', 'Сохранить эту страницу целиком'])(
  'the menu beside "%s" opens into the window',
  async (clip) => {
    const translation: Translation = {
      language: 'en',
      t: (key, ...substitutions) => (key === 'clip' ? clip : english.t(key, ...substitutions)),
    };
    const { root } = await showPopup({ translation });
    root.style.width = '400px';
    await expect.poll(() => root.querySelector('.menu-button')).not.toBeNull();
    find('.menu-button', HTMLElement).click();
    await expect.poll(() => root.querySelectorAll('[role=menuitem]').length).toBeGreaterThan(1);
    const { left, right } = root.getBoundingClientRect();
    for (const control of root.querySelectorAll('[role=menuitem], .page-actions button')) {
      const place = control.getBoundingClientRect();
      expect([control.textContent, place.left >= left, place.right <= right]).toEqual([
        control.textContent,
        true,
        true,
      ]);
    }
  },
);
