import { describe, expect, test } from 'vitest';
import { enPosts } from '../harness/blog/posts.ts';
import { press, shows } from '../harness/controls.ts';
import type { BrowserKind } from '../harness/find-browser.ts';
import { giveCommand } from '../harness/give-commands.ts';
import { jobsEnded } from '../harness/jobs.ts';
import { launch } from '../harness/launch.ts';
import { poll } from '../harness/poll.ts';
import { serveBlog } from '../harness/serve-blog.ts';
import { keptClips } from './kept-clips.ts';

const [there, gone] = enPosts;

describe.each<BrowserKind>(['chromium', 'firefox'])('links become articles in %s', (kind) => {
  test('those of a selection, as a job; what cannot be had stays a link', { timeout: 120_000 }, async () => {
    const blog = await serveBlog();
    const app = await launch(kind);
    try {
      await app.allowSites(blog.hosts);
      const library = await app.openPage('library');
      for (const post of [there, gone]) {
        const link = {
          url: blog.at('en', post?.path),
          title: `Link to ${post?.title ?? ''}`,
          tags: ['later'],
        };
        await giveCommand(library, 'saveLink', link);
      }
      await shows(library, `Link to ${there?.title ?? ''}`);
      await press(library, `Select “Link to ${there?.title ?? ''}”`, 'checkbox');
      await press(library, 'Select all');
      await press(library, 'Export & more');
      await shows(library, '2 links without their article');
      await press(library, 'Get the article');
      await shows(library, '1 clipped');
      await shows(library, '1 failed');

      const clips = await keptClips(library);
      expect(new Set(clips.map(({ title }) => title))).toEqual(
        new Set([there?.title, `Link to ${gone?.title ?? ''}`]),
      );
      expect(clips.find(({ title }) => title === there?.title)?.code).toEqual([there?.code]);

      const jobs = await app.openPage('jobs');
      await jobsEnded(jobs);
      await press(jobs, 'Show its clips in the library', 'link');
      // Firefox never says that a page of the extension has loaded, and a page that is left cannot be asked.
      await poll('the library', () =>
        jobs.evaluate(() => (location.pathname.includes('/library/') ? true : null)).catch(() => null),
      );
      await shows(jobs, there?.title ?? '');
      expect(app.takeProblems()).toEqual([]);
    } finally {
      await app.close();
      await blog.close();
    }
  });
});
