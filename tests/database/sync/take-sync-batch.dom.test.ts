import { describe, expect, it } from 'vitest';
import { bodyFromArticle } from '../../../src/core/clip/clip-from-article.ts';
import type { Clip, ClipId } from '../../../src/core/clip/clip.ts';
import type { WholeClip } from '../../../src/core/clip/whole-clip.ts';
import type { SharedClip } from '../../../src/core/sync/shared-clip.ts';
import { withPlacedHighlights } from '../../../src/core/highlight/merge-highlights.ts';
import { makeHighlight } from '../../../src/core/highlight/make-highlight.ts';
import type { ArticleText } from '../../../src/core/highlight/place-highlights.ts';
import { checkLibrary } from '../../../src/database/check-library.ts';
import { clipOfAlias } from '../../../src/database/clips/clip-queries.ts';
import { editClip, setTrashed } from '../../../src/database/clips/clip-state-writes.ts';
import type { Database } from '../../../src/database/database.ts';
import { takeImages } from '../../../src/database/images/image-writes.ts';
import { createSyncJob } from '../../../src/database/jobs/sync-job-writes.ts';
import type { SyncImage, SyncPiece } from '../../../src/database/sync/sync-piece.ts';
import { unsentClipIds } from '../../../src/database/sync/sync-queries.ts';
import { takeSyncBatch } from '../../../src/database/sync/sync-writes.ts';
import { undoSync } from '../../../src/database/sync/undo-sync-writes.ts';
import { describeTags } from '../../../src/database/transfer/restore-writes.ts';
import { putWholeClip } from '../../../src/database/transfer/whole-clip-writes.ts';
import { write } from '../../../src/database/write.ts';
import { makeArticle } from '../../factories/article.ts';
import { makeClip } from '../../factories/clip.ts';
import { makeDatabase } from '../../factories/database.ts';
import { SharedDevice } from '../../factories/shared-device.ts';
import { applySharedEdit } from '../../factories/shared-edits.ts';

/** The shared form is kept beside the clip as it is: which clip's does not matter here. */
function anyShared(): SharedClip {
  const device = new SharedDevice('aaaa0001', 0);
  applySharedEdit(device.clips, { kind: 'clip', page: 'p', text: 'a' }, device.name, 1);
  const [shared] = device.shared(1).values();
  if (shared === undefined) throw new Error('no clip');
  return shared;
}

const shared = anyShared();

function whole(id: string, changes: Partial<Clip> = {}, text = `Text of ${id}.`): WholeClip {
  const blocks = [{ kind: 'prose', text }] as const;
  const article = makeArticle({ html: `<p data-block="0">${text}</p>`, blocks });
  return {
    clip: makeClip({ id, tags: ['go'], sourceAt: null, codeLanguages: [], ...changes }),
    body: bodyFromArticle(id, article),
    versions: [],
    source: null,
  };
}

const marked = {
  id: 'mark',
  quote: 'Text',
  prefix: '',
  suffix: ' of younger.',
  range: null,
  color: 'green',
  note: 'Ask Ada',
  tags: [],
  origin: 'reader',
} as const;

/** The highlight in the text of `younger`, as this clip has it. */
function markedIn(younger: WholeClip, clipId: ClipId) {
  const text: ArticleText = {
    blocks: [{ kind: 'prose', text: 'Text of younger.' }],
    html: younger.body?.html ?? '',
  };
  return makeHighlight(marked, clipId, { shown: text, original: text }, 7);
}

const picture = { url: 'https://img.example/a.png', hash: 'aa', type: 'image/png' };

async function library(...wholes: readonly WholeClip[]): Promise<{ database: Database; jobId: string }> {
  const database = await makeDatabase();
  await describeTags(database, ['go'], 5);
  await write(database, 'save', async () => {
    for (const each of wholes) await putWholeClip(database, null, each, 10);
  });
  return { database, jobId: await createSyncJob(database, 'git.example', 20) };
}

async function changedAt(database: Database, ids: readonly ClipId[]): Promise<[ClipId, number | null][]> {
  const rows = await database.changes.bulkGet([...ids]);
  return ids.map((id, index) => [id, rows[index]?.at ?? null]);
}

interface PutOptions {
  readonly aliases?: readonly ClipId[];
  readonly images?: readonly SyncImage[];
}

async function put(
  database: Database,
  after: WholeClip,
  { aliases = [], images = [] }: PutOptions = {},
): Promise<SyncPiece> {
  return {
    kind: 'put',
    whole: after,
    common: shared,
    own: null,
    images,
    strays: [],
    aliases,
    records: [],
    expected: await changedAt(database, [after.clip.id, ...aliases]),
  };
}

const gone = async (database: Database, ids: readonly ClipId[]): Promise<SyncPiece> => ({
  kind: 'delete',
  clipIds: ids,
  records: ids.map((clipId) => ({ clipId, common: null })),
  expected: await changedAt(database, ids),
});

/** What the library has, but for when it changed; ids of versions are the database's own. */
async function everything(database: Database) {
  const { clips, bodies, sources, versions, edits, highlights, images, tags } = database;
  const rows = await Promise.all(
    [clips, bodies, sources, edits, highlights, images, tags].map((table) => table.toArray()),
  );
  const earlier = (await versions.toArray()).map(({ id: _id, ...version }) => version);
  return [...rows, earlier, await database.imageFiles.toCollection().primaryKeys()];
}

const sound = async (database: Database) => (await checkLibrary(database)).problems;

describe('what a sync brings', () => {
  it('is written with its texts, pictures and tags, and counts as sent', async () => {
    const { database, jobId } = await library(whole('one'));
    const earlier = whole('one', {}, 'Before.');
    const after: WholeClip = {
      ...whole('one', { title: 'Theirs', tags: ['zig'] }, 'After.'),
      versions: [{ content: earlier.clip, body: bodyFromArticle('one', makeArticle()), takenAt: 3 }],
    };
    const images = [{ ...picture, bytes: new Uint8Array([1, 2]) }];
    const pieces = [await put(database, after, { images }), await put(database, whole('two'))];
    await takeSyncBatch(database, jobId, { pieces, sent: [], commit: 'c1' }, 30);
    expect(await database.clips.get('one')).toMatchObject({ title: 'Theirs', tags: ['zig'] });
    expect(await database.versions.where('clipId').equals('one').count()).toBe(1);
    expect(await database.imageFiles.get('aa')).toMatchObject({ blob: { size: 2 } });
    expect(await database.tags.get('zig')).toBeDefined();
    expect(await unsentClipIds(database)).toEqual([]);
    expect((await database.syncState.get('state'))?.commit).toBe('c1');
    expect(await sound(database)).toEqual([]);
  });

  it('is written whole where it is hundreds of clips, new ones among those that are here', async () => {
    const { database, jobId } = await library(whole('one'), whole('two'));
    const ids = Array.from({ length: 300 }, (_, index) => `new-${String(index)}`);
    for (const at of [0, 150]) {
      const some = ids.slice(at, at + 150);
      const pieces = await Promise.all(some.map((id) => put(database, whole(id))));
      const known = await put(database, whole('one', { title: `Theirs ${String(at)}` }));
      const batch = { pieces: [...pieces, known], sent: [], commit: null };
      await takeSyncBatch(database, jobId, batch, 30 + at);
      await takeSyncBatch(database, jobId, batch, 31 + at);
    }
    expect(await database.clips.count()).toBe(302);
    expect((await database.clips.get('one'))?.title).toBe('Theirs 150');
    expect(await unsentClipIds(database)).toEqual(['two']);
    expect(await sound(database)).toEqual([]);
    await undoSync(database, jobId, 300);
    const living = await database.clips.filter(({ trashedAt }) => trashedAt === null).primaryKeys();
    expect(living).toEqual(['one', 'two']);
  });

  it('leaves a clip alone that the user changed since it was read', async () => {
    const { database, jobId } = await library(whole('one'));
    const pieces = [await put(database, whole('one', { title: 'Theirs' }))];
    await editClip(database, 'one', { title: 'Mine' }, 25);
    await takeSyncBatch(database, jobId, { pieces, sent: [], commit: null }, 30);
    expect((await database.clips.get('one'))?.title).toBe('Mine');
    expect(await unsentClipIds(database)).toEqual(['one']);
  });

  it('makes one clip of two of a page, with the page source of the one that had it', async () => {
    const source = { gzip: new Uint8Array([31, 139]), extractorVersion: '1', savedAt: 10 };
    const { database, jobId } = await library({ ...whole('younger', { urlKey: 'k' }), source });
    const pieces = [await put(database, whole('older', { urlKey: 'k' }), { aliases: ['younger'] })];
    await takeSyncBatch(database, jobId, { pieces, sent: [], commit: null }, 30);
    expect(await database.clips.toCollection().primaryKeys()).toEqual(['older']);
    expect(await database.sources.get('older')).toMatchObject({ savedAt: 10 });
    expect(await clipOfAlias(database, 'younger')).toBe('older');
    expect(await sound(database)).toEqual([]);
  });

  it('counts again what a clip in the trash has, where a highlight of it came with another clip of its page', async () => {
    const younger = whole('younger', { urlKey: 'k' });
    const highlight = (clipId: ClipId) => markedIn(younger, clipId);
    const { database, jobId } = await library(
      withPlacedHighlights({ ...younger, highlights: [highlight('younger')] }),
    );
    await setTrashed(database, ['younger'], 20, 20);
    const older = whole('older', { urlKey: 'k' });
    const pieces = [
      await put(database, withPlacedHighlights({ ...older, highlights: [highlight('older')] })),
    ];
    await takeSyncBatch(database, jobId, { pieces, sent: [], commit: null }, 30);
    expect(await database.clips.bulkGet(['older', 'younger'])).toMatchObject([
      { highlights: 1 },
      { trashedAt: 20 },
    ]);
    expect(await sound(database)).toEqual([]);
  });

  it('puts what was deleted there into the trash here', async () => {
    const { database, jobId } = await library(whole('one'));
    await takeSyncBatch(
      database,
      jobId,
      { pieces: [await gone(database, ['one'])], sent: [], commit: null },
      30,
    );
    expect((await database.clips.get('one'))?.trashedAt).toBe(30);
    expect(await sound(database)).toEqual([]);
  });
});

describe('undoing a sync', () => {
  it('puts the library back exactly as it was, but for what came with it, which is in the trash', async () => {
    const kept = { content: makeClip(), body: bodyFromArticle('one', makeArticle()), takenAt: 2 };
    const source = { gzip: new Uint8Array([31, 139]), extractorVersion: '1', savedAt: 10 };
    const younger = whole('younger', { urlKey: 'k' });
    const highlight = (clipId: ClipId) => markedIn(younger, clipId);
    const { database, jobId } = await library(
      { ...whole('one'), versions: [kept] },
      withPlacedHighlights({ ...younger, source, highlights: [highlight('younger')] }),
      whole('deleted'),
    );
    await write(database, 'save', () =>
      takeImages(database, [{ url: picture.url, file: { hash: 'aa', blob: new Blob(['a']) } }], 'younger'),
    );
    const before = await everything(database);
    const older = whole('older', { urlKey: 'k', title: 'Older' });
    const pieces = [
      await put(database, whole('one', { title: 'Theirs', tags: ['zig'] }, 'After.')),
      // It has the highlight now.
      await put(database, withPlacedHighlights({ ...older, highlights: [highlight('older')] }), {
        aliases: ['younger'],
        images: [{ ...picture, bytes: null }],
      }),
      await gone(database, ['deleted']),
    ];
    await takeSyncBatch(database, jobId, { pieces, sent: [], commit: 'c1' }, 30);
    // Taken again in another batch of the same sync: what it was before stands.
    const again = [await put(database, whole('one', { title: 'Theirs again' }))];
    await takeSyncBatch(database, jobId, { pieces: again, sent: [], commit: 'c2' }, 31);
    await undoSync(database, jobId, 40);
    expect((await database.clips.get('older'))?.trashedAt).toBe(40);
    expect(await clipOfAlias(database, 'younger')).toBe(null);
    expect(await sound(database)).toEqual([]);
    await write(database, 'delete', async () => {
      for (const table of [database.clips, database.bodies]) await table.delete('older');
      await database.images.where('clipId').equals('older').delete();
      await database.sources.delete('older');
    });
    expect(await everything(database)).toEqual(before);
  });

  it('is told to the repository by the next sync', async () => {
    const { database, jobId } = await library(whole('one'));
    const pieces = [
      await put(database, whole('one', { title: 'Theirs' })),
      await put(database, whole('two')),
    ];
    await takeSyncBatch(database, jobId, { pieces, sent: [], commit: 'c1' }, 30);
    expect(await unsentClipIds(database)).toEqual([]);
    await undoSync(database, jobId, 40);
    expect((await unsentClipIds(database)).toSorted()).toEqual(['one', 'two']);
  });

  it('leaves what the user changed after it, and makes no second clip of its page', async () => {
    const { database, jobId } = await library(whole('one'), whole('younger', { urlKey: 'k' }));
    const pieces = [
      await put(database, whole('one', { title: 'Theirs' })),
      await put(database, whole('older', { urlKey: 'k' }), { aliases: ['younger'] }),
    ];
    await takeSyncBatch(database, jobId, { pieces, sent: [], commit: 'c1' }, 30);
    await editClip(database, 'one', { note: 'mine' }, 35);
    await editClip(database, 'older', { note: 'mine too' }, 36);
    await undoSync(database, jobId, 40);
    expect(await database.clips.toArray()).toMatchObject([
      { id: 'older', note: 'mine too', trashedAt: null },
      { id: 'one', title: 'Theirs', note: 'mine' },
    ]);
    expect(await sound(database)).toEqual([]);
  });
});
