import { expect, test } from 'vitest';
import { makeLibrary } from '../harness/large-library/make-library.ts';
import { indexIsReady, seedLibrary } from '../harness/large-library/seed-library.ts';
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
    const app = await launch(kind);
    try {
      const article = await app.openTab(sites.at(wanted.site, wanted.path));
      const first = new Popup(await app.openPopup(article));
      await first.read();
      await first.press('clip');
      await first.saved();
      await app.closePopup();

      const page = await app.openPage('options');
      await seedLibrary(page, makeLibrary(10_000, Date.now() - 86_400_000, { blocks: 4 }));
      await indexIsReady(page);
      await app.restart();

      const tab = await app.openTab(sites.at('home'));
      const popup = new Popup(await app.openPopup(tab));
      await popup.shows('10,001 clips');
      await popup.search('落在');
      const row = await popup.firstRow(wanted.title);
      expect(row.marked).toContain('落在');
      await popup.search('nodefraction');
      await popup.firstRow(wanted.title, '--nodefraction=0.05');
      expect(app.takeProblems()).toEqual([]);
    } finally {
      await app.close();
      await sites.close();
    }
  },
);
