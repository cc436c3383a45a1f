import type { Page } from 'puppeteer-core';
import { Popup } from '../../tests/harness/popup.ts';
import type { RunningExtension } from '../../tests/harness/running-extension.ts';
import type { SampleSites } from '../../tests/harness/serve-samples.ts';

export interface Tour {
  readonly app: RunningExtension;
  readonly sites: SampleSites;
  /** Where the screenshots go. */
  readonly folder: string;
  readonly language: string;
  readonly theme: 'light' | 'dark';
}

export type Step = (tour: Tour) => Promise<void>;

export async function takePicture({ app, theme }: Tour, page: Page, path: string): Promise<void> {
  // Firefox's automation cannot choose the theme; its own preference stands there.
  if (app.kind === 'chromium')
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
  await page.screenshot({ path });
}

/** The reader's address part for the clip that was saved last. */
export async function newestClip(app: RunningExtension): Promise<string> {
  const page = await app.openPage('popup');
  const [first] = await new Popup(page).settledRows();
  await page.close();
  return first === undefined ? '' : `?id=${first.id}`;
}
