import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { enPosts, zhPosts } from '../harness/blog/posts.ts';
import { movedTo } from '../harness/blog/sites.ts';
import { control, press, shows } from '../harness/controls.ts';
import type { BrowserKind } from '../harness/find-browser.ts';
import { jobProgressed, jobsEnded, pasteAddresses } from '../harness/jobs.ts';
import { launch } from '../harness/launch.ts';
import { poll } from '../harness/poll.ts';
import { type Blog, serveBlog } from '../harness/serve-blog.ts';
import type { RunningExtension } from '../harness/running-extension.ts';
import { keptClips } from './kept-clips.ts';

const goneTitle = enPosts[1]?.title;
const posts = [...zhPosts, ...enPosts].filter(({ title }) => title !== goneTitle);
const titles = posts.map(({ title }) => title).toSorted();

/** The posts of both blogs as a list that a reader may have. */
function everyPost(blog: Blog): readonly string[] {
  return [
    ...zhPosts.map(({ path }) => blog.at('zh', path)),
    ...enPosts.map(({ path }) => blog.at('en', path)),
  ];
}

/** Opens the page of jobs and starts one of every post, scripts allowed. */
async function startJob(app: RunningExtension, blog: Blog): Promise<Page> {
  await app.allowSites(blog.hosts);
  const page = await app.openPage('jobs');
  await pasteAddresses(page, everyPost(blog));
  await press(page, /background tab/, 'checkbox');
  await press(page, 'Clip 20 pages');
  return page;
}

async function withBlog(
  kind: BrowserKind,
  take: (app: RunningExtension, blog: Blog) => Promise<void>,
): Promise<void> {
  const blog = await serveBlog();
  const app = await launch(kind);
  try {
    await take(app, blog);
    expect(app.takeProblems()).toEqual([]);
  } finally {
    await app.close();
    await blog.close();
  }
}

describe.each<BrowserKind>(['chromium', 'firefox'])('many pages at once in %s', (kind) => {
  test('a list of posts with all that goes wrong on real sites', { timeout: 150_000 }, async () => {
    await withBlog(kind, async (app, blog) => {
      const page = await startJob(app, blog);
      await jobsEnded(page);
      await shows(page, '19 clipped');
      await shows(page, '1 failed');

      const clips = await keptClips(page);
      expect(clips.map(({ title }) => title).toSorted()).toEqual(titles);
      const codeOf = new Map(clips.map(({ title, code }) => [title, code]));
      expect(codeOf).toEqual(new Map(posts.map(({ title, code }) => [title, [code]])));
      expect(clips.find(({ title }) => title === zhPosts[4]?.title)?.url).toBe(blog.at('zh', movedTo));

      // Polite, without cookies, and back when the server said.
      expect(Math.max(...blog.requests.map(({ atOnce }) => atOnce))).toBeLessThanOrEqual(2);
      const scripted = new Set([enPosts[4]?.path, '/favicon.ico']);
      const fetched = blog.requests.filter(({ path }) => !scripted.has(path));
      expect(fetched.filter(({ cookie }) => cookie !== undefined)).toEqual([]);
      const busy = blog.requests.filter(({ path }) => path === enPosts[2]?.path).map(({ at }) => at);
      expect(busy).toHaveLength(2);
      expect((busy[1] ?? 0) - (busy[0] ?? 0)).toBeGreaterThan(1_900);
    });
  });

  test(
    'from an index page: its posts, those of the pages that follow, and the feed for one that is gone',
    { timeout: 150_000 },
    async () => {
      await withBlog(kind, async (app, blog) => {
        await app.allowSites(blog.hosts);
        const popup = await app.openPopup(await app.openTab(blog.at('en')));
        await control(popup, 'button', 'Clip 4 posts');
        await press(popup, /following pages/, 'checkbox');
        await press(popup, 'Clip 4 posts');
        const page = await app.openPage('jobs');
        await jobsEnded(page);
        // Eight posts and one more list; the one that only its script writes was in the feed.
        await shows(page, '9 of 9');
        const clips = await keptClips(page);
        expect(clips.map(({ title }) => title).toSorted()).toEqual(
          enPosts.map(({ title }) => title).toSorted(),
        );
        const codeOf = new Map(clips.map(({ title, code }) => [title, code]));
        expect(codeOf).toEqual(new Map(enPosts.map(({ title, code }) => [title, [code]])));
      });
    },
  );

  test('the links of a selected passage, and the tabs of the window', { timeout: 150_000 }, async () => {
    await withBlog(kind, async (app, blog) => {
      await app.allowSites(blog.hosts);
      const tab = await app.openTab(blog.at('zh'));
      await tab.evaluate(() => getSelection()?.selectAllChildren(document.body));
      const page = await app.tabOpenedBy(() => app.chooseInMenu(tab, 'h1, h2', 'clip-links'));
      await jobsEnded(page);
      const linked = (await keptClips(page)).map(({ title }) => title);
      expect(linked).toEqual(expect.arrayContaining(zhPosts.slice(0, 4).map(({ title }) => title)));
      // Chromium asks whether the addresses of tabs may be seen, and nobody can answer there.
      if (kind === 'chromium') return;

      await app.openTab(blog.at('en', enPosts[0]?.path));
      await app.openTab(blog.at('en', enPosts[5]?.path));
      await page.bringToFront();
      await press(page, 'Show the tabs');
      await press(page, 'All');
      await press(page, /^Clip \d+ pages?$/);
      await poll('the posts of the tabs', async () => {
        const kept = new Set((await keptClips(page)).map(({ title }) => title));
        return [enPosts[0], enPosts[5]].every((post) => kept.has(post?.title ?? '')) ? true : null;
      });
    });
  });

  test('its worker killed twice, it goes on: all posts, none twice', { timeout: 200_000 }, async () => {
    await withBlog(kind, async (app, blog) => {
      const page = await startJob(app, blog);
      for (const over of [3, 9]) {
        await jobProgressed(page, over, 20);
        await app.killWorker();
      }
      await jobsEnded(page);
      expect((await keptClips(page)).map(({ title }) => title).toSorted()).toEqual(titles);
    });
  });

  test('the browser killed in the middle, it goes on at the next start', { timeout: 200_000 }, async () => {
    await withBlog(kind, async (app, blog) => {
      await jobProgressed(await startJob(app, blog), 5, 20);
      await app.crash();
      await app.allowSites(blog.hosts);
      const page = await app.openPage('jobs');
      await jobsEnded(page);
      expect((await keptClips(page)).map(({ title }) => title).toSorted()).toEqual(titles);
    });
  });
});
