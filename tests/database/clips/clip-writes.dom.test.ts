import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/core/clip/article.ts';
import { parseTags } from '../../../src/core/tag/tag.ts';
import { clipById, clipOfPage, bodyOf } from '../../../src/database/clips/clip-queries.ts';
import { saveClip } from '../../../src/database/clips/clip-writes.ts';
import type { Database } from '../../../src/database/database.ts';
import { saveDraft } from '../../../src/database/clips/draft-writes.ts';
import { setTrashed } from '../../../src/database/clips/clip-state-writes.ts';
import { makeArticle } from '../../factories/article.ts';
import { makeDatabase } from '../../factories/database.ts';

const page = 'https://blog.example.com/2024/grpc';

function save(
  database: Database,
  article: Article,
  { now = 1_000, id = 'a', tags = [] as string[] | null, note = undefined as string | undefined } = {},
) {
  return saveClip(
    database,
    { article, tags: tags === null ? null : parseTags(tags), note, source: new Uint8Array([1, 2]) },
    { newId: id, now },
  );
}

describe('saveClip', () => {
  test('stores row, body, source, tags and change together', async () => {
    const database = await makeDatabase();
    const result = await save(database, makeArticle(), { tags: ['gRPC', '网络'] });
    expect(result).toEqual({ clipId: 'a', outcome: 'added' });
    expect(await clipById(database, 'a')).toMatchObject({
      title: 'gRPC 负载均衡',
      site: 'blog.example.com',
      tags: ['grpc', '网络'],
      savedAt: 1_000,
      codeLanguages: ['bash'],
    });
    expect((await bodyOf(database, 'a'))?.blocks).toEqual(makeArticle().blocks);
    expect(await database.sources.get('a')).toMatchObject({ gzip: new Uint8Array([1, 2]), savedAt: 1_000 });
    expect((await database.tags.get('grpc'))?.label).toBe('gRPC');
    expect(await database.changes.get('a')).toEqual({ clipId: 'a', at: 1_000, kind: 'put' });
  });

  test('gives a page that is there already its new content, under its id, with its tags and note', async () => {
    const database = await makeDatabase();
    await save(database, makeArticle(), { tags: ['gRPC'], note: 'read again' });
    const again = makeArticle({
      url: `${page}?utm_source=feed#top`,
      title: 'Second edition',
      html: '<p>new</p>',
    });
    expect(await save(database, again, { id: 'b', now: 2_000, tags: null })).toEqual({
      clipId: 'a',
      outcome: 'updated',
    });
    expect(await database.clips.count()).toBe(1);
    expect(await clipById(database, 'a')).toMatchObject({
      title: 'Second edition',
      tags: ['grpc'],
      note: 'read again',
      savedAt: 1_000,
      updatedAt: 2_000,
    });
    expect(await database.versions.toArray()).toMatchObject([
      {
        clipId: 'a',
        content: { title: 'gRPC 负载均衡' },
        takenAt: 1_000,
        body: { html: makeArticle().html },
      },
    ]);
  });

  test('keeps no version where the text is the same', async () => {
    const database = await makeDatabase();
    await save(database, makeArticle());
    await save(database, makeArticle(), { now: 2_000 });
    expect(await database.versions.count()).toBe(0);
  });

  test('brings a clip back from the trash', async () => {
    const database = await makeDatabase();
    await save(database, makeArticle(), { tags: ['gRPC'] });
    await setTrashed(database, ['a'], 1_500, 1_500);
    await save(database, makeArticle(), { now: 2_000, tags: null });
    expect(await clipOfPage(database, [(await clipById(database, 'a'))?.urlKey ?? ''])).toMatchObject({
      id: 'a',
      trashedAt: null,
      tags: ['grpc'],
    });
  });

  test('makes one clip of a page that two windows save at once', async () => {
    const database = await makeDatabase();
    const results = await Promise.all([
      save(database, makeArticle(), { id: 'a' }),
      save(database, makeArticle({ title: 'From the other window' }), { id: 'b' }),
    ]);
    expect(results.map((result) => result.outcome).sort()).toEqual(['added', 'updated']);
    expect(new Set(results.map((result) => result.clipId)).size).toBe(1);
    expect(await database.clips.count()).toBe(1);
  });

  test('takes the draft of the page with it', async () => {
    const database = await makeDatabase();
    await save(database, makeArticle());
    const { urlKey } = (await clipById(database, 'a')) ?? { urlKey: '' };
    await saveDraft(database, { urlKey, tags: ['x'], tagText: '', note: '', updatedAt: 1 });
    await save(database, makeArticle(), { now: 2_000 });
    expect(await database.drafts.count()).toBe(0);
  });

  test('leaves nothing behind where any part fails', async () => {
    const database = await makeDatabase();
    const unclonable = makeArticle({ description: (() => 'no') as unknown as string });
    await expect(save(database, unclonable, { tags: ['x'] })).rejects.toThrow();
    for (const table of database.tables) expect([table.name, await table.count()]).toEqual([table.name, 0]);
  });
});
