import { writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { Popup } from '../harness/popup.ts';
import type { PageName } from '../harness/running-extension.ts';
import { type Theme, wear } from './camera.ts';
import type { Canvas } from './compose.ts';
import type { Stage } from './stage.ts';

/** Bytes that a picture of the README or the guide may have. */
const most = 80_000;

interface Subject {
  /** The article that is shown, by the end of its address. */
  readonly article: { readonly site: string; readonly path: string };
  readonly search: string;
}

export const english: Subject = {
  article: { site: 'paperlane', path: 'posts/madv-free/' },
  search: 'memory',
};
export const chinese: Subject = {
  article: { site: 'yunshan', path: '2025/03/18/grpc-load-balancing/' },
  search: '负载均衡',
};

/** A running extension with a library, and what its pictures are about. */
export type Studio = Pick<Stage, 'app' | 'sites' | 'language'> & Subject;

/** The popup on the article, or on another page of its site, with something found where a search is given. */
export async function openPopup(
  { app, sites, language, article }: Studio,
  { path = article.path, search = '' },
): Promise<Page> {
  const page = await app.openPopup(await app.openTab(sites.at(article.site, path)));
  const popup = new Popup(page, language);
  if (search !== '') await popup.search(search);
  await popup.settledRows();
  return page;
}

/** The address part of the article's clip in the reader. */
export async function articleQuery({ app, article }: Studio): Promise<string> {
  const page = await app.openPage('library');
  await page.waitForSelector('.library-row');
  const wanted = article.site;
  const id = await page.evaluate((site) => {
    const row = [...document.querySelectorAll('.library-row')].findLast((each) =>
      each.querySelector('.row-site')?.textContent.startsWith(site),
    );
    return new URL(row?.querySelector('a')?.href ?? 'x:').searchParams.get('id');
  }, wanted);
  await page.close();
  return `?${new URLSearchParams({ id: id ?? '' }).toString()}`;
}

/** Opens a page at this size and theme, uses it once it is drawn, and closes it. */
export async function onPage<Result>(
  { app }: Studio,
  name: PageName,
  query: string,
  { width, height, scale }: Canvas,
  theme: Theme,
  use: (page: Page) => Promise<Result>,
): Promise<Result> {
  const page = await app.openPage(name, query);
  await page.setViewport({ width, height, deviceScaleFactor: scale });
  await wear(page, 'chromium', theme);
  await page.waitForSelector('.library-row, .snippet, .article [data-block], .settings-group');
  await page.mouse.move(width - 4, height - 4);
  // Pictures, colours of code and the outline come after the text.
  await sleep(1_500);
  const result = await use(page);
  await page.close();
  return result;
}

/** As good as fits. */
export async function writeSmall(page: Page, file: string): Promise<void> {
  for (const quality of [88, 80, 70, 60, 50]) {
    const bytes = await page.screenshot({ type: 'webp', quality });
    if (bytes.length > most && quality > 50) continue;
    await writeFile(file, bytes);
    console.log(`     ${file}  ${String(Math.round(bytes.length / 1_000))} kB`);
    return;
  }
}
