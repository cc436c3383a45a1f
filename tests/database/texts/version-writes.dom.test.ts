import { expect, test } from 'vitest';
import { saveClip } from '../../../src/database/clips/clip-writes.ts';
import { versionsOf } from '../../../src/database/texts/text-queries.ts';
import { deleteVersion, putVersionBack, restoreVersion } from '../../../src/database/texts/version-writes.ts';
import type { WholeClip } from '../../../src/core/clip/whole-clip.ts';
import { editClip } from '../../../src/database/clips/clip-state-writes.ts';
import { restoreClips } from '../../../src/database/transfer/restore-writes.ts';
import { wholeClips } from '../../../src/database/transfer/whole-clip-queries.ts';
import { checkLibrary } from '../../../src/database/check-library.ts';
import { makeArticle } from '../../factories/article.ts';
import { makeDatabase } from '../../factories/database.ts';

async function libraryWithEditions(count: number) {
  const database = await makeDatabase();
  for (let edition = 1; edition <= count; edition += 1) {
    const text = `edition ${edition}`;
    const article = makeArticle({ title: text, html: `<p>${text}</p>`, blocks: [{ kind: 'prose', text }] });
    await saveClip(
      database,
      { article, tags: null, note: undefined, source: null },
      { newId: 'a', now: edition },
    );
  }
  return database;
}

test('restores an earlier version and keeps the one it takes the place of', async () => {
  const database = await libraryWithEditions(3);
  const [, first] = await versionsOf(database, 'a');
  await restoreVersion(database, first?.id ?? 0, 10);
  expect(await database.clips.get('a')).toMatchObject({ title: 'edition 1', updatedAt: 1 });
  expect((await database.bodies.get('a'))?.html).toBe('<p>edition 1</p>');
  expect((await versionsOf(database, 'a')).map((version) => version.content.title)).toEqual([
    'edition 3',
    'edition 2',
  ]);
  expect((await checkLibrary(database)).problems).toEqual([]);
});

test('restoring the version that a restoration made takes it back', async () => {
  const database = await libraryWithEditions(2);
  const [first] = await versionsOf(database, 'a');
  const kept = await restoreVersion(database, first?.id ?? 0, 10);
  expect((await versionsOf(database, 'a'))[0]?.replaced).toEqual({ by: 'restore', at: 10 });
  await restoreVersion(database, kept ?? 0, 11);
  expect(await database.clips.get('a')).toMatchObject({ title: 'edition 2', updatedAt: 2 });
  expect((await versionsOf(database, 'a')).map((version) => version.content.title)).toEqual(['edition 1']);
});

test('a title written by hand since stays when an earlier text comes back, and undone all is as it was', async () => {
  const database = await libraryWithEditions(2);
  const [first] = await versionsOf(database, 'a');
  await editClip(database, 'a', { title: 'by hand', note: 'since' }, 5);
  const before = await database.clips.get('a');
  const kept = await restoreVersion(database, first?.id ?? 0, 10);
  expect(await database.clips.get('a')).toMatchObject({ title: 'by hand', note: 'since', updatedAt: 1 });
  await restoreVersion(database, kept ?? 0, 11);
  expect(await database.clips.get('a')).toEqual({ ...before, textAt: 11 });
});

test('the text that the user went back to is newer than a backup of the other', async () => {
  const database = await libraryWithEditions(2);
  const backup: WholeClip[] = [];
  for await (const clip of wholeClips(database)) backup.push(clip);
  const [first] = await versionsOf(database, 'a');
  await restoreVersion(database, first?.id ?? 0, 10);
  await restoreClips(database, backup, { mode: 'merge', now: 11 });
  expect((await database.bodies.get('a'))?.html).toBe('<p>edition 1</p>');
  expect((await versionsOf(database, 'a')).map((version) => version.content.title)).toEqual([
    'edition 2',
    'edition 1',
  ]);
});

test('deletes a version, and puts it back', async () => {
  const database = await libraryWithEditions(2);
  const [version] = await versionsOf(database, 'a');
  const deleted = await deleteVersion(database, version?.id ?? 0, 10);
  expect(await versionsOf(database, 'a')).toEqual([]);
  await putVersionBack(database, deleted, 11);
  expect(await versionsOf(database, 'a')).toEqual([version]);
  await deleteVersion(database, version?.id ?? 0, 12);
  await expect(restoreVersion(database, version?.id ?? 0, 10)).rejects.toMatchObject({
    code: 'clip/not-found',
  });
});
