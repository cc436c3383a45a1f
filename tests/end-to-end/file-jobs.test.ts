import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { control, findControl, shows, visibleText } from '../harness/controls.ts';
import type { BrowserKind } from '../harness/find-browser.ts';
import { launch } from '../harness/launch.ts';
import { poll } from '../harness/poll.ts';
import { giveFile } from './give-file.ts';
import { keptClips } from './kept-clips.ts';

const entries = 300;

/** As a browser exports them; every tenth is no web page. */
function bookmarks(): string {
  const lines = Array.from({ length: entries }, (_each, index) =>
    index % 10 === 9
      ? `<DT><A HREF="place:${index}">Folder</A>`
      : `<DT><A HREF="https://reading.example/${index}" TAGS="go,网络">收藏 ${index}</A>`,
  );
  return ['<!DOCTYPE NETSCAPE-Bookmark-file-1>', '<DL><p>', ...lines, '</DL><p>'].join('\n');
}

async function progressed(page: Page, atLeast: number): Promise<void> {
  let allowed = false;
  await poll(
    `${atLeast} entries`,
    async () => {
      // Automation installs the extension anew, and the browser may have forgotten what the reader allowed. Pressed once:
      // where that button was, the one that pauses is next.
      const allow = allowed ? null : await findControl(page, 'button', 'Allow and start');
      if (allow !== null) {
        allowed = true;
        await allow.click();
      }
      return Number(/(\d+) of 300/.exec(await visibleText(page))?.[1] ?? 0) >= atLeast ? true : null;
    },
    60_000,
  ).catch(async (error: unknown) => {
    throw new Error(`${String(error)}; the page shows:\n${await visibleText(page)}`, { cause: error });
  });
}

test.each<BrowserKind>(['chromium', 'firefox'])(
  'an import goes on through the death of its page, of the worker and of the browser: every entry once (%s)',
  { timeout: 180_000 },
  async (kind) => {
    const folder = await mkdtemp(join(tmpdir(), 'clipshelf-import-'));
    const file = join(folder, 'bookmarks.html');
    await writeFile(file, bookmarks());
    const shelf = await launch(kind);
    try {
      const page = await shelf.openPage('options');
      await giveFile(page, file);
      await shows(page, 'Cannot be read');
      expect(await keptClips(page)).toEqual([]);
      await (await control(page, 'button', 'Import')).click();
      await progressed(page, 40);
      await page.close();
      await shelf.killWorker();
      // Opened anew, a page says at once that there is work.
      await progressed(await shelf.openPage('options'), 120);
      // Firefox is slow to start; what happens then does not depend on the browser.
      if (kind === 'chromium') await shelf.crash();
      const again = await shelf.openPage('options');
      await progressed(again, entries);
      await shows(again, 'Finished');
      await shows(again, '270 new');
      await shows(again, '30 could not be read');
      const clips = await keptClips(again);
      expect(new Set(clips.map(({ url }) => url)).size).toBe(270);
      expect(clips).toHaveLength(270);
      await (await control(again, 'button', 'Check now')).click();
      await shows(again, 'All is well');
      expect(shelf.takeProblems()).toEqual([]);
    } finally {
      await shelf.close();
      await rm(folder, { recursive: true });
    }
  },
);
