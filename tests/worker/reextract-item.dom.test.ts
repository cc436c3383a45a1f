import { expect, test } from 'vitest';
import { jobCommands } from '../../src/worker/jobs/job-commands.ts';
import { type DoItem, createJobRunner } from '../../src/worker/jobs/job-runner.ts';
import { reextractItem } from '../../src/worker/jobs/reextract-item.ts';
import { fromBase64 } from '../../src/core/base64.ts';
import { Failure } from '../../src/core/failure.ts';
import { afterFailure } from '../../src/core/job/outcome.ts';
import { polite } from '../../src/core/job/rate-limit.ts';
import type { PageReader } from '../../src/rpc/parser-page/page-reading.ts';
import { createReadApart } from '../../src/pages/parser/read-apart.ts';
import { readSource } from '../../src/pages/parser/read-source.ts';
import { pageSource } from '../../src/extract/page-source.ts';
import { readLivePage } from '../../src/extract/copy/read-live-page.ts';
import { extractPage } from '../../src/extract/extract-page.ts';
import { parseDocument } from '../../src/extract/fetched/parse-document.ts';
import { saveClip } from '../../src/database/clips/clip-writes.ts';
import type { Database } from '../../src/database/database.ts';
import { itemsOf, jobById } from '../../src/database/jobs/job-queries.ts';
import { recordItem } from '../../src/database/jobs/job-writes.ts';
import { versionsOf } from '../../src/database/texts/text-queries.ts';
import { makeDatabase } from '../factories/database.ts';
import { deferred } from '../factories/deferred.ts';

const page = (name: string) =>
  `<!doctype html><meta charset="gbk"><title>${name}</title><article><h1>${name}</h1>${'<p>一段足够长的正文，说明负载均衡与超时之间的关系。</p>'.repeat(
    8,
  )}<pre><code class="language-go">\tfmt.Println("${name}")</code></pre></article>`;

/** A clip of a real page with its real source, as an extractor of another day wrote it down. */
async function clipPage(database: Database, name: string, { older }: { older: boolean }): Promise<void> {
  const url = `https://blog.example/${name}`;
  const document = await parseDocument(new Blob([page(name)]), 'text/html', 'utf-8');
  const article = extractPage(document, { url });
  const source = await pageSource(readLivePage(document));
  const [first, ...rest] = article.blocks;
  await saveClip(
    database,
    {
      article: older
        ? {
            ...article,
            html: `<p>旧</p>${article.html}`,
            blocks: first === undefined ? rest : [first, first, ...rest],
          }
        : article,
      tags: null,
      note: undefined,
      source: source === null ? null : fromBase64(source),
    },
    { newId: name, now: 1 },
  );
}

function workerOn(database: Database, parserPage = true, beforeReading = () => Promise.resolve()) {
  const library = { database: () => Promise.resolve(database) };
  const unexpected = () => Promise.reject(new Failure('bug', 'nothing is fetched'));
  const reader: PageReader = {
    readPage: unexpected,
    readList: unexpected,
    readEntry: unexpected,
    readFile: unexpected,
    syncStep: unexpected,
    readSource: async (url, copy) => {
      await beforeReading();
      return await readSource(createReadApart(null), { url, copy });
    },
  };
  const access = {
    hasAccess: () => Promise.resolve(false),
    hasParserPage: () => Promise.resolve(parserPage),
  };
  const doItem: DoItem = async (job, item) => {
    const after = await reextractItem(library, reader, job, item).catch((error: unknown) => {
      if (error instanceof Failure) return afterFailure(item, error, Date.now());
      throw error;
    });
    await recordItem(database, after, Date.now(), [], job.kind);
    return null;
  };
  const runner = createJobRunner({
    library,
    doItem,
    rateLimits: polite,
    keepAwake: () => () => undefined,
    report: (error) => {
      throw error;
    },
  });
  return { runner, commands: jobCommands({ library, runner, ...access }) };
}

async function outcomes(database: Database, jobId: string) {
  return (await itemsOf(database, jobId)).map(({ clipId, state, code }) => [clipId, state, code]);
}

test('clips are made anew from their kept pages without asking any site, and one press takes it back', async () => {
  const database = await makeDatabase();
  await clipPage(database, 'older', { older: true });
  await clipPage(database, 'today', { older: false });
  await clipPage(database, 'bare', { older: false });
  await database.sources.delete('bare');
  const { runner, commands } = workerOn(database);
  const { jobId } = await commands.reextractClips({ subject: 'All', clipIds: ['older', 'today', 'bare'] });
  await runner.idle();
  expect(await outcomes(database, jobId)).toEqual([
    ['older', 'done', null],
    ['today', 'skipped', null],
    ['bare', 'failed', 'clip/no-source'],
  ]);
  expect((await database.bodies.get('older'))?.blocks).toContainEqual(
    expect.objectContaining({ kind: 'code', text: '\tfmt.Println("older")', language: 'go' }),
  );
  expect((await database.bodies.get('older'))?.html).not.toContain('旧');
  expect(await versionsOf(database, 'today')).toEqual([]);

  await commands.undoJob({ jobId });
  await runner.idle();
  expect(await jobById(database, jobId)).toMatchObject({ kind: 'take-back', state: 'ended', total: 1 });
  expect((await database.bodies.get('older'))?.html).toContain('旧');
});

test('all means all clips in the library that have a page', async () => {
  const database = await makeDatabase();
  await clipPage(database, 'a', { older: false });
  await clipPage(database, 'b', { older: false });
  await clipPage(database, 'trashed', { older: false });
  await database.clips.update('trashed', { trashedAt: 5 });
  await database.sources.delete('b');
  const { runner, commands } = workerOn(database);
  const { jobId } = await commands.reextractClips({ subject: 'All', clipIds: 'all' });
  await runner.idle();
  expect(await outcomes(database, jobId)).toEqual([['a', 'skipped', null]]);
});

test('an item that was done, but not recorded when its worker died, is done again and still counts', async () => {
  const database = await makeDatabase();
  await clipPage(database, 'older', { older: true });
  const { runner, commands } = workerOn(database);
  const { jobId } = await commands.reextractClips({ subject: 'All', clipIds: 'all' });
  await runner.idle();
  await database.jobItems.toCollection().modify({ state: 'waiting' });
  await database.jobs.update(jobId, { state: 'running' });
  runner.wake();
  await runner.idle();
  expect(await outcomes(database, jobId)).toEqual([['older', 'done', null]]);
  expect(await versionsOf(database, 'older')).toHaveLength(1);
});

test('a job whose worker died is finished by the next one', async () => {
  const database = await makeDatabase();
  for (const name of ['a', 'b', 'c']) await clipPage(database, name, { older: true });
  const dying = workerOn(database, false);
  const { jobId } = await dying.commands.reextractClips({ subject: 'All', clipIds: 'all' });
  expect(await jobById(database, jobId)).toMatchObject({ state: 'needs-access' });
  await database.jobs.update(jobId, { state: 'running' });
  const next = workerOn(database);
  next.runner.wake();
  await next.runner.idle();
  expect((await itemsOf(database, jobId, 'done')).length).toBe(3);
  expect((await versionsOf(database, 'c')).length).toBe(1);
});

test('taken back while a page is being read, the job changes nothing any more', async () => {
  const database = await makeDatabase();
  await clipPage(database, 'one', { older: true });
  await clipPage(database, 'two', { older: true });
  const reading = deferred();
  const read = deferred();
  const { runner, commands } = workerOn(database, true, async () => {
    reading.resolve();
    await read.promise;
  });
  const { jobId } = await commands.reextractClips({ subject: 'All', clipIds: 'all' });
  await reading.promise;
  await commands.undoJob({ jobId });
  read.resolve();
  await runner.idle();
  expect(await jobById(database, jobId)).toMatchObject({ kind: 'take-back', state: 'ended' });
  for (const name of ['one', 'two']) {
    expect((await database.bodies.get(name))?.html).toContain('旧');
    expect(await versionsOf(database, name)).toEqual([]);
  }
});
