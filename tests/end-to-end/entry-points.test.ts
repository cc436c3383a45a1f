import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { sampleArticles } from '../harness/samples.ts';
import { poll } from '../harness/poll.ts';
import { Popup } from '../harness/popup.ts';
import type { RunningExtension } from '../harness/running-extension.ts';
import { type Stage, unbrokenJourney } from './journey.ts';
import { type KeptClip, keptClips } from './kept-clips.ts';

const [madv, grpc] = ['paperlane', 'yunshan'].map((site) =>
  sampleArticles.find((each) => each.site === site),
);
if (madv === undefined || grpc === undefined) throw new Error('a sample is missing');

/** What is in the library, once there are as many clips. */
async function kept({ app }: Stage, count: number): Promise<readonly KeptClip[]> {
  const page = await app.openPage('options');
  try {
    return await poll(`${String(count)} clips`, async () => {
      const clips = await keptClips(page);
      return clips.length === count ? clips : null;
    });
  } finally {
    await page.close();
  }
}

/** The reader's yes to the question about this site, asked and answered before: a raised event is no gesture to ask in. */
async function allow(app: RunningExtension, host: string): Promise<void> {
  if (app.kind === 'firefox') return;
  await app.allowSites([host]);
  const page = await app.openPage('options');
  const wanted = { origins: [`*://${host}/*`], permissions: ['offscreen'] };
  expect(await page.evaluate(`chrome.permissions.request(${JSON.stringify(wanted)})`)).toBe(true);
  await page.close();
}

unbrokenJourney('the shortcut clips without the popup, and again is the same clip', async (stage) => {
  const { app, sites } = stage;
  const tab = await app.openTab(sites.at(madv.site, madv.path));
  await app.pressShortcut(tab);
  expect((await kept(stage, 1))[0]?.title).toBe(madv.title);
  await app.pressShortcut(tab);
  const other = await app.openTab(sites.at(grpc.site, grpc.path));
  await app.pressShortcut(other);
  const titles = (await kept(stage, 2)).map(({ title }) => title);
  expect(titles.toSorted()).toEqual([madv.title, grpc.title].toSorted());
});

unbrokenJourney(
  'the context menu clips the page, a passage of it, and the page behind a link',
  async (stage) => {
    const { app, sites } = stage;
    await allow(app, `${grpc.site}.localhost`);
    const tab = await app.openTab(sites.at(madv.site, madv.path));
    await app.chooseInMenu(tab, 'h1', 'clip-page');
    await kept(stage, 1);

    await tab.bringToFront();
    await tab.evaluate(
      (url) => {
        const link = document.createElement('a');
        link.href = url;
        link.textContent = 'the other article';
        document.querySelector('h1')?.before(link);
        link.id = 'to-the-other';
      },
      sites.at(grpc.site, grpc.path),
    );
    await app.chooseInMenu(tab, '#to-the-other', 'clip-link');
    const linked = await kept(stage, 2);
    expect(linked.map(({ title }) => title)).toContain(grpc.title);

    await tab.bringToFront();
    await tab.evaluate(() => {
      const passage = document.querySelector('pre');
      if (passage !== null) getSelection()?.selectAllChildren(passage);
    });
    await app.chooseInMenu(tab, 'pre', 'clip-selection');
    const all = await kept(stage, 3);
    const passages = all.filter(({ title }) => title !== grpc.title && title !== madv.title);
    expect(passages.length + all.filter(({ title }) => title === madv.title).length).toBe(2);
  },
);

unbrokenJourney(
  'clipped in the popup and by the shortcut in the same moment, a page is one clip',
  async (stage) => {
    const { app, sites } = stage;
    const tab = await app.openTab(sites.at(madv.site, madv.path));
    const second = await app.openTab(sites.at(madv.site, madv.path));
    await app.pressShortcut(second);
    const popup = new Popup(await app.openPopup(tab));
    await popup.key('Enter');
    await popup.rows(1);
    expect(await kept(stage, 1)).toHaveLength(1);
  },
);

/**
 * What pasting gives, once it is something else than before. In a field within a frame, so that what is selected in the page
 * stays selected meanwhile.
 */
async function pasted(tab: Page, before: string): Promise<string> {
  return await poll('something new in the clipboard', async () => {
    await tab.evaluate(() => {
      const frame = document.querySelector<HTMLIFrameElement>('#paste') ?? document.createElement('iframe');
      frame.id = 'paste';
      if (!frame.isConnected) document.body.append(frame);
      const inner = frame.contentDocument;
      const field = inner?.querySelector('textarea') ?? inner?.createElement('textarea');
      if (inner === null || field === undefined) throw new Error('no frame');
      field.value = '';
      inner.body.append(field);
      frame.contentWindow?.focus();
      field.focus();
    });
    await tab.keyboard.down('Control');
    await tab.keyboard.press('v');
    await tab.keyboard.up('Control');
    const text = await tab.evaluate(
      () =>
        document.querySelector<HTMLIFrameElement>('#paste')?.contentDocument?.querySelector('textarea')
          ?.value ?? '',
    );
    return text === '' || text === before ? null : text;
  });
}

unbrokenJourney(
  'a key copies the page as Markdown, and what is selected in it, and saves nothing',
  async (stage) => {
    const { app, sites } = stage;
    const tab = await app.openTab(sites.at(madv.site, madv.path));
    await app.pressShortcut(tab, 'copy-markdown');
    const article = await pasted(tab, '');
    expect(article.replaceAll('\\', '').split('\n')[0]).toBe(`# ${madv.title}`);
    await kept(stage, 0);
    await tab.bringToFront();
    const words = await tab.evaluate(() => {
      document.querySelector('#paste')?.remove();
      const paragraph = [...document.querySelectorAll('p')].find(
        (each) => (each.textContent ?? '').length > 80,
      );
      if (paragraph === undefined) throw new Error('no paragraph');
      getSelection()?.selectAllChildren(paragraph);
      return (paragraph.textContent ?? '').trim().slice(0, 20);
    });
    await app.pressShortcut(tab, 'copy-markdown');
    const passage = await pasted(tab, article);
    expect(passage).toContain(words);
    expect(passage.length).toBeLessThan(article.length);
  },
);
