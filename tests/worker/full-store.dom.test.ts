import { expect, onTestFinished, test } from 'vitest';
import { checkLibrary } from '../../src/database/check-library.ts';
import { makeArticle } from '../factories/article.ts';
import { makeDatabase } from '../factories/database.ts';
import { fillStore } from '../factories/full-store.ts';
import { workerOver } from '../factories/worker.ts';

const clip = (html: string) => ({ article: makeArticle({ html }), tags: ['go'], source: btoa('page') });

test('the text is kept where there is no room for the page that it came from, and it is said', async () => {
  const database = await makeDatabase();
  const send = workerOver(database);
  onTestFinished(fillStore(['sources']));
  const saved = await send('saveArticle', clip('<p data-block="0">text</p>'));
  expect(saved).toMatchObject({ outcome: 'added', textOnly: true });
  expect((await database.bodies.get(saved.clipId))?.html).toBe('<p data-block="0">text</p>');
  expect((await database.clips.get(saved.clipId))?.tags).toEqual(['go']);
  expect((await checkLibrary(database)).problems).toEqual([]);
});

test('an update that keeps the text alone leaves no source of another text behind', async () => {
  const database = await makeDatabase();
  const send = workerOver(database);
  await send('saveArticle', clip('<p data-block="0">old</p>'));
  onTestFinished(fillStore(['sources']));
  const saved = await send('saveArticle', clip('<p data-block="0">new</p>'));
  expect(saved).toMatchObject({ outcome: 'updated', textOnly: true });
  expect(await database.sources.count()).toBe(0);
  expect(await database.versions.count()).toBe(1);
});

test('where not even the text has room, it says so, and the library is as it was', async () => {
  const database = await makeDatabase();
  const send = workerOver(database);
  await send('saveArticle', clip('<p data-block="0">old</p>'));
  onTestFinished(fillStore(['sources', 'bodies']));
  await expect(send('saveArticle', clip('<p data-block="0">new</p>'))).rejects.toMatchObject({
    code: 'store/full',
  });
  expect((await database.bodies.toArray()).map(({ html }) => html)).toEqual(['<p data-block="0">old</p>']);
  expect([await database.sources.count(), await database.versions.count()]).toEqual([1, 0]);
  expect((await checkLibrary(database)).problems).toEqual([]);
});
