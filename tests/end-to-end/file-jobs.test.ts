import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { press, shows } from '../harness/controls.ts';
import type { BrowserKind } from '../harness/find-browser.ts';
import { jobProgressed, jobsEnded } from '../harness/jobs.ts';
import { launch } from '../harness/launch.ts';
import { giveFile } from './give-file.ts';
import { keptClips } from './kept-clips.ts';

const entries = 990;

/** As a browser exports them; every tenth is no web page. */
function bookmarks(): string {
  const lines = Array.from({ length: entries }, (_each, index) =>
    index % 10 === 9
      ? `<DT><A HREF="place:${index}">Folder</A>`
      : `<DT><A HREF="https://reading.example/${index}" TAGS="go,网络">收藏 ${index}</A>`,
  );
  return ['<!DOCTYPE NETSCAPE-Bookmark-file-1>', '<DL><p>', ...lines, '</DL><p>'].join('\n');
}

test.each<BrowserKind>(['chromium', 'firefox'])(
  'an import goes on through the death of its page, of the worker and of the browser: every entry once (%s)',
  { timeout: 180_000 },
  async (kind) => {
    const folder = await mkdtemp(join(tmpdir(), 'clipshelf-import-'));
    const file = join(folder, 'bookmarks.html');
    await writeFile(file, bookmarks());
    const app = await launch(kind);
    try {
      const page = await app.openPage('options');
      await giveFile(page, file);
      await shows(page, 'Cannot be read');
      expect(await keptClips(page)).toEqual([]);
      await press(page, 'Import');
      await jobProgressed(page, 80, entries);
      await page.close();
      await app.killWorker();
      // Opened anew, a page says at once that there is work.
      await jobProgressed(await app.openPage('options'), 300, entries);
      // Firefox is slow to start; what happens then does not depend on the browser.
      if (kind === 'chromium') await app.crash();
      const again = await app.openPage('options');
      await jobsEnded(again);
      await shows(again, '891 new');
      await shows(again, '99 could not be read');
      const clips = await keptClips(again);
      expect(new Set(clips.map(({ url }) => url)).size).toBe(891);
      expect(clips).toHaveLength(891);
      await press(again, 'Check now');
      await shows(again, 'All is well');
      expect(app.takeProblems()).toEqual([]);
    } finally {
      await app.close();
      await rm(folder, { recursive: true });
    }
  },
);
