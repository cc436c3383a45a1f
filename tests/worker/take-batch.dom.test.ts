import { expect, test } from 'vitest';
import { newFileWork } from '../../src/core/job/file-work.ts';
import { plainOptions } from '../../src/core/job/job.ts';
import { checkLibrary } from '../../src/database/check-library.ts';
import { createFileJob } from '../../src/database/jobs/file-job-writes.ts';
import type { BatchEntry } from '../../src/database/jobs/file-batch.ts';
import { takeBatch } from '../../src/worker/jobs/take-batch.ts';
import { makeArticle } from '../factories/article.ts';
import { makeBackupClip } from '../factories/backup-clip.ts';
import { makeDatabase } from '../factories/database.ts';
import { fillStore } from '../factories/full-store.ts';

const clip = (id: string): BatchEntry => {
  const { assets: _assets, ...whole } = makeBackupClip(id);
  return { kind: 'clip', clip: { ...whole, images: [] }, remarks: [] };
};

const article = (name: string, savedAt: number | null): BatchEntry => ({
  kind: 'article',
  article: {
    article: makeArticle({ url: `https://import.example/${name}` }),
    tags: [],
    note: '',
    savedAt,
    readAt: null,
    starred: false,
    images: [],
    highlights: [],
  },
  remarks: [],
});

async function jobOn() {
  const database = await makeDatabase();
  await createFileJob(database, {
    id: 'job',
    kind: 'restore',
    state: 'running',
    subject: 'file',
    tags: [],
    options: plainOptions,
    total: 4,
    createdAt: 1,
    endedAt: null,
    file: newFileWork('copy', 'merge'),
  });
  const take = (entries: readonly BatchEntry[]) =>
    takeBatch(database, { jobId: 'job', position: 0 }, { entries, labels: null, end: null }, 9e12);
  return { database, take, file: async () => (await database.jobs.get('job'))?.file };
}

test('an entry that cannot be stored costs itself, and has its line', async () => {
  const { database, take, file } = await jobOn();
  const broken = clip(null as unknown as string);
  await take([clip('a'), broken, clip('b'), article('c', 8.65e15)]);
  expect(await file()).toMatchObject({
    added: 3,
    failed: 1,
    problems: [{ reason: 'damaged' }, { reason: 'bad-date', taken: true }],
  });
  expect((await database.clips.toArray()).length).toBe(3);
  expect((await checkLibrary(database)).problems).toEqual([]);
});

test('where nothing can be stored, no entry is given up', async () => {
  const { take, file } = await jobOn();
  const makeRoom = fillStore(['clips']);
  await expect(take([clip('a'), clip('b')])).rejects.toMatchObject({ code: 'store/full' });
  makeRoom();
  expect(await file()).toMatchObject({ added: 0, failed: 0, problems: [] });
  await take([clip('a'), clip('b')]);
  expect(await file()).toMatchObject({ added: 2, failed: 0 });
});
