import { expect, test } from 'vitest';
import { launch } from '../harness/launch.ts';
import { Popup } from '../harness/popup.ts';
import { sampleArticles } from '../harness/samples.ts';
import { faultyPages, serveFaults } from '../harness/serve-faults.ts';
import { unbrokenJourney } from './journey.ts';

const [article] = sampleArticles;
if (article === undefined) throw new Error('there are no samples');

/** A fingerprint of the page's own elements, without what a restless page does to itself. */
const elements = () =>
  [...document.querySelectorAll('*:not(.live-counter)')].map(({ localName }) => localName).join().length;

test.each(['chromium', 'firefox'] as const)(
  'pages that break clippers are clipped whole (%s)',
  async (kind) => {
    const site = await serveFaults();
    const shelf = await launch(kind);
    try {
      for (const [i, page] of faultyPages.entries()) {
        const tab = await shelf.openTab(site.at(page));
        const before = page.name === 'trapped' ? 0 : await tab.evaluate(elements);
        const popup = new Popup(await shelf.openPopup(tab));
        await popup.read();
        await popup.press('clip');
        await popup.saved();
        await popup.shows(`${String(i + 1)} clip`);
        await popup.search(page.says);
        await popup.firstRow(page.title, page.says);
        await shelf.closePopup();
        if (page.name !== 'trapped') expect(await tab.evaluate(elements)).toBe(before);
        await tab.close();
      }
      expect(shelf.takeProblems()).toEqual([]);
    } finally {
      await shelf.close();
      await site.close();
    }
  },
);

unbrokenJourney('a database that an older page holds: said, and clipped after it let go', async (stage) => {
  const { shelf, sites } = stage;
  const holder = await shelf.openPage('parser');
  await shelf.killWorker();
  await holder.evaluate(async () => {
    await new Promise((resolve) => {
      indexedDB.deleteDatabase('clipshelf').addEventListener('success', resolve);
    });
    // An older release's page, which does not let go when it is asked to.
    const request = indexedDB.open('clipshelf', 1);
    request.addEventListener('success', () => Object.assign(globalThis, { held: request.result }));
    await new Promise((resolve) => {
      request.addEventListener('success', resolve);
    });
  });
  const tab = await shelf.openTab(sites.at(article.site, article.path));
  const popup = new Popup(await shelf.openPopup(tab));
  await popup.shows('still uses the old library');
  await holder.evaluate('held.close()');
  await popup.press('actionRetry');
  await popup.read();
  await popup.press('clip');
  await popup.saved();
  await popup.rows(1);
});

unbrokenJourney('a database of a later release is left as it is, and said', async (stage) => {
  const { shelf, sites } = stage;
  const other = await shelf.openPage('parser');
  await shelf.killWorker();
  const version = await other.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const request = indexedDB.open('clipshelf', 9_990);
        request.addEventListener('upgradeneeded', () => {
          if (!request.result.objectStoreNames.contains('later')) request.result.createObjectStore('later');
        });
        request.addEventListener('error', () => reject(new Error('not opened')));
        request.addEventListener('success', () => {
          request.result.close();
          resolve(request.result.version);
        });
      }),
  );
  const tab = await shelf.openTab(sites.at(article.site, article.path));
  const popup = new Popup(await shelf.openPopup(tab));
  await popup.shows('newer');
  const after = await other.evaluate(async () =>
    (await indexedDB.databases()).find(({ name }) => name === 'clipshelf'),
  );
  expect(after?.version).toBe(version);
});
