import { expect, test } from 'vitest';
import { makeShelf } from '../harness/large-shelf/make-shelf.ts';
import { indexIsReady, seedShelf } from '../harness/large-shelf/seed-shelf.ts';
import { launch } from '../harness/launch.ts';
import { Popup } from '../harness/popup.ts';
import { sampleArticles } from '../harness/samples.ts';
import { serveSamples } from '../harness/serve-samples.ts';

const wanted = sampleArticles.find(({ site }) => site === 'yunshan');
if (wanted === undefined) throw new Error('no such sample');

test.each(['chromium', 'firefox'] as const)(
  '10,000 clips, the browser started anew: two Chinese characters find the right one first (%s)',
  { timeout: 300_000 },
  async (kind) => {
    const sites = await serveSamples();
    const shelf = await launch(kind);
    try {
      const article = await shelf.openTab(sites.at(wanted.site, wanted.path));
      const first = new Popup(await shelf.openPopup(article));
      await first.read();
      await first.press('clip');
      await first.saved();
      await shelf.closePopup();

      const page = await shelf.openPage('options');
      await seedShelf(page, makeShelf(10_000, Date.now() - 86_400_000, { blocks: 4 }));
      await indexIsReady(page);
      await shelf.restart();

      const tab = await shelf.openTab(sites.at('home'));
      const popup = new Popup(await shelf.openPopup(tab));
      await popup.shows('10,001 clips');
      await popup.search('落在');
      const row = await popup.firstRow(wanted.title);
      expect(row.marked).toContain('落在');
      await popup.search('nodefraction');
      await popup.firstRow(wanted.title, '--nodefraction=0.05');
      expect(shelf.takeProblems()).toEqual([]);
    } finally {
      await shelf.close();
      await sites.close();
    }
  },
);
