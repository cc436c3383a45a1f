import type { Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import { accountSays } from '../harness/account-line.ts';
import { press } from '../harness/controls.ts';
import { launch } from '../harness/launch.ts';
import { serveLocally } from '../harness/local-server.ts';
import { poll } from '../harness/poll.ts';
import { Popup } from '../harness/popup.ts';
import { png } from './small-picture.ts';

const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><path d="M0 0h20v20z"/></svg>';
const paragraph =
  'Words of an article about queues that is long enough to be taken for one, with commas. '.repeat(8);
const cleanUp: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of cleanUp.splice(0).toReversed()) await end();
});

/** An article with a picture of its own, one of a site that shares its pictures, and one of a site that does not. */
async function servePictures() {
  const asked: string[] = [];
  const server = await serveLocally((request, response) => {
    const [host = ''] = (request.headers.host ?? '').split(':');
    asked.push(`${host}${request.url ?? ''}`);
    if (request.url === '/article') {
      const port = String(request.socket.localPort);
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(`<!doctype html><html lang="en"><title>Queues</title><body><article><h1>Queues</h1>
        <p>${paragraph}</p><p><img src="/own.png" alt="Its own" width="100" height="100"></p>
        <p>${paragraph}</p><p><img src="http://open.localhost:${port}/a.svg" alt="Shared" width="100" height="100"></p>
        <p>${paragraph}</p><p><img src="http://closed.localhost:${port}/b.png" alt="Not shared" width="100" height="100"></p>
        <p>${paragraph}</p></article></body></html>`);
      return;
    }
    const shares = host === 'open.localhost' ? { 'access-control-allow-origin': '*' } : {};
    const isDrawing = host === 'open.localhost';
    response.writeHead(200, { 'content-type': isDrawing ? 'image/svg+xml' : 'image/png', ...shares });
    response.end(isDrawing ? drawing : png);
  });
  cleanUp.push(() => server.close());
  return { asked, url: `http://pictures.localhost:${String(server.port)}/article` };
}

/** Alternative text, width and scheme of each picture that the article shows. */
async function widthsIn(page: Page): Promise<(string | number | undefined)[][]> {
  return await page.evaluate(() =>
    [...document.querySelectorAll<HTMLImageElement>('.article .image-open img, .article p > img')].map(
      (image) => [image.alt, image.naturalWidth, image.src.split(':', 1)[0]],
    ),
  );
}

test.each(['chromium', 'firefox'] as const)(
  'images are kept with the clip, those of closed sites once they are allowed (%s)',
  async (kind) => {
    const { asked, url } = await servePictures();
    const app = await launch(kind);
    cleanUp.push(() => app.close());
    const popup = new Popup(await app.openPopup(await app.openTab(url)));
    await popup.read();
    await popup.press('clip');
    await popup.saved();
    const { id } = await popup.firstRow('Queues');
    await app.closePopup();

    // Without any permission: its own, and the shared one.
    const reader = await app.openPage('reader', `?id=${id}`);
    await accountSays(reader, '2 of 3 images stored');
    await poll('two pictures', async () =>
      (await widthsIn(reader)).every(([, width]) => width !== 0) ? true : null,
    );
    expect(await widthsIn(reader)).toEqual([
      ['Its own', 10, 'blob'],
      ['Shared', 20, 'blob'],
    ]);

    // The browser's answer to the question; the button asks, and here it is answered already.
    await app.allowSites(['closed.localhost']);
    await app.killWorker();
    const before = asked.length;
    await press(reader, 'Load and store 1 image');
    await accountSays(reader, '3 of 3 images stored');
    expect(asked.slice(before)).toEqual(['closed.localhost/b.png']);

    // All of it is there when the web is not.
    const requests = asked.length;
    const again = await app.openPage('reader', `?id=${id}`);
    await accountSays(again, '3 of 3 images stored');
    await poll('three pictures', async () => ((await widthsIn(again)).length === 3 ? true : null));
    expect(asked.length).toBe(requests);
    expect(app.takeProblems()).toEqual([]);
  },
);
