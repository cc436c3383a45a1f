import type { Page } from 'puppeteer-core';
import { nameOfBlock } from '../../src/core/clip/article-edits.ts';
import { accountSays } from '../harness/account-line.ts';
import { giveCommand } from '../harness/give-commands.ts';
import { serveLocally } from '../harness/local-server.ts';
import { Popup } from '../harness/popup.ts';
import type { RunningExtension } from '../harness/running-extension.ts';
import { makeArticle } from '../factories/article.ts';
import { type SeededClip, seedClips } from './seed-clips.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAYAAACNMs+9AAAAFUlEQVR42mNk+M9Qz0AEYBxVSF+FAAhKDveksOjmAAAAAElFTkSuQmCC',
  'base64',
);
const paragraph = 'Words of an article about queues, long enough to be taken for one, with commas. '.repeat(
  8,
);

/** An article with a picture, clipped by the button. */
async function clipWithPicture(app: RunningExtension): Promise<void> {
  const server = await serveLocally((request, response) => {
    const isPicture = request.url === '/a.png';
    response.writeHead(200, { 'content-type': isPicture ? 'image/png' : 'text/html; charset=utf-8' });
    response.end(
      isPicture
        ? png
        : `<!doctype html><html lang="en"><title>Queues</title><body><article><h1>Queues</h1><p>${paragraph}</p>
           <p><img src="/a.png" alt="One" width="100" height="100"></p><p>${paragraph}</p></article></body></html>`,
    );
  });
  const tab = await app.openTab(`http://pictures.localhost:${String(server.port)}/article`);
  const popup = new Popup(await app.openPopup(tab));
  await popup.read();
  await popup.press('clip');
  await popup.saved();
  const { id } = await popup.firstRow('Queues');
  const reader = await app.openPage('reader', `?id=${id}`);
  await accountSays(reader, '1 of 1 images stored');
  await reader.close();
  await app.closePopup();
  await tab.close();
  await server.close();
}

/**
 * A library with everything that there can be: `count` clips and one with a picture, tags, a color, notes, stars, an earlier
 * version, edits of an article, a draft, a clip in the trash.
 */
export async function fillLibrary(app: RunningExtension, page: Page, count: number): Promise<void> {
  await clipWithPicture(app);
  const clips: SeededClip[] = Array.from({ length: count }, (_each, index) => ({
    title: `文章 ${String(index)}`,
    own: index % 3 === 0 ? ['Go', '网络'] : ['dev/Kubernetes'],
  }));
  const ids = await seedClips(page, clips);
  const [first = '', second = '', third = '', fourth = ''] = ids;
  const again = makeArticle({
    url: 'https://blog0.example.com/0',
    title: '文章 0',
    html: '<p data-block="0">A second edition.</p>',
    blocks: [{ kind: 'prose', text: 'A second edition.' }],
  });
  await giveCommand(page, 'saveArticle', { article: again, tags: null, lesser: 'replace' });
  await giveCommand(page, 'editClip', {
    clipId: first,
    changes: { note: 'why\nnot', starred: true, read: true },
  });
  await giveCommand(page, 'editClip', { clipId: second, changes: { title: 'By hand' } });
  const block = nameOfBlock(makeArticle().blocks, 1);
  if (block === null) throw new Error('no such block');
  await giveCommand(page, 'editArticle', { clipId: third, edits: [{ kind: 'remove', block }] });
  await giveCommand(page, 'setTagColor', { key: 'go', color: '#ff0000' });
  await giveCommand(page, 'trashClips', { clipIds: [fourth] });
  await giveCommand(page, 'saveDraft', {
    urlKey: 'https://x.example/',
    tags: ['later'],
    tagText: 'la',
    note: 'n',
  });
}
