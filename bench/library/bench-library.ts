import type { Page } from 'puppeteer-core';
import { type MadeLibrary } from '../../tests/harness/large-library/make-library.ts';
import { indexIsReady, seedLibrary } from '../../tests/harness/large-library/seed-library.ts';
import { launch } from '../../tests/harness/launch.ts';
import { installed } from '../browser/empty-extension.ts';

export interface BenchLibrary {
  readonly page: Page;
  /** Address of the library page. */
  readonly library: string;
  /** Address of the page of an extension that does nothing, in the same browser. */
  readonly empty: string;
}

/** The built extension with this library in it, in Chromium, beside an empty extension. */
export async function withExtension<Result>(
  made: MadeLibrary,
  emptyFolder: string,
  measure: (app: BenchLibrary) => Promise<Result>,
): Promise<Result> {
  const app = await launch('chromium', { headless: true });
  try {
    const page = await app.openPage('library');
    await page.setViewport({ width: 1280, height: 900 });
    if (made.clips.length > 0) await seedLibrary(page, made);
    // 50,000 clips take minutes on a slow machine.
    await indexIsReady(page, 1_800_000);
    const { id } = await installed(page.browser(), emptyFolder);
    const empty = `chrome-extension://${id}/empty.html`;
    return await measure({ page, library: page.url().replace(/\?.*/, ''), empty });
  } finally {
    await app.close();
  }
}
