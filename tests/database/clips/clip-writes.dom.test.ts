import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/core/clip/article.ts';
import { parseTags } from '../../../src/core/tag/tag.ts';
import { clipById, clipOfPage, bodyOf } from '../../../src/database/clips/clip-queries.ts';
import { type LesserText, saveClip } from '../../../src/database/clips/clip-writes.ts';
import { articleFromLink } from '../../../src/core/clip/article-from-link.ts';
import { checkLibrary } from '../../../src/database/check-library.ts';
import { isSourceKept, sourceOf } from '../../../src/database/texts/text-queries.ts';
import { restoreVersion } from '../../../src/database/texts/version-writes.ts';
import { makeClip } from '../../factories/clip.ts';
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
    expect(await database.changes.get('a')).toEqual({ clipId: 'a', at: 1_000, kind: 'put', unsent: 1 });
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

describe('a page that gives less than the clip has', () => {
  const whole = makeArticle({ html: '<p>whole</p>', blocks: [{ kind: 'prose', text: 'a whole article' }] });
  const login = makeArticle({ title: 'Sign in', html: '<p>in</p>', blocks: [{ kind: 'prose', text: 'in' }] });
  const link = articleFromLink(page, 'Only a link');
  const again = (database: Database, article: Article, lesser?: LesserText) =>
    saveClip(
      database,
      {
        article,
        tags: parseTags(['new']),
        note: 'typed',
        source: null,
        ...(lesser === undefined ? {} : { lesser }),
      },
      { newId: 'b', now: 2_000 },
    );

  test.each([
    ['a login page', login],
    ['a link', link],
    ['an empty extraction', makeArticle({ html: '', blocks: [] })],
  ])('%s does not replace it: the user is asked, and nothing changes', async (_name, article) => {
    const database = await makeDatabase();
    await save(database, whole);
    const before = await clipById(database, 'a');
    await expect(again(database, article)).rejects.toMatchObject({ code: 'clip/would-lose' });
    expect(await clipById(database, 'a')).toEqual(before);
    expect((await bodyOf(database, 'a'))?.html).toBe('<p>whole</p>');
    expect(await database.versions.count()).toBe(0);
  });

  test('kept beside, its text is a version, once, and what was typed is kept', async () => {
    const database = await makeDatabase();
    await save(database, whole, { tags: ['old'] });
    await setTrashed(database, ['a'], 1_500, 1_500);
    for (let time = 0; time < 2; time += 1)
      expect(await again(database, login, 'beside')).toEqual({ clipId: 'a', outcome: 'kept' });
    await again(database, link, 'beside');
    expect(await clipById(database, 'a')).toMatchObject({
      title: 'gRPC 负载均衡',
      tags: ['old', 'new'],
      note: 'typed',
      trashedAt: null,
      updatedAt: 1_000,
    });
    expect((await bodyOf(database, 'a'))?.html).toBe('<p>whole</p>');
    expect(await database.versions.toArray()).toMatchObject([
      { content: { title: 'Sign in' }, replaced: { by: 'lesser' } },
    ]);
    expect((await checkLibrary(database)).problems).toEqual([]);
  });

  test('updated anyway, it takes the place, and the earlier text is a version', async () => {
    const database = await makeDatabase();
    await save(database, whole);
    expect(await again(database, login, 'replace')).toEqual({ clipId: 'a', outcome: 'updated' });
    expect((await database.versions.toArray()).map(({ body }) => body.html)).toEqual(['<p>whole</p>']);
  });

  test('a shorter text of at least half its length is an edition like any other', async () => {
    const database = await makeDatabase();
    await save(database, whole);
    const half = makeArticle({ html: '<p>h</p>', blocks: [{ kind: 'prose', text: 'half of it' }] });
    expect(await again(database, half)).toMatchObject({ outcome: 'updated' });
  });
});

describe('the kept page', () => {
  const text = (name: string) =>
    makeArticle({ html: `<p>${name}</p>`, blocks: [{ kind: 'prose', text: name }] });

  test('is not taken for that of a text that came without one, and is there for who goes back', async () => {
    const database = await makeDatabase();
    await save(database, text('first'));
    const clip = { article: text('other'), tags: null, note: undefined, source: null };
    await saveClip(database, clip, { newId: 'b', now: 2_000 });
    const now = (await clipById(database, 'a')) ?? expect.fail();
    expect([await sourceOf(database, now), await isSourceKept(database, now)]).toEqual([null, false]);
    const [first] = await database.versions.toArray();
    await restoreVersion(database, first?.id ?? 0, 3_000);
    const back = (await clipById(database, 'a')) ?? expect.fail();
    expect((await sourceOf(database, back))?.savedAt).toBe(1_000);
  });
});

test('of a page in the trash and in the library the one in the library is its clip', async () => {
  const database = await makeDatabase();
  for (const [id, trashedAt] of [
    ['a', 5],
    ['b', null],
    ['c', 6],
  ] as const)
    await database.clips.put(makeClip({ id, urlKey: page, trashedAt }));
  expect((await clipOfPage(database, [page]))?.id).toBe('b');
});
