import { describe, expect, it } from 'vitest';
import { parseTags } from '../../../src/core/tag/tag.ts';
import { editClips, replaceTags, setTagColor, undoEdit } from '../../../src/database/clips/bulk-writes.ts';
import { checkLibrary } from '../../../src/database/check-library.ts';
import type { Database } from '../../../src/database/database.ts';
import { searchLibrary } from '../../../src/database/search/search-queries.ts';
import { saveClip } from '../../../src/database/clips/clip-writes.ts';
import { makeArticle } from '../../factories/article.ts';
import { makeDatabase } from '../../factories/database.ts';

const day = 86_400_000;

async function libraryOf(...tags: readonly (readonly string[])[]): Promise<Database> {
  const database = await makeDatabase();
  for (const [index, labels] of tags.entries()) {
    const article = makeArticle({ url: `https://example.com/${index}` });
    const clip = { article, tags: parseTags(labels), note: undefined, source: null };
    await saveClip(database, clip, { newId: `c${index}`, now: day * (index + 1) });
  }
  return database;
}

const state = async (database: Database) => ({
  clips: await database.clips.toArray(),
  tags: await database.tags.toArray(),
});
const tagsOf = async (database: Database) => (await database.clips.toArray()).map((clip) => clip.tags);
const found = async (database: Database, query: string) =>
  (await searchLibrary(database, query, { limit: 10, now: day * 9 })).hits
    .map((hit) => hit.clip.id)
    .toSorted();

describe('an edit of many clips', () => {
  it('adds and removes tags, stars, reads and trashes, and is found at once', async () => {
    const database = await libraryOf(['Go'], ['Rust'], []);
    await editClips(
      database,
      ['c0', 'c1', 'gone'],
      { addTags: ['网络'], removeTags: ['Rust'], starred: true },
      day * 5,
    );
    expect(await tagsOf(database)).toEqual([['go', '网络'], ['网络'], []]);
    expect(await found(database, 'tag:网络')).toEqual(['c0', 'c1']);
    expect(await found(database, 'is:starred')).toEqual(['c0', 'c1']);
    await editClips(database, ['c0'], { trashed: true, read: true }, day * 6);
    expect(await found(database, 'grpc')).toEqual(['c1', 'c2']);
  });

  it('undone, leaves every row and the search as they were', async () => {
    const database = await libraryOf(['Go'], ['Rust'], []);
    const before = await state(database);
    const undo = await editClips(
      database,
      ['c0', 'c1', 'c2'],
      { addTags: ['Go', 'new'], trashed: true },
      day * 5,
    );
    await undoEdit(database, undo, day * 6);
    expect(await state(database)).toEqual(before);
    expect(await found(database, 'tag:new')).toEqual([]);
    expect(await found(database, 'tag:go')).toEqual(['c0']);
  });

  it('undone after others used its tags, leaves these, and every tag that a clip has has a row', async () => {
    const database = await libraryOf(['Go'], [], []);
    const undo = await editClips(database, ['c0', 'c1'], { addTags: ['new'], starred: true }, day * 5);
    await editClips(database, ['c1', 'c2'], { addTags: ['new', 'later'], starred: false }, day * 6);
    await setTagColor(database, 'new', 'blue');
    await undoEdit(database, undo, day * 7);
    const clips = await database.clips.toArray();
    expect(clips.map(({ tags, starred }) => [tags, starred])).toEqual([
      [['go'], false],
      [['later'], false],
      [['new', 'later'], false],
    ]);
    expect((await database.tags.get('new'))?.color).toBe('blue');
    expect((await checkLibrary(database)).problems).toEqual([]);
  });

  it('undone after its tag was renamed or taken off, leaves the library whole', async () => {
    const database = await libraryOf(['Go'], ['Go']);
    const undo = await editClips(database, ['c0'], { removeTags: ['Go'] }, day * 5);
    await replaceTags(database, [{ from: 'go', to: null }], day * 6);
    await undoEdit(database, undo, day * 7);
    expect(await tagsOf(database)).toEqual([['go'], []]);
    expect((await checkLibrary(database)).problems).toEqual([]);
  });

  it('names in its undo only what it changed', async () => {
    const database = await libraryOf(['Go'], []);
    const undo = await editClips(database, ['c0', 'c1'], { addTags: ['Go'] }, day * 5);
    expect(undo.clips.map((clip) => clip.clipId)).toEqual(['c1']);
  });
});

describe('replacing tags', () => {
  const [kubernetes] = parseTags(['Kubernetes']);
  const to = kubernetes ?? null;

  it('onto one that is there merges: each clip has it once, the row of the other goes', async () => {
    const database = await libraryOf(['k8s', 'Kubernetes'], ['k8s'], ['Go']);
    await replaceTags(database, [{ from: 'k8s', to }], day * 5);
    expect(await tagsOf(database)).toEqual([['kubernetes'], ['kubernetes'], ['go']]);
    expect((await database.tags.toArray()).map((tag) => tag.key)).toEqual(['go', 'kubernetes']);
    expect(await found(database, 'tag:kubernetes')).toEqual(['c0', 'c1']);
    expect(await found(database, 'tag:k8s')).toEqual([]);
  });

  it('keeps the colour and last use of the tag that it replaces', async () => {
    const database = await libraryOf(['k8s']);
    await setTagColor(database, 'k8s', 'blue');
    await replaceTags(database, [{ from: 'k8s', to }], day * 5);
    expect(await database.tags.toArray()).toEqual([
      { key: 'kubernetes', label: 'Kubernetes', color: 'blue', usedAt: day },
    ]);
  });

  it('changes a spelling alone', async () => {
    const database = await libraryOf(['golang']);
    await replaceTags(database, [{ from: 'golang', to: { key: 'golang', label: 'Golang' } }], day * 5);
    expect((await database.tags.toArray()).map((tag) => tag.label)).toEqual(['Golang']);
    expect(await tagsOf(database)).toEqual([['golang']]);
  });

  it('swaps two tags', async () => {
    const database = await libraryOf(['a', 'b'], ['a']);
    const [a, b] = parseTags(['a', 'b']);
    await replaceTags(
      database,
      [
        { from: 'a', to: b ?? null },
        { from: 'b', to: a ?? null },
      ],
      day * 5,
    );
    expect(await tagsOf(database)).toEqual([['b', 'a'], ['b']]);
    expect((await database.tags.toArray()).map((tag) => tag.key)).toEqual(['a', 'b']);
  });

  it('undone, is as it was', async () => {
    const database = await libraryOf(['k8s', 'x'], ['Kubernetes'], ['k8s']);
    const before = await state(database);
    const undo = await replaceTags(
      database,
      [
        { from: 'k8s', to },
        { from: 'x', to: null },
      ],
      day * 5,
    );
    expect(await tagsOf(database)).toEqual([['kubernetes'], ['kubernetes'], ['kubernetes']]);
    await undoEdit(database, undo, day * 6);
    expect(await state(database)).toEqual(before);
  });
});
