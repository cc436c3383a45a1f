import type { Page } from 'puppeteer-core';

/** Gives the file to the page's field for files, as the browser's dialog does. */
export async function giveFile(page: Page, path: string): Promise<void> {
  const field = await page.waitForSelector('input[type=file]');
  if (field === null) throw new Error('no field for files');
  await (field as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(path);
}
