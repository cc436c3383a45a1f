import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { enPosts, zhPosts } from '../harness/blog/posts.ts';
import { movedTo } from '../harness/blog/sites.ts';
import { control, shows } from '../harness/controls.ts';
import type { BrowserKind } from '../harness/find-browser.ts';
import { launch } from '../harness/launch.ts';
import { poll } from '../harness/poll.ts';
import { type Blog, serveBlog } from '../harness/serve-blog.ts';
import type { Shelf } from '../harness/shelf.ts';

interface KeptClip {
  readonly url: string;
  readonly title: string;
  readonly code: readonly string[];
}

/** What is on the shelf, straight from the database, by one of the extension's own pages. */
async function keptClips(page: Page): Promise<readonly KeptClip[]> {
  return await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('clipshelf');
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(new Error('no database')));
    });
    const all = (table: string) =>
      new Promise<{ [key: string]: unknown }[]>((resolve) => {
        const request = database.transaction(table).objectStore(table).getAll();
        request.addEventListener('success', () => resolve(request.result));
      });
    const [clips, bodies] = [await all('clips'), await all('bodies')];
    database.close();
    return clips.map((clip) => {
      const body = bodies.find((each) => each['clipId'] === clip['id']);
      const blocks = (body?.['blocks'] ?? []) as { kind: string; text: string }[];
      return {
        url: String(clip['url']),
        title: String(clip['title']),
        code: blocks.filter(({ kind }) => kind === 'code').map(({ text }) => text),
      };
    });
  });
}

async function fill(page: Page, text: string): Promise<void> {
  const field = await control(page, 'textbox', /addresses/);
  // As a paste does: in Firefox, automation can only type, and that one character at a time.
  await field.evaluate((element, pasted) => {
    if (!(element instanceof HTMLTextAreaElement)) throw new TypeError('not the list');
    element.value = pasted;
    element.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
  }, text);
}

async function press(page: Page, name: string | RegExp): Promise<void> {
  await (await control(page, 'button', name)).click();
}

const finished = async (page: Page) => shows(page, /Finished/);

describe.each<BrowserKind>(['chromium', 'firefox'])('many pages at once in %s', (kind) => {
  let shelf: Shelf;
  let blog: Blog;
  beforeAll(async () => {
    shelf = await launch(kind);
  });
  afterAll(async () => {
    await shelf.close();
  });
  beforeEach(async () => {
    blog = await serveBlog();
  });
  afterEach(async () => {
    await blog.close();
  });

  test('a pasted list of posts with all that goes wrong on real sites', { timeout: 120_000 }, async () => {
    await shelf.allowSites(blog.hosts);
    const page = await shelf.openPage('jobs');
    const urls = [
      ...zhPosts.map(({ path }) => blog.at('zh', path)),
      ...enPosts.map(({ path }) => blog.at('en', path)),
    ];
    await fill(page, urls.join('\n'));
    await (await control(page, 'checkbox', /background tab/)).click();
    await press(page, 'Clip 20 pages');
    await poll(
      'the job to end',
      async () => ((await page.evaluate(() => document.body.innerText)).includes('Finished') ? true : null),
      60_000,
    );
    await shows(page, '19 clipped');
    await shows(page, '1 failed');

    const clips = await keptClips(page);
    const posts = [...zhPosts, ...enPosts].filter(({ path }) => path !== enPosts[1]?.path);
    expect(clips.map(({ title }) => title).toSorted()).toEqual(posts.map(({ title }) => title).toSorted());
    for (const post of posts) {
      expect(clips.find(({ title }) => title === post.title)?.code, post.title).toEqual([post.code]);
    }
    expect(clips.find(({ title }) => title === zhPosts[4]?.title)?.url).toBe(blog.at('zh', movedTo));

    expect(Math.max(...blog.requests.map(({ atOnce }) => atOnce))).toBeLessThanOrEqual(2);
    // The background tab is a tab like any other.
    const fetched = blog.requests.filter(({ path }) => path !== enPosts[4]?.path && path !== '/favicon.ico');
    expect(fetched.filter(({ cookie }) => cookie !== undefined)).toEqual([]);
    const busy = blog.requests.filter(({ path }) => path === enPosts[2]?.path);
    expect(busy).toHaveLength(2);
    expect((busy[1]?.at ?? 0) - (busy[0]?.at ?? 0)).toBeGreaterThan(1_900);
    expect(shelf.takeProblems()).toEqual([]);
    await finished(page);
  });
});
