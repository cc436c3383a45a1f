import type { Page } from 'puppeteer-core';
import { putRows, rowsOf } from '../harness/table-rows.ts';

/** The addresses of all pictures that the articles of the library have. */
export async function pictureAddresses(page: Page): Promise<readonly string[]> {
  return (await rowsOf(page, 'bodies')).flatMap(({ images }) => images.map(({ url }) => url));
}

/** Writes hostile HTML straight into the bodies of the clips, past everything that would have kept it out. */
export async function putHostileBodies(page: Page, html: readonly string[]): Promise<void> {
  const bodies = await rowsOf(page, 'bodies');
  await putRows(
    page,
    'bodies',
    bodies.map((body, index) => ({ ...body, html: `<p>before</p>${html[index] ?? ''}` })),
  );
}
