import { describe, expect, it } from 'vitest';
import { editClips, undoEdit } from '../../../src/database/clips/bulk-writes.ts';
import { editClip } from '../../../src/database/clips/clip-state-writes.ts';
import { saveClip } from '../../../src/database/clips/clip-writes.ts';
import type { Database } from '../../../src/database/database.ts';
import { setTags } from '../../../src/database/tags/tag-writes.ts';
import { parseTags } from '../../../src/core/tag/tag.ts';
import { makeArticle } from '../../factories/article.ts';
import { makeDatabase } from '../../factories/database.ts';

async function clipped(): Promise<Database> {
  const database = await makeDatabase();
  const saved = { article: makeArticle(), tags: parseTags(['go']), note: '', source: null };
  await saveClip(database, saved, { newId: 'clip-1', now: 10 });
  return database;
}

const timesOf = async (database: Database) => (await database.changes.get('clip-1'))?.fields;

describe('the change log', () => {
  it('knows when each field changed, through edits of every kind', async () => {
    const database = await clipped();
    await editClip(database, 'clip-1', { note: 'one', starred: true }, 20);
    await setTags(database, 'clip-1', parseTags(['go', 'zig']), 30);
    const undo = await editClips(database, ['clip-1'], { starred: false, addTags: ['c'] }, 40);
    expect(await timesOf(database)).toEqual({ note: 20, starred: 40, 'tag:zig': 30, 'tag:c': 40 });
    await undoEdit(database, undo, 50);
    expect(await timesOf(database)).toEqual({ note: 20, starred: 50, 'tag:zig': 30, 'tag:c': 50 });
  });

  it('keeps these times when the page is clipped again', async () => {
    const database = await clipped();
    await editClip(database, 'clip-1', { note: 'one' }, 20);
    const again = { article: makeArticle(), tags: null, note: undefined, source: null };
    await saveClip(database, again, { newId: 'x', now: 60 });
    expect(await database.changes.get('clip-1')).toMatchObject({ at: 60, fields: { note: 20 } });
  });
});
