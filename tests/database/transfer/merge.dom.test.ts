import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WholeClip } from '../../../src/core/clip/whole-clip.ts';
import { parseTags } from '../../../src/core/tag/tag.ts';
import { checkLibrary } from '../../../src/database/check-library.ts';
import type { Database } from '../../../src/database/database.ts';
import { importArticles } from '../../../src/database/transfer/import-writes.ts';
import { describeTags, restoreClips, restoreLabels } from '../../../src/database/transfer/restore-writes.ts';
import { wholeClips } from '../../../src/database/transfer/whole-clip-queries.ts';
import { makeArticle } from '../../factories/article.ts';
import { makeDatabase } from '../../factories/database.ts';
import { anyClip } from '../../factories/whole-clip.ts';

const page = (name: string) => `https://example.com/${name}`;

/** A library of up to three pages, some of them known to both sides by the same id, some by another. */
function anyLibrary(side: string): fc.Arbitrary<WholeClip[]> {
  const clips = ['a', 'b', 'c'].map((name) =>
    fc.option(fc.boolean().chain((same) => anyClip(same ? name : `${side}-${name}`, page(name)))),
  );
  return fc.tuple(...clips).map((some) => some.filter((clip) => clip !== null));
}

async function fill(database: Database, clips: readonly WholeClip[], mode: 'merge' | 'replace' = 'merge') {
  await describeTags(
    database,
    clips.flatMap(({ clip }) => clip.tags),
    1,
  );
  return await restoreClips(database, clips, { mode, now: 99 });
}

async function clipsOf(database: Database): Promise<WholeClip[]> {
  const clips: WholeClip[] = [];
  for await (const clip of wholeClips(database)) clips.push(clip);
  return clips;
}

const textsOf = ({ body, versions, edits }: WholeClip) =>
  [(edits?.original ?? body)?.html ?? '', ...versions.map((each) => each.body.html)].filter(
    (html) => html !== '',
  );

const linesOf = ({ clip }: WholeClip) => clip.note.split('\n').filter((line) => line !== '');

describe('merging two libraries', () => {
  test('loses nothing, leaves one clip of each page, and changes nothing when it is done again', async () => {
    await fc.assert(
      fc.asyncProperty(anyLibrary('ours'), anyLibrary('theirs'), async (ours, theirs) => {
        const database = await makeDatabase();
        await fill(database, ours);
        await fill(database, theirs);
        const merged = await clipsOf(database);
        for (const side of [...ours, ...theirs]) {
          const [now, ...others] = merged.filter(({ clip }) => clip.urlKey === side.clip.urlKey);
          if (now === undefined) expect.fail('a page is gone');
          expect(others).toEqual([]);
          expect(textsOf(now)).toEqual(expect.arrayContaining(textsOf(side)));
          expect(linesOf(now)).toEqual(expect.arrayContaining(linesOf(side)));
          expect(now.clip.tags).toEqual(expect.arrayContaining([...side.clip.tags]));
          if (side.clip.trashedAt === null) expect(now.clip.trashedAt).toBeNull();
        }
        expect((await checkLibrary(database)).problems).toEqual([]);
        await fill(database, theirs);
        await fill(database, ours);
        expect(await clipsOf(database)).toEqual(merged);
      }),
      { numRuns: 40 },
    );
  });

  test('by replacing: every page is as the backup has it, and its earlier text is a version', async () => {
    await fc.assert(
      fc.asyncProperty(anyLibrary('ours'), anyLibrary('theirs'), async (ours, theirs) => {
        const database = await makeDatabase();
        await fill(database, ours);
        await fill(database, theirs, 'replace');
        const now = await clipsOf(database);
        for (const side of theirs) {
          const there = now.find(({ clip }) => clip.urlKey === side.clip.urlKey);
          expect([there?.body?.html, there?.clip.tags, there?.clip.trashedAt]).toEqual([
            side.body?.html,
            side.clip.tags,
            side.clip.trashedAt,
          ]);
        }
        for (const side of ours) {
          const there = now.find(({ clip }) => clip.urlKey === side.clip.urlKey);
          expect(there === undefined ? [] : textsOf(there)).toEqual(expect.arrayContaining(textsOf(side)));
        }
        expect((await checkLibrary(database)).problems).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  test('one page twice in a backup is one clip', async () => {
    const [first, second] = [anyClip('one', page('a')), anyClip('two', page('a'))];
    await fc.assert(
      fc.asyncProperty(first, second, async (one, two) => {
        const database = await makeDatabase();
        expect((await fill(database, [one, two])).map(({ outcome }) => outcome)).toEqual(['added', 'merged']);
        expect((await checkLibrary(database)).problems).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  test('a picture that is here stays, one that is not comes', async () => {
    const database = await makeDatabase();
    const [clip] = fc.sample(anyClip('a', page('a')), { numRuns: 1, seed: 1 });
    if (clip === undefined) return expect.fail();
    const picture = (url: string, hash: string) => ({ url, file: { hash, blob: new Blob([hash]) } });
    await fill(database, [{ ...clip, images: [picture('x', 'ours')] } as WholeClip]);
    await fill(database, [
      { ...clip, images: [picture('x', 'theirs'), picture('y', 'theirs')] } as WholeClip,
    ]);
    expect((await database.images.toArray()).map(({ url, hash }) => [url, hash])).toEqual([
      ['x', 'ours'],
      ['y', 'theirs'],
    ]);
    expect((await checkLibrary(database)).problems).toEqual([]);
  });

  test('what was typed about a page is of both, and so is what is known of a tag', async () => {
    const database = await makeDatabase();
    const draft = { urlKey: page('a'), tags: ['Go'], tagText: '', note: 'mine', updatedAt: 5 };
    const tag = { key: 'go', label: 'Go', usedAt: 5, color: null };
    const list = { id: 'l1', name: 'Go', query: 'lang:go', rule: null, changedAt: 5 };
    await restoreLabels(database, { drafts: [draft], tags: [tag], smartLists: [list] });
    await restoreLabels(database, {
      drafts: [{ ...draft, tags: ['Rust'], tagText: 'x', note: 'theirs', updatedAt: 3 }],
      tags: [{ ...tag, label: 'golang', usedAt: 9, color: 'blue' }],
      smartLists: [
        { ...list, name: 'Older', changedAt: 3 },
        { ...list, id: 'l2', changedAt: 1 },
      ],
    });
    expect(await database.drafts.toArray()).toEqual([
      { urlKey: page('a'), tags: ['Go', 'Rust'], tagText: 'x', note: 'mine\n\ntheirs', updatedAt: 5 },
    ]);
    expect(await database.tags.toArray()).toEqual([{ key: 'go', label: 'Go', usedAt: 9, color: 'blue' }]);
    expect(await database.smartLists.toArray()).toEqual([list, { ...list, id: 'l2', changedAt: 1 }]);
  });
});

describe('importing a page', () => {
  const imported = (changes: object) => ({
    article: makeArticle({ url: page('a'), html: '', blocks: [] }),
    tags: parseTags(['Go']),
    note: '',
    savedAt: 50,
    readAt: null,
    starred: false,
    ...changes,
  });
  const options = { newIds: ['new'], now: 1_000 };

  test('joins notes, takes the earlier date, and keeps another text as a version', async () => {
    const database = await makeDatabase();
    const text = (html: string) =>
      makeArticle({ url: page('a'), html, blocks: [{ kind: 'prose', text: html }] });
    await importArticles(database, [imported({ article: text('<p>one</p>'), note: 'mine' })], options);
    await importArticles(
      database,
      [imported({ article: text('<p>two</p>'), note: 'theirs', savedAt: 20, readAt: 30, starred: true })],
      options,
    );
    expect(await database.clips.toArray()).toMatchObject([
      { note: 'mine\n\ntheirs', savedAt: 20, readAt: 30, starred: true },
    ]);
    expect((await database.bodies.toArray()).map(({ html }) => html)).toEqual(['<p>one</p>']);
    expect((await database.versions.toArray()).map(({ body }) => body.html)).toEqual(['<p>two</p>']);
    expect((await checkLibrary(database)).problems).toEqual([]);
  });

  test('twice in one file keeps what both say', async () => {
    const database = await makeDatabase();
    const taken = await importArticles(
      database,
      [imported({ note: 'first' }), imported({ note: 'second' })],
      { ...options, newIds: ['a', 'b'] },
    );
    expect(taken.map(({ outcome }) => outcome)).toEqual(['added', 'merged']);
    expect((await database.clips.toArray()).map(({ note }) => note)).toEqual(['first\n\nsecond']);
  });

  test('takes the page out of the trash', async () => {
    const database = await makeDatabase();
    await importArticles(database, [imported({})], options);
    await database.clips.update('new', { trashedAt: 500 });
    expect(await importArticles(database, [imported({})], options)).toMatchObject([
      { outcome: 'merged', kept: { fromTrash: true } },
    ]);
    expect((await database.clips.get('new'))?.trashedAt).toBeNull();
  });

  test('stores no time that no calendar has', async () => {
    const database = await makeDatabase();
    await importArticles(database, [imported({ savedAt: 8.65e15, readAt: Number.NaN })], options);
    expect(await database.clips.get('new')).toMatchObject({ savedAt: 1_000, readAt: null });
  });
});
