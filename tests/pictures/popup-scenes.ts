import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer-core';
import { inProject } from '../../build/paths.ts';
import { enPosts, zhPosts } from '../harness/blog/posts.ts';
import { Popup } from '../harness/popup.ts';
import type { Scene, Stage } from './stage.ts';

interface Opened {
  readonly page: Page;
  readonly popup: Popup;
}

async function openOn({ app, language }: Stage, url: string): Promise<Opened> {
  const page = await app.openPopup(await app.openTab(url));
  return { page, popup: new Popup(page, language) };
}

const article = (stage: Stage) => stage.blog.at('zh', zhPosts[0]?.path);
const english = (stage: Stage) => stage.blog.at('en', enPosts[0]?.path);
const clippedArticle = (stage: Stage) => stage.sites.at('yunshan', '2025/03/18/grpc-load-balancing/');
const longIndex = (stage: Stage) => stage.sites.at('yunshan');
const shortIndex = (stage: Stage) => stage.blog.at('zh');

const scene = (
  name: string,
  clips: Scene['clips'],
  open: (stage: Stage) => string,
  act?: (opened: Opened, stage: Stage) => Promise<void>,
): Scene => ({
  name,
  clips,
  take: async (stage) => {
    const opened = await openOn(stage, open(stage));
    await opened.page.waitForFunction(() => document.querySelector('h1')?.textContent !== '');
    await sleep(600);
    await act?.(opened, stage);
    await sleep(200);
    await stage.camera.take(opened.page, name);
  },
});

const partsPage = (stage: Stage) => stage.sites.at('accounts', 'two-parts.html');

const openParts = async ({ page, popup }: Opened) => {
  await popup.press('moreActions');
  await popup.choose('partChoose');
  await page.waitForSelector('.page-part');
};

const typeInTags = async ({ page }: Opened, text: string) => {
  await page.focus('[role=combobox]');
  await page.keyboard.type(text);
};

export const popupScenes: readonly Scene[] = [
  scene('popup-empty', 0, article),
  scene('popup-empty-index', 0, shortIndex),
  scene('popup-restricted', 0, () => 'about:blank'),
  scene('popup-browser-page', 0, ({ app }) =>
    app.kind === 'firefox' ? 'about:support' : 'chrome://version',
  ),
  scene('popup-plain-text', 0, (stage) => stage.sites.at('home', 'nothing/here')),
  scene('popup-pdf', 0, (stage) => stage.sites.at('home', 'notes.pdf')),
  scene('popup-local-file', 0, () => pathToFileURL(inProject('tests/samples/home/index.html')).href),
  scene('popup-clipped', 1, clippedArticle),
  scene('popup-ready', 12, article),
  scene(
    'popup-ready-tags',
    12,
    (stage) => stage.sites.at('home'),
    (opened) => typeInTags(opened, ''),
  ),
  scene('popup-clipped-tags', 12, clippedArticle, (opened) => typeInTags(opened, 'r')),
  {
    name: 'popup-changed',
    clips: 12,
    take: async (stage) => {
      const tab = await stage.app.openTab(clippedArticle(stage));
      await tab.evaluate(() => {
        const [paragraph] = document.querySelectorAll('article p, main p, .post p');
        if (paragraph !== undefined)
          paragraph.textContent = 'The author wrote this paragraph anew. 作者重写了这一段。';
      });
      const page = await stage.app.openPopup(tab);
      await page.waitForSelector('.page-changed');
      await stage.camera.take(page, 'popup-changed');
      const popup = new Popup(page, stage.language);
      await popup.press('clipUpdate');
      await sleep(800);
      await stage.camera.take(page, 'popup-updated');
    },
  },
  scene('popup-index', 12, longIndex),
  scene('popup-index-four', 12, shortIndex),
  scene('popup-index-en', 12, (stage) => stage.blog.at('en')),
  scene('popup-index-tags', 12, shortIndex, (opened) => typeInTags(opened, '批量,')),
  scene('popup-index-search', 12, longIndex, ({ popup }) => popup.search('lang:go defer')),
  scene('popup-search', 12, clippedArticle, ({ popup }) => popup.search('负载均衡')),
  scene('popup-search-code', 12, article, ({ popup }) => popup.search('try_send')),
  scene('popup-search-nothing', 12, article, ({ popup }) => popup.search('zzzyx tag:none')),
  scene('popup-search-help', 12, english, ({ popup }) => popup.press('searchHelp')),
  scene('popup-menu', 12, english, ({ popup }) => popup.press('moreActions')),
  scene('popup-parts', 12, partsPage, openParts),
  scene('popup-parts-chosen', 12, partsPage, async (opened) => {
    await openParts(opened);
    await opened.page.click('.page-part:nth-child(3) input');
    await opened.popup.read();
  }),
  {
    name: 'page-part-hint',
    clips: 12,
    take: async (stage) => {
      const tab = await stage.app.openTab(partsPage(stage));
      const page = await stage.app.openPopup(tab);
      const popup = new Popup(page, stage.language);
      await popup.read();
      await openParts({ page, popup });
      await popup.press('partPick');
      await sleep(800);
      await tab.bringToFront();
      await tab.mouse.move(200, 260);
      await sleep(300);
      await stage.camera.take(tab, 'page-part-hint');
      await tab.keyboard.press('Escape');
    },
  },
  scene('popup-note', 12, english, async ({ page, popup }) => {
    await popup.press('noteAdd');
    await page.keyboard.type('Read again before the talk: the table of timings.');
  }),
  {
    name: 'popup-index-job',
    clips: 12,
    take: async (stage) => {
      await stage.app.allowSites(stage.blog.hosts);
      const { page, popup } = await openOn(stage, shortIndex(stage));
      await popup.pressCounted('clipPosts', 4);
      await popup.shows(/4\D+4/);
      await sleep(500);
      await stage.camera.take(page, 'popup-index-job');
    },
  },
  scene('popup-trash', 12, english, async ({ popup }) => {
    const [row] = await popup.settledRows();
    await popup.press('rowTrash', row?.title ?? '');
    await sleep(300);
    await popup.press('showTrash');
  }),
  scene('popup-search-10000', 10_000, article, ({ popup }) => popup.search('kubernetes 网络')),
  scene('popup-ready-10000', 10_000, article),
];
