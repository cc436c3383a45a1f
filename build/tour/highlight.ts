import { join } from 'node:path';
import { poll } from '../../tests/harness/poll.ts';
import { type Tour, newestClip, takePicture } from './stage.ts';

/** Selects the first paragraph of the newest clip in the reader and highlights it by the key. */
export async function highlight(tour: Tour): Promise<void> {
  const { app, folder } = tour;
  const page = await app.openPage('reader', await newestClip(app));
  await page.bringToFront();
  const words = await poll('the bar over the selection', async () => {
    const selected = await page.evaluate(() => {
      const paragraph = document.querySelector('.article p[data-block]');
      if (paragraph !== null) getSelection()?.selectAllChildren(paragraph);
      return paragraph?.textContent ?? null;
    });
    return (await page.$('.highlight-bar')) === null ? null : selected;
  });
  await page.keyboard.press('h');
  await poll('the highlight', async () =>
    (await page.evaluate(() => [...CSS.highlights].length > 0)) && (await page.$('.highlight-bar')) === null
      ? true
      : null,
  );
  await takePicture(tour, page, join(folder, 'highlight.png'));
  await page.close();
  console.log(`  marked    ${words.slice(0, 70)}…`);
}
