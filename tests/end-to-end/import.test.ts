import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { enPosts } from '../harness/blog/posts.ts';
import { press, shows } from '../harness/controls.ts';
import type { BrowserKind } from '../harness/find-browser.ts';
import { jobsEnded } from '../harness/jobs.ts';
import { launch } from '../harness/launch.ts';
import { poll } from '../harness/poll.ts';
import type { RunningExtension } from '../harness/running-extension.ts';
import { serveBlog } from '../harness/serve-blog.ts';
import { rowsOf } from '../harness/table-rows.ts';
import { giveFile } from './give-file.ts';
import { png } from './small-picture.ts';

const base64 = png.toString('base64');
const paragraph =
  'A lock lifts a boat from the lower water to the upper one: the gates behind it close, the chamber fills, and the gates before it open.';

const savedPage = `<!DOCTYPE html> <html lang=en><!--
 Page saved with SingleFile
 url: https://ferry.example/posts/locks?part=2&amp;x=1
 saved date: Wed Mar 06 2024 09:08:07 GMT+0800 (China Standard Time)
--><meta charset=utf-8><title>Locks of a canal | Ferry</title>
<body><nav><a href="https://ferry.example/">home</a> <a href="https://ferry.example/all">archive</a></nav>
<main><article><h1>Locks of a canal</h1><p>${paragraph}</p><p>${paragraph.replace('A lock', 'Each lock')}</p>
<pre><code class="language-c">pthread_mutex_lock(&amp;chamber);
\tfill(&amp;chamber);</code></pre>
<p><img alt="the chamber" width=100 height=100 src="data:image/png;base64,${base64}"></p>
<p>${paragraph.replace('A lock', 'The last lock')}</p></article></main>`;

const hash = createHash('md5').update(png).digest('hex');
const note = (name: string) => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE en-export SYSTEM "http://xml.evernote.com/pub/evernote-export4.dtd">
<en-export export-date="20240306T010203Z" application="Evernote"><note><title>${name}</title>
<created>20240301T072030Z</created><tag>海洋</tag>
<note-attributes><source-url>https://tides.example/moon</source-url></note-attributes>
<content><![CDATA[<en-note><div>The moon pulls.</div><en-media hash="${hash}" type="image/png"/></en-note>]]></content>
<resource><data encoding="base64">${base64}</data><mime>image/png</mime>
<resource-attributes><file-name>moon.png</file-name></resource-attributes></resource></note></en-export>`;

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clipshelf-import-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Gives the page a file of this name, and takes all that it holds. */
async function importFile(page: Page, name: string, text: string, jobs: number): Promise<void> {
  const file = join(folder, name);
  await writeFile(file, text);
  await giveFile(page, file);
  await press(page, 'Import');
  await jobsEnded(page, jobs);
}

/** Widths of the pictures that the reader shows of this clip. */
async function picturesOf(app: RunningExtension, id: string): Promise<readonly number[]> {
  const reader = await app.openPage('reader', `?id=${id}`);
  const widths = await poll('the pictures', async () => {
    const found = await reader.evaluate(() =>
      [...document.querySelectorAll<HTMLImageElement>('.article img')].map((image) => image.naturalWidth),
    );
    return found.length > 0 && found.every((width) => width > 0) ? found : null;
  });
  await reader.close();
  return widths;
}

describe.each<BrowserKind>(['chromium', 'firefox'])('what people bring, in %s', (kind) => {
  test(
    'a page saved whole and a note: their text, their fields, their pictures',
    { timeout: 120_000 },
    async () => {
      const app = await launch(kind);
      try {
        const page = await app.openPage('options');
        await importFile(page, 'locks.html', savedPage, 1);
        await importFile(page, 'notes.enex', note('Tides'), 2);
        const clips = await rowsOf(page, 'clips');
        const locks = clips.find(({ title }) => title === 'Locks of a canal');
        const tides = clips.find(({ title }) => title === 'Tides');
        expect(clips).toHaveLength(2);
        expect(locks).toMatchObject({
          url: 'https://ferry.example/posts/locks?part=2&x=1',
          savedAt: Date.UTC(2024, 2, 6, 1, 8, 7),
        });
        expect(tides).toMatchObject({
          url: 'https://tides.example/moon',
          savedAt: Date.UTC(2024, 2, 1, 7, 20, 30),
          tags: ['海洋'],
        });
        const bodies = await rowsOf(page, 'bodies');
        const blocks = bodies.find(({ clipId }) => clipId === locks?.id)?.blocks ?? [];
        expect(blocks.filter((block) => block.kind === 'code').map(({ text }) => text)).toEqual([
          'pthread_mutex_lock(&chamber);\n\tfill(&chamber);',
        ]);
        expect(blocks.some(({ text }) => text.includes('archive'))).toBe(false);
        expect(await picturesOf(app, locks?.id ?? '')).toEqual([10]);
        expect(await picturesOf(app, tides?.id ?? '')).toEqual([10]);
        expect(app.takeProblems()).toEqual([]);
      } finally {
        await app.close();
      }
    },
  );

  test('a list of addresses, whose articles are fetched', { timeout: 120_000 }, async () => {
    const [post] = enPosts;
    const blog = await serveBlog();
    const app = await launch(kind);
    try {
      await app.allowSites(blog.hosts);
      const page = await app.openPage('options');
      await importFile(page, 'tabs.txt', `${blog.at('en', post?.path)} | From a list\n`, 1);
      expect((await rowsOf(page, 'clips')).map(({ title }) => title)).toEqual(['From a list']);
      await press(page, 'Get the article');
      await shows(page, '1 clipped');
      expect((await rowsOf(page, 'clips')).map(({ title }) => title)).toEqual([post?.title]);
      const [body] = await rowsOf(page, 'bodies');
      expect(body?.blocks.filter((block) => block.kind === 'code').map(({ text }) => text)).toEqual([
        post?.code,
      ]);
      expect(app.takeProblems()).toEqual([]);
    } finally {
      await app.close();
      await blog.close();
    }
  });
});

test(
  'two files dropped on the library are shown as they will be, with what is odd in them, and imported (chromium)',
  { timeout: 120_000 },
  async () => {
    const app = await launch('chromium');
    try {
      const files = [
        ['reading.csv', 'title,url,date,rating\nLocks,https://ferry.example/locks,next week,5\n'],
        ['list.txt', 'https://tides.example/moon | The moon pulls\n'],
      ].map(([name = '', text = '']) => ({ path: join(folder, name), text }));
      for (const { path, text } of files) await writeFile(path, text);
      const page = await app.openPage('library');
      await shows(page, 'Clips');
      await dropOn(
        page,
        files.map(({ path }) => path),
      );
      await shows(page, 'reading.csv:2 has a date that cannot be read next week');
      await shows(page, 'column is not used: rating');
      await shows(page, 'The moon pulls');
      expect(await rowsOf(page, 'clips')).toEqual([]);
      await press(page, 'Import');
      await poll('both to be there', async () => ((await rowsOf(page, 'clips')).length === 2 ? true : null));
      expect(app.takeProblems()).toEqual([]);
    } finally {
      await app.close();
    }
  },
);

/** Drags files from outside of the browser onto the middle of the page, as the system does. */
async function dropOn(page: Page, files: readonly string[]): Promise<void> {
  const session = await page.createCDPSession();
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data });
  await session.detach();
}
