import { expect } from 'vitest';
import type { Page } from 'puppeteer-core';
import { press, shows } from '../harness/controls.ts';
import { poll } from '../harness/poll.ts';
import { Popup } from '../harness/popup.ts';
import { unbrokenJourney } from './journey.ts';
import { clipIds } from './kept-clips.ts';

function until(what: string, test: () => Promise<boolean>): Promise<true> {
  return poll(what, async () => ((await test()) ? true : null));
}

/** All that its scripts see of a page. */
function markupOf(tab: Page): Promise<string> {
  return tab.evaluate(() => document.documentElement.outerHTML);
}

async function articleOf(reader: Page): Promise<string> {
  await shows(reader, /complete/i);
  return await reader.evaluate(() => document.querySelector('.article')?.textContent ?? '');
}

unbrokenJourney(
  'another part of the page is chosen in the popup, clipped, and taken again by re-extraction',
  async ({ app, sites }) => {
    const tab = await app.openTab(sites.at('accounts', 'two-parts.html'));
    const before = await markupOf(tab);
    const page = await app.openPopup(tab);
    const popup = new Popup(page);
    await popup.read();
    await press(page, 'More');
    await press(page, 'Choose the part…', 'menuitem');
    await press(page, /^What the keeper answered/, 'radio');
    // The card counts the part's words, and no longer the page's.
    await shows(page, /localhost\D*5\d words/);
    await popup.read();
    await popup.press('clip');
    await popup.saved();
    await app.closePopup();
    expect(await markupOf(tab)).toBe(before);

    const [id = ''] = await clipIds(await app.openPage('options'));
    const reader = await app.openPage('reader', `?id=${id}`);
    await shows(reader, 'quernstone');
    expect(await articleOf(reader)).not.toContain('first frost');
    await press(reader, 'Export & more');
    await press(reader, 'Re-extract now');
    await shows(reader, /extract/i);
    await reader.close();
    const again = await app.openPage('reader', `?id=${id}`);
    await shows(again, 'quernstone');
    expect(await articleOf(again)).not.toContain('first frost');
  },
);

unbrokenJourney(
  'a part is picked on the page by keys, or by the mouse, and Escape ends it',
  async ({ app, sites }) => {
    const tab = await app.openTab(sites.at('accounts', 'two-parts.html'));
    const before = await markupOf(tab);
    const ids = async () => {
      const options = await app.openPage('options');
      const found = await clipIds(options);
      await options.close();
      await tab.bringToFront();
      return found;
    };
    const pick = async () => {
      const page = await app.openPopup(tab);
      await new Popup(page).read();
      await press(page, 'More');
      await press(page, 'Choose the part…', 'menuitem');
      await press(page, 'Pick on the page');
      await until('the hint on the page', async () =>
        (await tab.evaluate(() => getComputedStyle(document.documentElement, '::after').content)).includes(
          'Esc',
        ),
      );
      // It closes by itself, maybe in this moment.
      await app.closePopup().catch(() => undefined);
      await tab.bringToFront();
    };
    const isOver = () =>
      until('the end of picking', async () => {
        const content = await tab.evaluate(
          () => getComputedStyle(document.documentElement, '::after').content,
        );
        return !content.includes('Esc');
      });
    await pick();
    // What the page's own scripts make does not count.
    await tab.evaluate(() => {
      dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
      document.querySelector('p')?.click();
    });
    await tab.keyboard.press('Escape');
    await isOver();
    expect(await ids()).toEqual([]);

    await pick();
    const answer = await tab.$('#answer');
    await answer?.hover();
    await tab.keyboard.press('ArrowUp');
    await tab.keyboard.press('ArrowUp');
    await tab.keyboard.press('ArrowDown');
    await tab.keyboard.press('Enter');
    await isOver();
    await until('the clip', async () => (await ids()).length === 1);
    const [id = ''] = await ids();
    const reader = await app.openPage('reader', `?id=${id}`);
    await shows(reader, 'level --mark lower');
    expect(await articleOf(reader)).not.toContain('first frost');
    await reader.close();
    await tab.bringToFront();

    await pick();
    // The pointer is still there: a click would take what is shown, which it did not point at yet.
    await tab.mouse.move(1, 1);
    await answer?.click();
    await isOver();
    expect(await markupOf(tab)).toBe(before);
    await until('the smaller part', async () => {
      const changed = await app.openPage('reader', `?id=${id}`);
      await shows(changed, 'quernstone');
      const text = await articleOf(changed);
      await changed.close();
      return !text.includes('level --mark');
    });
  },
);
