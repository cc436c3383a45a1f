import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { inProject } from '../../build/paths.ts';
import { launch } from '../harness/launch.ts';
import { Popup } from '../harness/popup.ts';
import { sampleArticles } from '../harness/samples.ts';
import { serveSamples } from '../harness/serve-samples.ts';

/** The released extension without what Firefox for Android has not: then the browser offers no API for it. */
async function withoutDesktopApis(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'clipshelf-android-'));
  await cp(inProject('dist/firefox'), folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const { omnibox, commands, sidebar_action, permissions, ...rest } = JSON.parse(
    await readFile(path, 'utf8'),
  ) as Record<string, unknown>;
  expect([omnibox, commands, sidebar_action].includes(undefined)).toBe(false);
  const kept = (permissions as string[]).filter((name) => name !== 'contextMenus');
  await writeFile(path, JSON.stringify({ ...rest, permissions: kept }));
  return folder;
}

/** What can be pressed and is smaller than a fingertip; links within a sentence are excepted. */
function smallTargets(): readonly string[] {
  return [...document.querySelectorAll('button, input, select, summary, a.button, nav a')].flatMap(
    (element) => {
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return [];
      const pressed = element.matches('[type=checkbox], [type=radio]')
        ? (element.closest('label') ?? element)
        : element;
      const { width, height } = pressed.getBoundingClientRect();
      if (width === 0 || (width >= 44 && height >= 44)) return [];
      return [
        `${element.outerHTML.slice(0, 120)}: ${String(Math.round(width))} x ${String(Math.round(height))}`,
      ];
    },
  );
}

async function atPhoneWidth(page: Page, width: number): Promise<void> {
  await page.setViewport({ width, height: 800 });
  await page.waitForSelector('h1');
  await page.waitForSelector('button');
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  expect(await page.evaluate(smallTargets)).toEqual([]);
}

test('Firefox with a finger and without menus, keyword, shortcuts and sidebar: clips, finds, reads', async () => {
  const [article] = sampleArticles;
  if (article === undefined) throw new Error('no sample');
  const extension = await withoutDesktopApis();
  const sites = await serveSamples();
  const app = await launch('firefox', { headless: true, extension, touch: true });
  try {
    const tab = await app.openTab(sites.at(article.site, article.path));
    const popup = new Popup(await app.openPopup(tab));
    await popup.read();
    await popup.press('clip');
    await popup.saved();
    await app.closePopup();

    const page = await app.openPage('popup');
    expect(await page.evaluate(() => matchMedia('(pointer: coarse) and (hover: none)').matches)).toBe(true);
    expect(
      await page.evaluate(() => {
        const api = Reflect.get(globalThis, 'browser') as object;
        return ['contextMenus', 'omnibox', 'commands', 'sidebarAction'].filter(
          (name) => Reflect.get(api, name) !== undefined,
        );
      }),
    ).toEqual([]);
    const phone = new Popup(page);
    await phone.search(article.title.slice(0, 12));
    await phone.firstRow(article.title);
    for (const width of [360, 430]) await atPhoneWidth(page, width);
    for (const name of ['library', 'options', 'jobs'] as const)
      await atPhoneWidth(await app.openPage(name), 390);
    expect(app.takeProblems()).toEqual([]);
  } finally {
    await app.close();
    await sites.close();
    await rm(extension, { recursive: true });
  }
});
