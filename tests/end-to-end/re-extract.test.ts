import { expect, test } from 'vitest';
import { press, shows } from '../harness/controls.ts';
import { jobProgressed, jobsEnded } from '../harness/jobs.ts';
import { launch } from '../harness/launch.ts';
import { Popup } from '../harness/popup.ts';
import { sampleArticles } from '../harness/samples.ts';
import { serveSamples } from '../harness/serve-samples.ts';
import { clipIds, keptClips } from './kept-clips.ts';
import { makeOldClips, versionCounts } from './old-clips.ts';

const count = 24;

test.each(['chromium', 'firefox'] as const)(
  'clips are re-extracted: one in the reader with its changes, many though worker and browser die; and back (%s)',
  { timeout: 200_000 },
  async (kind) => {
    const sites = await serveSamples();
    const app = await launch(kind);
    try {
      const [sample] = sampleArticles;
      if (sample === undefined) throw new Error('no sample');
      const tab = await app.openTab(sites.at(sample.site, sample.path));
      const popup = new Popup(await app.openPopup(tab));
      await popup.read();
      await popup.press('clip');
      await popup.saved();
      await app.closePopup();
      await tab.close();
      await sites.close();

      const own = await app.openPage('options');
      const [clip] = await keptClips(own);
      await makeOldClips(own, 1);
      const [id = ''] = await clipIds(own);

      const reader = await app.openPage('reader', `?id=${id}`);
      await shows(reader, 'What an older extractor made of it.');
      await press(reader, 'Export & more');
      await press(reader, 'Re-extract now');
      await shows(reader, 'by re-extraction');
      expect(await reader.evaluate(() => document.querySelectorAll('.change').length)).toBeGreaterThan(0);
      expect(await keptClips(own)).toEqual([clip]);
      await press(reader, 'Restore this version');
      await shows(reader, 'Version restored');
      await shows(reader, 'What an older extractor made of it.');
      await reader.close();

      await makeOldClips(own, count);
      const library = await app.openPage('library');
      await shows(library, `${String(count)} clips`);
      await press(library, 'Select all');
      await press(library, 'Export & more');
      await press(library, 'Re-extract now');
      await jobProgressed(library, 2, count);
      await app.killWorker();
      // Who looks at jobs wakes the worker: Firefox does not by itself.
      await (await app.openPage('jobs')).close();
      await jobProgressed(library, 6, count);
      await app.crash();

      const again = await app.openPage('library');
      await jobsEnded(again);
      const reextracted = await keptClips(again);
      expect(reextracted).toHaveLength(count);
      for (const { code } of reextracted) expect(code).toEqual(clip?.code);
      // The first clip has the version of the reader, too.
      const versions = await versionCounts(again);
      expect([...versions.values()].toSorted((a, b) => a - b)).toEqual([
        ...Array.from({ length: count - 1 }, () => 1),
        2,
      ]);

      await press(again, 'Undo');
      await shows(again, /\d+ restored/);
      await jobsEnded(again);
      expect((await keptClips(again)).filter(({ code }) => code.length > 0)).toEqual([]);
      expect(app.takeProblems()).toEqual([]);
    } finally {
      await app.close();
    }
  },
);
