import { expect, test } from 'vitest';
import { launch } from '../harness/launch.ts';
import { shows } from '../harness/controls.ts';
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
    const app = await launch(kind);
    try {
      for (const [i, page] of faultyPages.entries()) {
        const tab = await app.openTab(site.at(page));
        const before = page.name === 'trapped' ? 0 : await tab.evaluate(elements);
        const popup = new Popup(await app.openPopup(tab));
        await popup.read();
        await popup.press('clip');
        await popup.saved();
        await popup.shows(`${String(i + 1)} clip`);
        await popup.search(page.says);
        await popup.firstRow(page.title, page.says);
        await app.closePopup();
        if (page.name !== 'trapped') expect(await tab.evaluate(elements)).toBe(before);
        await tab.close();
      }
      expect(app.takeProblems()).toEqual([]);
    } finally {
      await app.close();
      await site.close();
    }
  },
);

unbrokenJourney('a database that an older page holds: said, and clipped after it let go', async (stage) => {
  const { app, sites } = stage;
  const holder = await app.openPage('parser');
  await app.killWorker();
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
  const tab = await app.openTab(sites.at(article.site, article.path));
  const popup = new Popup(await app.openPopup(tab));
  await popup.shows('still uses the old library');
  await holder.evaluate('held.close()');
  await popup.press('actionRetry');
  await popup.read();
  await popup.press('clip');
  await popup.saved();
  await popup.rows(1);
});

unbrokenJourney('a database of a later release is left as it is, and said', async (stage) => {
  const { app, sites } = stage;
  const other = await app.openPage('parser');
  await app.killWorker();
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
  const tab = await app.openTab(sites.at(article.site, article.path));
  const popup = new Popup(await app.openPopup(tab));
  await popup.shows('newer');
  const after = await other.evaluate(async () =>
    (await indexedDB.databases()).find(({ name }) => name === 'clipshelf'),
  );
  expect(after?.version).toBe(version);
});

test.each(['chromium', 'firefox'] as const)(
  'a popup that is closed while it reads a large page: what it was told to clip is clipped (%s)',
  async (kind) => {
    const large = faultyPages.find(({ name }) => name === 'many-nodes');
    if (large === undefined) throw new Error('there is no large page');
    const site = await serveFaults();
    const app = await launch(kind);
    try {
      const popup = new Popup(await app.openPopup(await app.openTab(site.at(large))));
      await popup.press('clip');
      await app.closePopup();
      await shows(await app.openPage('library'), large.title);
      expect(app.takeProblems()).toEqual([]);
    } finally {
      await app.close();
      await site.close();
    }
  },
);

unbrokenJourney('a PDF has no article: the popup says that, and its link is kept', async ({ app, sites }) => {
  const tab = await app.openTab(sites.at('home', 'notes.pdf'));
  const popup = new Popup(await app.openPopup(tab));
  await popup.shows('PDF files cannot be clipped');
  await popup.press('actionSaveLink');
  await popup.shows('1 clip');
});
