import { expect, test, vi } from 'vitest';
import { bodyFromArticle } from '../../../src/core/clip/clip-from-article.ts';
import type { FileRequest } from '../../../src/rpc/parser-page/page-reading.ts';
import { createFileReader } from '../../../src/pages/parser/read-file.ts';
import { backupMarkdown } from '../../../src/formats/backup/backup-markdown.ts';
import type { BackupClip } from '../../../src/formats/backup/backup-clip.ts';
import { writeBackup } from '../../../src/formats/backup/write-backup.ts';
import { createFileRunner } from '../../../src/worker/jobs/file-runner.ts';
import { newFileWork } from '../../../src/core/job/file-work.ts';
import { plainOptions } from '../../../src/core/job/job.ts';
import { checkLibrary } from '../../../src/database/check-library.ts';
import type { Database } from '../../../src/database/database.ts';
import { createFileJob } from '../../../src/database/jobs/file-job-writes.ts';
import { stageFile } from '../../../src/disk/staged-files.ts';
import { makeArticle } from '../../factories/article.ts';
import { makeBackupClip } from '../../factories/backup-clip.ts';
import { makeDatabase } from '../../factories/database.ts';
import { collect } from '../../factories/zip.ts';

vi.setConfig({ testTimeout: 300_000 });

const clipOf = (id: string, changes: Partial<BackupClip> = {}): BackupClip => ({
  ...makeBackupClip(id),
  assets: [],
  source: null,
  ...changes,
});

async function fileOf(clips: readonly BackupClip[]): Promise<File> {
  const library = { clips, tags: [], drafts: [], smartLists: [], settings: {} };
  // Markdown is made of the smallest alone: how long it takes is another test's.
  const small = { ...clipOf('small'), body: null };
  const markdown = backupMarkdown([]);
  return new File(await collect(writeBackup(library, () => markdown(small, new Map()))), 'backup.zip');
}

/** Restores the file as the worker does; the sizes of the messages that took it there. */
async function restore(database: Database, file: File) {
  const copy = crypto.randomUUID();
  await stageFile(copy, file, new AbortController().signal);
  await createFileJob(database, {
    id: copy,
    kind: 'restore',
    state: 'running',
    subject: file.name,
    tags: [],
    options: plainOptions,
    total: 0,
    createdAt: 1,
    endedAt: null,
    file: newFileWork(copy, 'merge'),
  });
  const read = createFileReader(() => 1);
  const messages: number[] = [];
  const runner = createFileRunner({
    library: { database: () => Promise.resolve(database) },
    reader: {
      readFile: async (request: FileRequest) => {
        const answer = await read(request);
        messages.push(JSON.stringify([request, answer]).length);
        return answer;
      },
    },
    mayRead: () => Promise.resolve(true),
    keepAwake: () => () => undefined,
    report: (error) => {
      throw error;
    },
  });
  runner.wake();
  await runner.idle();
  const job = await database.jobs.get(copy);
  expect(Math.max(...messages)).toBeLessThan(4_000_000);
  return { state: job?.state, ...job?.file };
}

test('a clip of sixty megabytes, twenty notes of four and a log with versions come back whole', async () => {
  const text = (size: number, letter: string) => letter.repeat(size);
  const article = (size: number) =>
    makeArticle({
      html: `<pre data-block="0"><code>${text(size, 'log line\n')}</code></pre>`,
      blocks: [{ kind: 'code', text: text(size, 'log line\n'), language: null }],
    });
  const body = bodyFromArticle('huge', article(3_400_000));
  const log = bodyFromArticle('log', article(600_000));
  const versions = clipOf('log').versions.map((version) => ({ ...version, body: log }));
  const notes = Array.from({ length: 20 }, (_, index) => {
    const clip = clipOf(`note-${index}`);
    return { ...clip, clip: { ...clip.clip, note: text(4_000_000, 'n') } };
  });
  const file = await fileOf([clipOf('huge', { body }), clipOf('log', { body: log, versions }), ...notes]);
  const database = await makeDatabase();
  expect(await restore(database, file)).toMatchObject({ state: 'ended', added: 22, failed: 0, problems: [] });
  expect((await database.bodies.get('huge'))?.html.length).toBe(body.html.length);
  expect((await database.clips.get('note-19'))?.note.length).toBe(4_000_000);
  expect(await database.versions.where('clipId').equals('log').count()).toBe(1);
});

test('every picture comes back, however many there are, and what is none is named', async () => {
  const picture = (index: number) => {
    const bytes = new Uint8Array(4_000_000).fill(index);
    bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    return { url: `https://img.example/${index}.png`, type: 'image/png', bytes };
  };
  const none = { url: 'https://img.example/no.png', type: 'image/png', bytes: new Uint8Array([1, 2, 3]) };
  const assets = [...Array.from({ length: 14 }, (_, index) => picture(index)), none];
  const database = await makeDatabase();
  const done = await restore(database, await fileOf([clipOf('a', { assets }), clipOf('b')]));
  expect(done).toMatchObject({
    state: 'ended',
    added: 2,
    failed: 0,
    problems: [{ reason: 'not-a-picture', excerpt: none.url, taken: true }],
  });
  const files = await database.imageFiles.toArray();
  expect(files.map(({ blob }) => blob.size)).toEqual(Array.from({ length: 14 }, () => 4_000_000));
  expect((await checkLibrary(database)).problems).toEqual([]);
});

test('what is broken in one clip costs that clip, or the broken value alone', async () => {
  const clips = ['a', 'b', 'c', 'd'].map((id) => clipOf(id));
  const [a, b, c] = clips;
  if (a === undefined || b === undefined || c === undefined) return expect.fail();
  const file = await fileOf([
    { ...a, clip: { ...a.clip, savedAt: 1e300 } },
    { ...b, clip: { ...b.clip, words: -1 } },
    c,
    // A tag that is none.
    { ...clipOf('d'), clip: { ...clipOf('d').clip, tags: [null as unknown as string] } },
  ]);
  const database = await makeDatabase();
  const done = await restore(database, file);
  expect(done).toMatchObject({ state: 'ended', added: 2, failed: 2 });
  expect(done.problems?.map(({ reason, entry, taken }) => [reason, entry, taken ?? false])).toEqual([
    ['bad-date', 'data/a.json', true],
    ['damaged', 'data/b.json', false],
    ['damaged', 'data/d.json', false],
  ]);
  expect((await database.clips.get('a'))?.savedAt).toBe(a.clip.updatedAt);
});
