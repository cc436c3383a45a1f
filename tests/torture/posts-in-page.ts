import { openDatabase } from '../../src/database/database.ts';
import { command } from './command.ts';
import { finishEdits, overJob } from './jobs-in-page.ts';
import type { PostsFinding } from './posts.ts';

declare function torturePosts(name: string, outcome: 'begun' | 'done'): Promise<void>;

/** Has the worker clip posts of several sites, as the popup does on the home page of a blog. */
export async function takePosts(name: string, urls: readonly string[]): Promise<void> {
  await torturePosts(name, 'begun');
  const pages = urls.map((url) => ({ url, title: url }));
  if ((await command('startClipJob', { subject: name, tags: ['posts'], pages })) === 'done')
    await torturePosts(name, 'done');
}

/** Waits until the job of the posts is over, tells what came of it, and takes its clips off the library again. */
export async function lookAtPosts(name: string): Promise<PostsFinding> {
  const database = await openDatabase();
  try {
    const job = await overJob(database, ({ subject }) => subject === name);
    const clips = await database.clips.filter(({ url }) => url.includes(`/${name}/`)).toArray();
    const bodies = await database.bodies.bulkGet(clips.map(({ id }) => id));
    const clipIds = clips.map(({ id }) => id);
    await command('editClips', { clipIds, subject: '', edit: { trashed: true } });
    await command('deleteClips', { clipIds, subject: '' });
    await finishEdits();
    if (job !== undefined) await command('forgetJob', { jobId: job.id });
    return {
      state: job?.state ?? null,
      clips: clips.map(({ url }) => url).toSorted(),
      whole: bodies.filter((body) => body?.html.includes('The end of the post.') === true).length,
    };
  } finally {
    database.close();
  }
}
