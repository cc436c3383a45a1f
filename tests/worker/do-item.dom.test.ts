import { expect, test } from 'vitest';
import type { Article } from '../../src/core/clip/article.ts';
import { Failure } from '../../src/core/failure.ts';
import { type JobItem, plainOptions } from '../../src/core/job/job.ts';
import { listItem, pageItem } from '../../src/core/job/new-items.ts';
import { checkLibrary } from '../../src/database/check-library.ts';
import type { Database } from '../../src/database/database.ts';
import { itemsOf, jobById } from '../../src/database/jobs/job-queries.ts';
import { createJob } from '../../src/database/jobs/job-writes.ts';
import type { PageReader } from '../../src/rpc/parser-page/page-reading.ts';
import { createDoItem } from '../../src/worker/jobs/do-item.ts';
import { makeArticle } from '../factories/article.ts';
import { makeDatabase } from '../factories/database.ts';
import { workerOver } from '../factories/worker.ts';

const url = 'https://a.example/post';
const article = (changes: Partial<Article> = {}) => makeArticle({ url, title: 'The post', ...changes });

/** A worker that does one item, where the web has this page. */
async function world(page: () => Article = article, list: Partial<PageReader> = {}) {
  const database = await makeDatabase();
  const send = workerOver(database);
  const unexpected = () => Promise.reject(new Failure('bug', 'not asked for'));
  const reader: PageReader = {
    readPage: async () => await Promise.resolve({ article: page(), source: null }),
    readList: unexpected,
    readEntry: unexpected,
    readFile: unexpected,
    readSource: unexpected,
    syncStep: unexpected,
    ...list,
  };
  const yes = () => Promise.resolve(true);
  const doItem = createDoItem({
    library: { database: () => Promise.resolve(database) },
    reader,
    readItem: async (pages, _job, item) => await pages.readPage(item.url, false),
    hasAccess: yes,
    hasParserPage: yes,
  });
  const run = async (given = pageItem({ url, title: 'post' })): Promise<JobItem> => {
    const job = { id: 'job', kind: 'clip-pages', subject: 'Links', tags: ['Job'], createdAt: 1 } as const;
    await createJob(database, { ...job, options: plainOptions }, [given]);
    const [item] = await itemsOf(database, 'job');
    const stored = (await jobById(database, 'job')) ?? expect.fail('no job');
    await doItem(stored, item ?? expect.fail('no item'));
    return (await itemsOf(database, 'job'))[0] ?? expect.fail('no item');
  };
  return { database, send, run };
}

async function withLink(database: Database, send: ReturnType<typeof workerOver>, at = url): Promise<string> {
  const { clipId } = await send('saveLink', { url: at, title: 'A link', tags: ['Later'] });
  await send('editClip', { clipId, changes: { note: 'why I kept it', starred: true } });
  expect((await database.clips.get(clipId))?.words).toBe(0);
  return clipId;
}

test('a link becomes its article: the same clip, with its tags, note and star', async () => {
  const { database, send, run } = await world();
  const clipId = await withLink(database, send);
  const item = await run(pageItem({ url, title: 'A link', clipId }));
  expect([item.state, item.clipId]).toEqual(['done', clipId]);
  const clips = await database.clips.toArray();
  expect(clips).toHaveLength(1);
  expect(clips[0]).toMatchObject({
    id: clipId,
    title: 'The post',
    tags: ['later', 'job'],
    note: 'why I kept it',
    starred: true,
  });
  expect(clips[0]?.words).toBeGreaterThan(0);
  expect((await checkLibrary(database)).problems).toEqual([]);
});

test('a link that lies in the library becomes the article also where its page is clipped by a list', async () => {
  const { database, send, run } = await world();
  const clipId = await withLink(database, send);
  const item = await run();
  expect([item.state, item.clipId]).toEqual(['done', clipId]);
  expect(await database.clips.count()).toBe(1);
});

test('a link whose page moved becomes the article of where it is now', async () => {
  const { database, send, run } = await world(() => article({ url: 'https://b.example/moved' }));
  const clipId = await withLink(database, send, 'https://short.example/x');
  const item = await run(pageItem({ url: 'https://short.example/x', title: '', clipId }));
  expect([item.state, item.clipId]).toEqual(['done', clipId]);
  expect(await database.clips.count()).toBe(1);
});

test.each([
  ['fetch/refused', 'failed'],
  ['page/no-article', 'failed'],
  ['fetch/unreachable', 'waiting'],
] as const)('what cannot be had stays a link and says why: %s', async (code, state) => {
  const { database, send, run } = await world(() => {
    throw new Failure(code);
  });
  const clipId = await withLink(database, send);
  const before = await database.clips.get(clipId);
  const item = await run(pageItem({ url, title: 'A link', clipId }));
  expect([item.state, item.code, item.clipId]).toEqual([state, code, clipId]);
  expect(await database.clips.get(clipId)).toEqual(before);
});

test('a page that is there as an article is left as it is, and not fetched', async () => {
  const { database, send, run } = await world(() => expect.fail('fetched'));
  await send('saveArticle', { article: article({ title: 'Mine' }), tags: ['Own'] });
  const before = await database.clips.toArray();
  const item = await run();
  expect([item.state, item.clipId]).toEqual(['skipped', before[0]?.id]);
  expect(await database.clips.toArray()).toEqual(before);
});

test('a link that leads to a page that is there stays a link: neither is replaced', async () => {
  const { database, send, run } = await world();
  await send('saveArticle', { article: article(), tags: ['Own'] });
  const link = await withLink(database, send, 'https://short.example/x');
  const before = await database.clips.toArray();
  const item = await run(pageItem({ url: 'https://short.example/x', title: '', clipId: link }));
  expect(item.state).toBe('skipped');
  expect(await database.clips.toArray()).toEqual(before);
});

test('a link that went to the trash meanwhile stays there, and nothing is fetched', async () => {
  const { database, send, run } = await world(() => expect.fail('fetched'));
  const link = await withLink(database, send);
  await send('trashClips', { clipIds: [link] });
  const item = await run(pageItem({ url, title: '', clipId: link }));
  expect(item.state).toBe('skipped');
  expect((await database.clips.get(link))?.trashedAt).not.toBeNull();
});

test('what a list names beyond what is taken is counted', async () => {
  const pages = [{ url: 'https://a.example/1', title: 'One', date: null, excerpt: null }];
  const { database, run } = await world(article, {
    readList: async () => await Promise.resolve({ title: 'Feed', pages, leftOut: 95_000, next: null }),
  });
  await run(listItem({ role: 'feed', url: 'https://a.example/feed', title: 'Feed', feed: null }));
  expect(await jobById(database, 'job')).toMatchObject({ total: 2, leftOut: 95_000 });
});

test.each(['store/blocked', 'store/full', 'store/unavailable'] as const)(
  'where nothing can be stored the job waits for the user, and no item is lost: %s',
  async (code) => {
    const { database, run } = await world(() => {
      throw new Failure(code);
    });
    const item = await run();
    expect([item.state, item.attempts, item.code]).toEqual(['waiting', 0, null]);
    expect(await jobById(database, 'job')).toMatchObject({ state: 'paused', failure: code });
  },
);
