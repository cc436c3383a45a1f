import { describe, expect, test, vi } from 'vitest';
import { createFileRunner } from '../../../src/worker/jobs/file-runner.ts';
import type { RestoreMode } from '../../../src/core/job/file-work.ts';
import type { FileWork } from '../../../src/core/job/file-work.ts';
import { Failure } from '../../../src/core/failure.ts';
import { parseTags } from '../../../src/core/tag/tag.ts';
import type { PageReader } from '../../../src/rpc/parser-page/page-reading.ts';
import { backUp } from '../../../src/pages/options/transfer/back-up.ts';
import { previewFile } from '../../../src/pages/options/transfer/preview-file.ts';
import { startFile } from '../../../src/pages/options/transfer/start-file.ts';
import { createFileReader } from '../../../src/pages/parser/read-file.ts';
import { checkLibrary } from '../../../src/database/check-library.ts';
import { saveClip } from '../../../src/database/clips/clip-writes.ts';
import type { Database } from '../../../src/database/database.ts';
import { setTrashed } from '../../../src/database/clips/clip-state-writes.ts';
import { makeArticle } from '../../factories/article.ts';
import { makeDatabase } from '../../factories/database.ts';
import { eventually } from '../../factories/eventually.ts';
import { workerOver } from '../../factories/worker.ts';

const quiet = () => undefined;
const never = new AbortController().signal;
const day = new Date(2024, 2, 1, 12);

async function save(database: Database, id: string, { text = '', now = 1_000, tags = ['Go', '网络'] } = {}) {
  const html = `<p data-block="0">文章 ${id} ${text}</p>`;
  const article = makeArticle({
    url: `https://example.com/${id}`,
    title: `${id} ${text}`,
    html,
    blocks: [{ kind: 'prose', text: `文章 ${id} ${text}` }],
  });
  await saveClip(
    database,
    { article, tags: parseTags(tags), note: 'a note', source: new Uint8Array([31, 139, 0]) },
    { newId: id, now },
  );
}

/** Through JSON, as messages go in Chrome. */
function throughJson(reader: PageReader['readFile']): PageReader['readFile'] {
  return async (request) => JSON.parse(JSON.stringify(await reader(request)));
}

function runnerOn(database: Database, readFile = throughJson(createFileReader(() => 5_000))) {
  const report = vi.fn<(error: unknown) => void>();
  const runner = createFileRunner({
    library: { database: () => Promise.resolve(database) },
    reader: { readFile },
    mayRead: () => Promise.resolve(true),
    keepAwake: () => () => undefined,
    report,
  });
  return { runner, report };
}

const look = (database: Database, file: File) => previewFile(file, database, null, quiet, never);

async function start(database: Database, file: File, mode: RestoreMode = 'merge'): Promise<void> {
  const asked = Promise.resolve(true);
  const preview = await look(database, file);
  await startFile(file, preview, mode, {
    command: workerOver(database),
    asked,
    restoreSettings: () => Promise.resolve(),
    signal: never,
  });
}

async function work(database: Database): Promise<{ state: string; total: number; file: FileWork }> {
  const job = (await database.jobs.orderBy('createdAt').last()) ?? expect.fail('no job');
  return { ...job, file: job.file ?? expect.fail('no file') };
}

/** Takes a file over to its end; how that went. */
async function take(database: Database, file: File, mode: RestoreMode = 'merge') {
  await database.jobs.clear();
  await start(database, file, mode);
  const { runner, report } = runnerOn(database);
  runner.wake();
  await runner.idle();
  expect(report.mock.calls).toEqual([]);
  const { state, total, file: done } = await work(database);
  const { added, merged, failed, problems } = done;
  expect({ state, total }).toEqual({ state: 'ended', total: added + merged + failed });
  return { added, merged, problems };
}

const archiveOf = async (database: Database) =>
  new File([(await backUp({ database, settings: {} }, day, quiet, never)).archive], 'backup.zip');
const bytesOf = async (file: File) => new Uint8Array(await file.arrayBuffer());

async function library(): Promise<Database> {
  const database = await makeDatabase();
  await save(database, 'one');
  await save(database, 'one', { text: 'second edition', now: 2_000 });
  await save(database, 'two', { tags: ['k8s'] });
  await save(database, 'three', { tags: [] });
  await setTrashed(database, ['three'], 3_000, 3_000);
  return database;
}

describe('backup and restore', () => {
  test('into an empty library: the second backup is equal to the byte', async () => {
    const first = await archiveOf(await library());
    const empty = await makeDatabase();
    expect(await take(empty, first)).toEqual({ added: 3, merged: 0, problems: [] });
    expect(await bytesOf(await archiveOf(empty))).toEqual(await bytesOf(first));
    expect((await checkLibrary(empty)).problems).toEqual([]);
  });

  test('twice: nothing is there twice', async () => {
    const database = await library();
    const file = await archiveOf(database);
    expect(await take(database, file)).toMatchObject({ added: 0, merged: 3 });
    expect(await bytesOf(await archiveOf(database))).toEqual(await bytesOf(file));
  });

  test('over a library of its own: the newer text stands, the other is a version, tags are of both', async () => {
    const file = await archiveOf(await library());
    const database = await makeDatabase();
    await save(database, 'one', { text: 'older here', now: 500, tags: ['here'] });
    await save(database, 'two', { text: 'newer here', now: 9_000, tags: ['here'] });
    expect(await take(database, file)).toMatchObject({ added: 1, merged: 2 });
    expect(await database.clips.get('one')).toMatchObject({
      title: 'one second edition',
      savedAt: 500,
      tags: ['here', 'go', '网络'],
    });
    expect((await database.versions.toArray()).map(({ content }) => content.title).toSorted()).toEqual([
      'one',
      'one older here',
      'two',
    ]);
    expect(await database.clips.get('two')).toMatchObject({ title: 'two newer here', tags: ['here', 'k8s'] });
    expect((await checkLibrary(database)).problems).toEqual([]);
  });

  test('replacing: the library becomes the backup, and nothing that it had is gone', async () => {
    const file = await archiveOf(await library());
    const database = await makeDatabase();
    await save(database, 'one', { text: 'newer here', now: 9_000, tags: ['here'] });
    await save(database, 'four', { tags: ['here'] });
    expect(await take(database, file, 'replace')).toMatchObject({ added: 2, merged: 1 });
    const clips = await database.clips.toArray();
    const inLibrary = clips.filter(({ trashedAt }) => trashedAt === null);
    expect(inLibrary.map(({ title }) => title).toSorted()).toEqual(['one second edition', 'two']);
    expect(clips.find(({ id }) => id === 'four')?.trashedAt).toBeGreaterThan(0);
    expect((await database.clips.get('one'))?.tags).toEqual(['go', '网络']);
    const versions = await database.versions.where('clipId').equals('one').toArray();
    expect(versions.map(({ content }) => content.title).toSorted()).toEqual(['one', 'one newer here']);
    expect((await checkLibrary(database)).problems).toEqual([]);
  });

  test('is looked at first: counts, and nothing changes', async () => {
    const file = await archiveOf(await library());
    const database = await makeDatabase();
    await save(database, 'one', { text: 'older here', now: 500 });
    await save(database, 'two', { text: 'newer here', now: 9_000 });
    expect(await look(database, file)).toEqual({
      kind: 'restore',
      total: 3,
      added: 1,
      newer: 1,
      there: 1,
      problems: [],
      remarks: [],
      format: 'Clipshelf',
      rows: [],
      dates: null,
      settings: {},
    });
    expect(await database.clips.count()).toBe(2);
  });

  test('stops where it is told to', async () => {
    const database = await library();
    const cancel = new AbortController();
    await expect(
      backUp({ database, settings: {} }, day, () => cancel.abort(), cancel.signal),
    ).rejects.toThrow('abort');
  });
});

describe('import', () => {
  const bookmarks = `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<DL><p>
<DT><H3>Dev</H3><DL><p>
<DT><A HREF="https://example.com/one" ADD_DATE="1700000000" TAGS="redis">One</A>
<DT><A HREF="https://example.com/new" ADD_DATE="1700000000">New 页面</A>
<DT><A HREF="javascript:alert(1)">No</A>
</DL><p></DL><p>`;

  test('keeps what is there, adds what is not, says what it could not take', async () => {
    const database = await makeDatabase();
    await save(database, 'one');
    const result = await take(database, new File([bookmarks], 'bookmarks.html'));
    expect(result).toMatchObject({ added: 1, merged: 1, problems: [{ reason: 'unsupported-url' }] });
    expect((await database.bodies.get('one'))?.html).toContain('文章 one');
    expect((await database.clips.get('one'))?.tags).toEqual(['go', '网络', 'dev', 'redis']);
    const added = (await database.clips.toArray()).find((clip) => clip.url.endsWith('/new'));
    expect(added).toMatchObject({ title: 'New 页面', savedAt: 1_700_000_000_000, tags: ['dev'] });
    expect((await checkLibrary(database)).problems).toEqual([]);
  });

  test('refuses a file of no known format, and changes nothing', async () => {
    const database = await makeDatabase();
    const file = new File([new Uint8Array([1, 2, 3])], 'x.bin');
    await expect(look(database, file)).rejects.toMatchObject({ code: 'import/unknown-format' });
    expect([await database.clips.count(), await database.jobs.count()]).toEqual([0, 0]);
  });

  test('is looked at first: what is new, what is there, what cannot be read', async () => {
    const database = await makeDatabase();
    await save(database, 'one');
    const preview = await look(database, new File([bookmarks], 'bookmarks.html'));
    expect(preview).toMatchObject({ kind: 'import', total: 3, added: 1, there: 1 });
    expect(preview.problems).toMatchObject([{ reason: 'unsupported-url', line: 6 }]);
    expect(await database.clips.count()).toBe(1);
  });

  const many = (count: number) =>
    new File(
      [
        `<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><p>`,
        ...Array.from({ length: count }, (_each, index) =>
          index % 10 === 3
            ? `\n<DT><A HREF="about:${index}">none</A>`
            : `\n<DT><A HREF="https://example.com/${index}">页面 ${index}</A>`,
        ),
        `\n</DL>`,
      ],
      'many.html',
    );

  test('goes on where the worker died: every entry once', async () => {
    const database = await makeDatabase();
    await start(database, many(475));
    const reader = throughJson(createFileReader(() => 1));
    let left = 2;
    const dying = runnerOn(database, (request) =>
      left-- > 0 ? reader(request) : new Promise<never>(() => undefined),
    );
    dying.runner.wake();
    await eventually(async () =>
      expect((await work(database)).file).toMatchObject({ added: 180, failed: 20 }),
    );
    const next = runnerOn(database);
    next.runner.wake();
    await next.runner.idle();
    const { state, file } = await work(database);
    expect(state).toBe('ended');
    expect(file).toMatchObject({ added: 427, merged: 0, failed: 48 });
    expect(file.problems).toHaveLength(48);
    expect(await database.clips.count()).toBe(427);
    expect((await checkLibrary(database)).problems).toEqual([]);
  });

  test('an entry that another worker took meanwhile is not taken twice', async () => {
    const database = await makeDatabase();
    await start(database, many(150));
    const first = runnerOn(database);
    const second = runnerOn(database);
    first.runner.wake();
    second.runner.wake();
    await Promise.all([first.runner.idle(), second.runner.idle()]);
    expect((await work(database)).file).toMatchObject({ added: 135, merged: 0, failed: 15 });
  });

  test('cancelled, it keeps what it took and takes no more', async () => {
    const database = await makeDatabase();
    await start(database, many(475));
    const send = workerOver(database);
    const reader = throughJson(createFileReader(() => 1));
    const { runner } = runnerOn(database, async (request) => {
      const batch = await reader(request);
      const [job] = await database.jobs.toArray();
      if (request.position >= 200) await send('cancelJob', { jobId: job?.id ?? '' });
      return batch;
    });
    runner.wake();
    await runner.idle();
    expect(await work(database)).toMatchObject({ state: 'cancelled', file: { added: 180, failed: 20 } });
    expect(await database.clips.count()).toBe(180);
  });

  test('stands still, and says why, where the store is full; continued, it ends', async () => {
    const database = await makeDatabase();
    await start(database, many(150));
    const reader = throughJson(createFileReader(() => 1));
    let full = true;
    const { runner } = runnerOn(database, (request) =>
      full && request.position > 0 ? Promise.reject(new Failure('store/full')) : reader(request),
    );
    runner.wake();
    await runner.idle();
    expect(await work(database)).toMatchObject({
      state: 'paused',
      file: { added: 90, failure: 'store/full' },
    });
    full = false;
    const [job] = await database.jobs.toArray();
    await workerOver(database)('resumeJob', { jobId: job?.id ?? '' });
    runner.wake();
    await runner.idle();
    expect(await work(database)).toMatchObject({ state: 'ended', file: { added: 135, failure: null } });
  });
});
