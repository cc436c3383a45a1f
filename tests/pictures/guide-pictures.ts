import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { inProject } from '../../build/paths.ts';
import { wear } from './camera.ts';
import type { Canvas } from './compose.ts';
import { type Studio, articleQuery, onPage, openPopup, writeSmall } from './studio.ts';

const canvas: Canvas = { width: 960, height: 600, scale: 1.5 };

/** The pictures of docs/guide in one language, beside its chapters. */
export async function takeForGuide(studio: Studio): Promise<void> {
  const folder = inProject('docs/guide', studio.language, 'images');
  await mkdir(folder, { recursive: true });
  const write = (name: string) => (page: Page) => writeSmall(page, join(folder, `${name}.webp`));

  const popup = async (name: string, look: Parameters<typeof openPopup>[1]) => {
    const page = await openPopup(studio, look);
    await wear(page, 'chromium', 'light');
    await sleep(600);
    await write(name)(page);
    await studio.app.closePopup();
  };
  await popup('popup', {});
  await popup('posts', { path: '' });
  await popup('search', { search: studio.search });

  const clip = await articleQuery(studio);
  await onPage(studio, 'reader', clip, canvas, 'light', async (page) => {
    await highlightParagraphs(page);
    await write('highlights')(page);
  });
  await onPage(studio, 'library', '', canvas, 'light', write('library'));
  for (const [name, group] of [
    ['import', 'transfer'],
    ['sync', 'sync'],
  ] as const) {
    await onPage(studio, 'options', `#${group}`, canvas, 'light', write(name));
  }
}

/** Three passages in three colours, by the reader's own keys. */
async function highlightParagraphs(page: Page): Promise<void> {
  for (const [place, key] of (['1', '2', '3'] as const).entries()) {
    await page.evaluate((nth) => {
      const paragraph = document.querySelectorAll('.article p[data-block]')[nth];
      if (paragraph !== undefined) getSelection()?.selectAllChildren(paragraph);
    }, place);
    // The reader hears of it in a task of its own.
    await sleep(200);
    await page.keyboard.press(key);
    await sleep(400);
  }
  await page.evaluate(() => {
    getSelection()?.removeAllRanges();
    document.querySelector('.article p[data-block]')?.scrollIntoView({ block: 'center' });
  });
  await sleep(400);
}
