import { serveBlog } from '../harness/serve-blog.ts';
import type { Hand } from './hand.ts';
import type { Blog } from '../harness/serve-blog.ts';
import { launch } from '../harness/launch.ts';
import { makeLibrary } from '../harness/large-library/make-library.ts';
import { indexIsReady, seedLibrary } from '../harness/large-library/seed-library.ts';
import type { RunningExtension } from '../harness/running-extension.ts';
import { type SampleSites, serveSamples } from '../harness/serve-samples.ts';
import { type SampleArticle, sampleArticles } from '../harness/samples.ts';
import { giveCommands } from '../harness/give-commands.ts';

/** Where the tasks are done: a browser with a window, a library of some size, and sites to clip from. */
export interface World {
  readonly app: RunningExtension;
  readonly sites: SampleSites;
  readonly blog: Blog;
  /** Articles that no task before has taken. */
  readonly fresh: () => string;
  readonly close: () => Promise<void>;
}

export async function createWorld(clips: number): Promise<World> {
  const [sites, blog] = await Promise.all([serveSamples(), serveBlog()]);
  const app = await launch('chromium', { headless: false, language: 'en' });
  await app.allowSites([...blog.hosts, 'yunshan.localhost', 'paperlane.localhost']);
  const own = await app.openPage('options');
  await seedLibrary(own, makeLibrary(clips, Date.now()));
  await indexIsReady(own);
  // Two tags that look like one.
  await giveCommands(own, [
    { command: 'saveLink', input: { url: 'https://a.example/1', title: 'Front ends', tags: ['front-end'] } },
    { command: 'saveLink', input: { url: 'https://a.example/2', title: 'A front end', tags: ['frontend'] } },
  ]);
  await own.close();
  const left: SampleArticle[] = [...sampleArticles];
  return {
    app,
    sites,
    blog,
    fresh: () => {
      const article = left.shift();
      if (article === undefined) throw new Error('no article is left');
      return sites.at(article.site, article.path);
    },
    close: async () => {
      await Promise.all([app.close(), sites.close(), blog.close()]);
    },
  };
}

export interface Task {
  readonly name: string;
  /** What a user stumbles over all the same, or what is not driven here. */
  readonly stumble?: string;
  /** Does it and looks that it is done; throws where it cannot be done. */
  readonly run: (hand: Hand, world: World) => Promise<void>;
}
