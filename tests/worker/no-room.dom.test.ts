import { expect, test } from 'vitest';
import { nameOfBlock } from '../../src/core/clip/article-edits.ts';
import type { CommandInput, CommandName } from '../../src/rpc/commands/contract.ts';
import { checkLibrary } from '../../src/database/check-library.ts';
import type { Database } from '../../src/database/database.ts';
import { importArticles } from '../../src/database/transfer/import-writes.ts';
import { createEditJob, takePiece } from '../../src/database/jobs/edit-job-writes.ts';
import { takeEntries } from '../../src/database/jobs/file-job-writes.ts';
import { reextractClip } from '../../src/database/texts/reextract-writes.ts';
import { makeArticle } from '../factories/article.ts';
import { makeBackupClip } from '../factories/backup-clip.ts';
import { makeDatabase } from '../factories/database.ts';
import { fillStoreAfter } from '../factories/full-store.ts';
import { workerOver } from '../factories/worker.ts';

type Send = ReturnType<typeof workerOver>;

interface World {
  readonly database: Database;
  readonly send: Send;
  readonly ids: readonly string[];
  readonly versionId: number;
  /** Of a backup that is being restored. */
  readonly jobId: string;
}

const article = (name: string, text = name) =>
  makeArticle({
    url: `https://a.example/${name}`,
    title: name,
    html: `<p data-block="0">${text}</p><p data-block="1"><img src="https://a.example/1.png"></p>`,
    blocks: [
      { kind: 'prose', text },
      { kind: 'prose', text: '' },
    ],
    images: [{ url: 'https://a.example/1.png', alt: '' }],
  });

/** Two clips, the first with an earlier text, the third in the trash. */
async function makeWorld(): Promise<World> {
  const database = await makeDatabase();
  const send = workerOver(database);
  const ids: string[] = [];
  for (const name of ['one', 'two', 'three'])
    ids.push((await send('saveArticle', { article: article(name), tags: ['go'], source: btoa('x') })).clipId);
  await send('saveArticle', { article: article('one', 'second edition'), tags: null });
  await send('trashClips', { clipIds: ids.slice(2) });
  const { jobId } = await send('startFileJob', {
    kind: 'restore',
    subject: 'clipshelf.zip',
    copy: 'copy',
    total: 2,
    mode: 'merge',
  });
  const [version] = await database.versions.toArray();
  await createEditJob(
    database,
    { id: 'edit', subject: 'Many', change: { kind: 'marks', edit: { addTags: ['x'] } }, createdAt: 1 },
    ids,
  );
  return { database, send, ids, jobId, versionId: version?.id ?? expect.fail('no version') };
}

const mark = (id: string, quote: string) =>
  ({
    id,
    quote,
    prefix: '',
    suffix: '',
    range: null,
    color: 'pink',
    note: '',
    tags: ['hl'],
    origin: 'reader',
  }) as const;

/** Every row of every table. */
async function rowsOf(database: Database): Promise<Record<string, unknown>> {
  const rows: Record<string, unknown> = {};
  for (const table of database.tables) rows[table.name] = await table.toArray();
  return rows;
}

const given =
  <Name extends CommandName>(name: Name, input: (world: World) => CommandInput<Name>) =>
  (world: World): Promise<unknown> =>
    world.send(name, input(world));

const first = ({ ids }: World) => ids[0] ?? '';

/** Whatever may be written, each with how it is done. */
const works: Readonly<Record<string, (world: World) => Promise<unknown>>> = {
  'a new clip': given('saveArticle', () => ({ article: article('new'), tags: ['new'], source: btoa('x') })),
  'an update': given('saveArticle', () => ({ article: article('two', 'changed'), tags: ['new'] })),
  'a link': given('saveLink', () => ({ url: 'https://l.example/', title: 'L', tags: ['new'] })),
  tags: given('setTags', (world) => ({ clipId: first(world), tags: ['a', 'b'] })),
  'a note': given('editClip', (world) => ({ clipId: first(world), changes: { note: 'n' } })),
  'a title': given('editClip', (world) => ({ clipId: first(world), changes: { title: 'T', starred: true } })),
  'a place in an article': given('keepReadingPlace', (world) => ({
    clipId: first(world),
    block: 3,
    share: 0.4,
  })),
  trash: given('trashClips', ({ ids }) => ({ clipIds: ids.slice(0, 2) })),
  'out of the trash': given('restoreClips', ({ ids }) => ({ clipIds: ids })),
  'an earlier version': given('restoreVersion', ({ versionId }) => ({ versionId })),
  'a deleted version': given('deleteVersion', ({ versionId }) => ({ versionId })),
  'an edit of several': given('editClips', ({ ids }) => ({
    clipIds: ids,
    subject: '',
    edit: { addTags: ['x', 'y'], removeTags: ['go'], starred: true },
  })),
  'tags replaced': given('replaceTags', () => ({
    replacements: [{ from: 'go', to: { key: 'golang', label: 'Golang' } }],
    subject: '',
  })),
  'an edit of many': given('editClips', () => ({
    clipIds: Array.from({ length: 60 }, (_each, index) => `c${index}`),
    subject: 'Many',
    edit: { addTags: ['x'] },
  })),
  'some of the clips of an edit': async ({ database, ids }) => {
    const job = (await database.jobs.toArray()).find(({ edit }) => edit !== undefined);
    expect(ids).not.toEqual([]);
    await takePiece(database, job ?? expect.fail('no edit'), 9e12);
  },
  'an undo': given('undoEdit', (world) => ({
    clips: [
      {
        clipId: first(world),
        before: { tags: [], starred: true, readAt: 1, trashedAt: null },
        after: { tags: [], starred: false, readAt: null, trashedAt: null },
      },
    ],
    tags: [{ key: 'old', before: { key: 'old', label: 'Old', usedAt: 1, color: null }, after: null }],
  })),
  'a smart list': given('putSmartList', () => ({
    id: 'list',
    name: 'Go',
    query: 'lang:go',
    rule: { addTags: ['Go'], star: true, markRead: false, runsOnNewClips: true },
  })),
  'a color': given('setTagColor', () => ({ key: 'go', color: 'blue' })),
  'an edit of the article': given('editArticle', (world) => ({
    clipId: first(world),
    edits: [
      { kind: 'remove', block: nameOfBlock(article('one', 'second edition').blocks, 0) ?? expect.fail() },
    ],
  })),
  highlights: given('addHighlights', (world) => ({
    clipId: first(world),
    highlights: [mark('h', 'second edition')],
  })),
  'a clip with highlights': given('saveArticle', () => ({
    article: article('two', 'changed'),
    tags: null,
    highlights: [mark('h2', 'changed')],
  })),
  'a draft': given('saveDraft', () => ({ urlKey: 'https://d.example/', tags: [], tagText: 'a', note: '' })),
  pictures: given('wantImages', (world) => ({ clipId: first(world) })),
  'a job': given('startClipJob', () => ({
    subject: 'Blog',
    tags: [],
    pages: ['a', 'b'].map((name) => ({ url: `https://j.example/${name}`, title: name })),
  })),
  're-extraction of many': given('reextractClips', () => ({ subject: 'All', clipIds: 'all' })),
  're-extraction': (world) =>
    reextractClip(world.database, world.ids[1] ?? '', article('two', 'as it is read today'), 9e12),
  'an import': (world) =>
    importArticles(
      world.database,
      ['a', 'two'].map((name) => ({
        article: article(name, 'imported'),
        tags: [{ key: 'new', label: 'New' }],
        note: '',
        savedAt: 1,
        readAt: null,
        starred: false,
      })),
      { newIds: ['import-a', 'import-b'], now: 9e12 },
    ),
  'a restore': ({ database, jobId }) =>
    takeEntries(
      database,
      { jobId, position: 0 },
      {
        entries: ['r1', 'r2'].map((id) => ({ kind: 'clip', clip: makeBackupClip(id), remarks: [] })),
        labels: {
          tags: [{ key: 'grpc', label: 'gRPC', usedAt: 1, color: null }],
          drafts: [],
          smartLists: [],
        },
      },
      9e12,
    ),
};

test.each(Object.entries(works))(
  'no room at any row of %s: it says so and changes nothing; with room again it is done',
  async (_name, work) => {
    const world = await makeWorld();
    const before = await rowsOf(world.database);
    let refused = 0;
    for (let rows = 0; ; rows += 1) {
      const makeRoom = fillStoreAfter(rows);
      const outcome = await work(world).then(
        () => 'done',
        (error: unknown) => error,
      );
      makeRoom();
      if (outcome === 'done') break;
      expect(outcome).toMatchObject({ name: 'Failure', code: 'store/full' });
      expect(await rowsOf(world.database)).toEqual(before);
      refused += 1;
    }
    expect(refused).toBeGreaterThan(0);
    expect(await rowsOf(world.database)).not.toEqual(before);
    expect((await checkLibrary(world.database)).problems).toEqual([]);
  },
);
