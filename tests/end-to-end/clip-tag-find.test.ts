import { expect } from 'vitest';
import { type SampleArticle, sampleArticles } from '../harness/samples.ts';
import { type Stage, journey } from './journey.ts';
import { Popup } from '../harness/popup.ts';

const sample = (site: string): SampleArticle => {
  const article = sampleArticles.find((each) => each.site === site);
  if (article === undefined) throw new Error(`no sample of ${site}`);
  return article;
};

const grpc = sample('yunshan');
const madv = sample('paperlane');

/** Opens the article, presses the toolbar button, tags it and clips it with Enter. */
async function clip({ app, sites, step }: Stage, { site, path, tags }: SampleArticle): Promise<Popup> {
  const tab = await app.openTab(sites.at(site, path));
  const popup = new Popup(await app.openPopup(tab));
  await popup.read();
  await step();
  await popup.addTags(tags);
  await step();
  await popup.press('clip');
  await popup.saved();
  await step();
  return popup;
}

journey('clip, tag, and find in Chinese, in English and by identifier', async (stage) => {
  await clip(stage, grpc);
  const popup = await clip(stage, madv);
  await popup.rows(2);

  await popup.search('负载均衡');
  await popup.shows('1 result');
  expect((await popup.firstRow(grpc.title)).marked).toContain('负载均衡');

  await popup.search('nodefraction');
  await popup.firstRow(grpc.title, '--nodefraction=0.05');

  await stage.step();
  await popup.search('MADV_FREE');
  await popup.firstRow(madv.title);
  await popup.search('lazily freed');
  await popup.firstRow(madv.title, 'lazily freed');
  await popup.search('tag:linux');
  await popup.firstRow(madv.title, '#linux');
});

journey('Enter clips: the button has the focus when the popup opens', async ({ app, sites, step }) => {
  const tab = await app.openTab(sites.at(madv.site, madv.path));
  const popup = new Popup(await app.openPopup(tab));
  await popup.read();
  await step();
  await popup.key('Enter');
  await popup.saved();
});

journey('the same page under another address is the same clip', async (stage) => {
  const { app, sites, step } = stage;
  await clip(stage, madv);
  const again = await app.openTab(
    `${sites.at(madv.site, madv.path)}?utm_source=newsletter&utm_medium=mail#what`,
  );
  const popup = new Popup(await app.openPopup(again));
  await popup.button('clipUpdate');
  await popup.hasTag('linux');
  expect(await popup.has('button', 'Clip')).toBe(false);
  await step();
  await popup.press('clipUpdate');
  await popup.shows('Updated');
  await popup.rows(1);
});

journey('delete, undo, trash, restore', async (stage) => {
  const popup = await clip(stage, madv);
  await popup.rows(1);
  await popup.press('rowTrash', madv.title);
  await popup.rows(0);
  await stage.step();
  await popup.press('undo');
  await popup.rows(1);

  await popup.press('rowTrash', madv.title);
  await popup.rows(0);
  await stage.step();
  await popup.press('showTrash');
  await popup.rows(1);
  await popup.press('rowRestore', madv.title);
  await popup.rows(0);
  await popup.press('backToRecent');
  await popup.rows(1);
});

journey('what was typed survives the popup', async ({ app, sites, step }) => {
  const tab = await app.openTab(sites.at(madv.site, madv.path));
  const first = new Popup(await app.openPopup(tab));
  await first.read();
  await first.addTags(['内核']);
  await first.typeTag('half a t');
  await app.closePopup();
  await step();
  const second = new Popup(await app.openPopup(tab));
  await second.hasTag('内核');
  await second.shows('Unsaved draft');
});

journey('clips are there after the browser was closed', async (stage) => {
  await clip(stage, grpc);
  await stage.app.restart();
  const tab = await stage.app.openTab(stage.sites.at('home'));
  const popup = new Popup(await stage.app.openPopup(tab));
  await popup.firstRow(grpc.title);
  await popup.search('连接');
  await popup.firstRow(grpc.title);
});

journey('a page that no extension may read says so', async ({ app }) => {
  const tab = await app.openPage('options');
  const popup = new Popup(await app.openPopup(tab));
  await popup.shows('Extensions can’t read this page.');
  expect(await popup.has('button', 'Clip')).toBe(false);
});
