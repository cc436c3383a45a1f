import { describe, expect, it } from 'vitest';
import type { NewHighlight } from '../../../src/core/highlight/highlight.ts';
import type { ClipsChange } from '../../../src/core/job/edit-work.ts';
import { parseTag, parseTags } from '../../../src/core/tag/tag.ts';
import { checkLibrary } from '../../../src/database/check-library.ts';
import { editClips, replaceTags } from '../../../src/database/clips/bulk-writes.ts';
import { setTrashed } from '../../../src/database/clips/clip-state-writes.ts';
import { saveClip } from '../../../src/database/clips/clip-writes.ts';
import type { Database } from '../../../src/database/database.ts';
import { createEditJob, takePiece } from '../../../src/database/jobs/edit-job-writes.ts';
import { jobById } from '../../../src/database/jobs/job-queries.ts';
import { viewsOf } from '../../../src/database/jobs/job-views.ts';
import { forgetJob, setJobState, turnIntoUndo } from '../../../src/database/jobs/job-writes.ts';
import { searchLibrary } from '../../../src/database/search/search-queries.ts';
import { makeArticle } from '../../factories/article.ts';
import { makeDatabase } from '../../factories/database.ts';

const count = 60;
const ids = Array.from({ length: count }, (_each, index) => `c${String(index).padStart(2, '0')}`);

async function library(tags: (index: number) => readonly string[] = () => []): Promise<Database> {
  const database = await makeDatabase();
  for (const [index, id] of ids.entries()) {
    const article = makeArticle({ url: `https://a.example/${id}`, title: id });
    const highlights = index % 4 === 0 ? [marked(id, tags(index))] : [];
    const clip = { article, tags: parseTags(tags(index)), note: undefined, source: null, highlights };
    await saveClip(database, clip, { newId: id, now: index + 1 });
  }
  return database;
}

function marked(id: string, tags: readonly string[]): NewHighlight {
  const fixed = { prefix: '', suffix: '', range: null, color: 'green', note: '', origin: 'reader' } as const;
  return { id: `h-${id}`, quote: 'not in its text', tags, ...fixed };
}

async function start(database: Database, change: ClipsChange, clipIds: readonly string[] = ids) {
  await createEditJob(database, { id: 'job', subject: 'Many', change, createdAt: 1_000 }, clipIds);
}

/** One piece; whether the job still runs. */
async function step(database: Database): Promise<boolean> {
  const job = (await jobById(database, 'job')) ?? expect.fail('no job');
  await takePiece(database, job, 2_000);
  return (await jobById(database, 'job'))?.state === 'running';
}

async function finish(database: Database): Promise<void> {
  while (await step(database));
}

const state = async (database: Database) => ({
  clips: await database.clips.toArray(),
  tags: await database.tags.toArray(),
  highlights: await database.highlights.toArray(),
});
const rename: ClipsChange = {
  kind: 'tags',
  replacements: [{ from: 'k8s', to: parseTag('Kubernetes') }],
};
const starAndTag: ClipsChange = {
  kind: 'marks',
  edit: { starred: true, addTags: ['Go'], removeTags: ['x'] },
};

async function progress(database: Database) {
  const [view] = await viewsOf(database, await database.jobs.toArray());
  return view?.progress;
}

describe('an edit of many clips', () => {
  it.each<[string, ClipsChange]>([
    ['marks', starAndTag],
    ['trash', { kind: 'marks', edit: { trashed: true, read: true } }],
    ['a renamed tag', rename],
    ['a tag that is taken off', { kind: 'tags', replacements: [{ from: 'k8s', to: null }] }],
  ])('is done in pieces, each whole, and taken back exactly: %s', async (_name, change) => {
    const database = await library((index) => (index % 3 === 0 ? ['x'] : ['k8s', 'x']));
    const before = await state(database);
    await start(database, change);
    let pieces = 0;
    do {
      expect((await checkLibrary(database)).problems).toEqual([]);
      pieces += 1;
    } while (await step(database));
    expect(pieces).toBeGreaterThan(3);
    expect((await checkLibrary(database)).problems).toEqual([]);
    expect((await state(database)).clips).not.toEqual(before.clips);
    await turnIntoUndo(database, 'job');
    do expect((await checkLibrary(database)).problems).toEqual([]);
    while (await step(database));
    expect(await state(database)).toEqual(before);
    expect((await checkLibrary(database)).problems).toEqual([]);
  });

  it('says how far it is, and what it found as it should be', async () => {
    const database = await library((index) => (index < 10 ? ['Go'] : []));
    await editClips(database, ids.slice(0, 10), { starred: true }, 500);
    await start(database, starAndTag);
    expect(await progress(database)).toEqual({ waiting: 60, done: 0, skipped: 0, failed: 0 });
    await step(database);
    expect(await progress(database)).toEqual({ waiting: 35, done: 15, skipped: 10, failed: 0 });
    await finish(database);
    expect(await progress(database)).toEqual({ waiting: 0, done: 50, skipped: 10, failed: 0 });
    expect(await jobById(database, 'job')).toMatchObject({ state: 'ended', endedAt: 2_000 });
  });

  it('stopped in the middle, goes no further, and what it did is taken back', async () => {
    const database = await library();
    const before = await state(database);
    await start(database, starAndTag);
    await step(database);
    await setJobState(database, 'job', 'cancelled', 1_500);
    await step(database);
    expect((await database.clips.toArray()).filter(({ starred }) => starred)).toHaveLength(25);
    await turnIntoUndo(database, 'job');
    await finish(database);
    expect(await state(database)).toEqual(before);
    expect(await progress(database)).toEqual({ waiting: 0, done: 25, skipped: 0, failed: 0 });
  });

  it('paused and continued, does each clip once', async () => {
    const database = await library();
    await start(database, starAndTag);
    await step(database);
    await setJobState(database, 'job', 'paused', 1_500);
    await step(database);
    expect(await progress(database)).toMatchObject({ waiting: 35 });
    await setJobState(database, 'job', 'running', 1_600);
    await finish(database);
    expect(await progress(database)).toEqual({ waiting: 0, done: 60, skipped: 0, failed: 0 });
  });

  it('done by a worker that did not know of another one, changes nothing twice', async () => {
    const database = await library();
    await start(database, starAndTag);
    const job = (await jobById(database, 'job')) ?? expect.fail('no job');
    await Promise.all(Array.from({ length: 9 }, () => takePiece(database, job, 2_000)));
    expect(await progress(database)).toEqual({ waiting: 0, done: 60, skipped: 0, failed: 0 });
  });

  it('taken back, leaves what was done since', async () => {
    const database = await library();
    await start(database, { kind: 'marks', edit: { starred: true, addTags: ['new'] } });
    await finish(database);
    await editClips(database, ['c00'], { starred: false }, 3_000);
    await editClips(database, ['c01'], { addTags: ['later'] }, 3_000);
    await turnIntoUndo(database, 'job');
    await finish(database);
    const [zero, one, two] = await database.clips.bulkGet(['c00', 'c01', 'c02']);
    expect([zero?.starred, zero?.tags]).toEqual([false, []]);
    expect([one?.starred, one?.tags]).toEqual([false, ['later']]);
    expect([two?.starred, two?.tags]).toEqual([false, []]);
    expect((await checkLibrary(database)).problems).toEqual([]);
  });

  it('reaches clips that get the old tag while it is renamed, and then the old tag is gone', async () => {
    const database = await library((index) => (index < 55 ? ['k8s'] : []));
    await start(database, rename, ids.slice(0, 55));
    await step(database);
    await editClips(database, ['c00', 'c59'], { addTags: ['k8s'] }, 1_500);
    await finish(database);
    expect(await database.clips.where('tags').equals('k8s').count()).toBe(0);
    expect((await database.tags.toArray()).map(({ key }) => key)).toEqual(['kubernetes']);
    expect((await database.clips.get('c59'))?.tags).toEqual(['kubernetes']);
  });

  it('swaps two tags, each clip once', async () => {
    const database = await library((index) => [index % 2 === 0 ? 'a' : 'b']);
    const [a, b] = [parseTag('a'), parseTag('b')];
    await start(database, {
      kind: 'tags',
      replacements: [
        { from: 'a', to: b },
        { from: 'b', to: a },
      ],
    });
    await finish(database);
    const clips = await database.clips.orderBy('savedAt').toArray();
    expect(clips.map(({ tags }) => tags.join())).toEqual(
      ids.map((_id, index) => (index % 2 === 0 ? 'b' : 'a')),
    );
  });

  it('keeps a row for its tag where the tag is deleted in the middle', async () => {
    const database = await library();
    await start(database, starAndTag);
    await step(database);
    await replaceTags(database, [{ from: 'go', to: null }], 1_500);
    await finish(database);
    expect((await database.tags.get('go'))?.label).toBe('Go');
    expect((await checkLibrary(database)).problems).toEqual([]);
  });

  it('deletes for good only what is in the trash when its turn comes, and is not taken back', async () => {
    const database = await library();
    await setTrashed(database, ids, 100, 100);
    await start(database, { kind: 'delete' });
    await step(database);
    await setTrashed(database, ['c59'], null, 1_500);
    await finish(database);
    expect(await database.clips.toCollection().primaryKeys()).toEqual(['c59']);
    expect((await checkLibrary(database)).problems).toEqual([]);
    expect(await progress(database)).toEqual({ waiting: 0, done: 59, skipped: 1, failed: 0 });
    await turnIntoUndo(database, 'job');
    expect(await jobById(database, 'job')).toMatchObject({ kind: 'edit', state: 'ended' });
  });

  it('lets a search in between its pieces', async () => {
    const database = await library();
    await start(database, starAndTag);
    const found: number[] = [];
    const look = { isOver: false };
    const working = finish(database).finally(() => (look.isOver = true));
    while (!look.isOver) {
      const { hits } = await searchLibrary(database, 'is:starred', { limit: 100, now: 1 });
      found.push(hits.length);
    }
    await working;
    expect(found.filter((hits) => hits > 0 && hits < count)).not.toEqual([]);
  });

  it('is forgotten with its pieces, and of those that are over the newest ten are kept', async () => {
    const database = await library();
    for (let index = 0; index < 12; index += 1) {
      const job = { id: `job${index}`, subject: '', change: starAndTag, createdAt: index };
      await createEditJob(database, job, ids.slice(0, 2));
      await setJobState(database, job.id, 'cancelled', index);
    }
    const kept = (await database.jobs.toArray()).map(({ id }) => id);
    expect(kept).toHaveLength(10);
    expect(kept).not.toContain('job0');
    expect(new Set((await database.editPieces.toArray()).map(({ jobId }) => jobId))).toEqual(new Set(kept));
    await forgetJob(database, 'job11');
    expect(await database.editPieces.where({ jobId: 'job11' }).count()).toBe(0);
  });
});
