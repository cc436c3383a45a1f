import type { Page } from 'puppeteer-core';
import { type MadeShelf } from '../../tests/harness/large-shelf/make-shelf.ts';
import { indexIsReady, seedShelf } from '../../tests/harness/large-shelf/seed-shelf.ts';
import { launch } from '../../tests/harness/launch.ts';
import { installed } from '../browser/empty-extension.ts';

export interface BenchShelf {
  readonly page: Page;
  /** Address of the library page. */
  readonly library: string;
  /** Address of the page of an extension that does nothing, in the same browser. */
  readonly empty: string;
}

/** The built extension with this shelf in it, in Chromium, beside an empty extension. */
export async function withShelf<Result>(
  made: MadeShelf,
  emptyFolder: string,
  measure: (shelf: BenchShelf) => Promise<Result>,
): Promise<Result> {
  const shelf = await launch('chromium', { headless: true });
  try {
    const page = await shelf.openPage('library');
    await page.setViewport({ width: 1280, height: 900 });
    if (made.clips.length > 0) await seedShelf(page, made);
    // 50,000 clips take minutes on a slow machine.
    await indexIsReady(page, 1_800_000);
    const { id } = await installed(page.browser(), emptyFolder);
    const empty = `chrome-extension://${id}/empty.html`;
    return await measure({ page, library: page.url().replace(/\?.*/, ''), empty });
  } finally {
    await shelf.close();
  }
}
