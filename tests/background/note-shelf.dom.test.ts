import { expect, test } from 'vitest';
import { noteShelf } from '../../src/background/note-shelf.ts';
import { makeArticle } from '../making/article.ts';
import { makeDatabase } from '../making/database.ts';
import { workerOver } from '../making/worker.ts';

function makeSettings() {
  const kept = new Map<string, unknown>();
  return {
    read: (name: string) => Promise.resolve(kept.get(name)),
    write: (name: string, value: object) => Promise.resolve(void kept.set(name, value)),
    mark: () => kept.get('shelf'),
  };
}

test('a shelf that is empty though it had clips was lost; one that was never filled, or emptied by its reader, was not', async () => {
  const settings = makeSettings();
  const shelf = await makeDatabase();
  await noteShelf(shelf, settings, 1);
  expect(settings.mark()).toBeUndefined();
  const send = workerOver(shelf);
  const { clipId } = await send('saveArticle', { article: makeArticle(), tags: [] });
  await noteShelf(shelf, settings, 2);
  expect(settings.mark()).toEqual({ hadClips: true, lostAt: null });
  await send('trashClips', { clipIds: [clipId] });
  await send('deleteClips', { clipIds: [clipId] });
  await noteShelf(shelf, settings, 3);
  expect(settings.mark()).toEqual({ hadClips: true, lostAt: null });
  // The browser has begun a new one.
  const empty = await makeDatabase();
  await noteShelf(empty, settings, 4);
  await noteShelf(empty, settings, 5);
  expect(settings.mark()).toEqual({ hadClips: true, lostAt: 4 });
  await workerOver(empty)('saveArticle', { article: makeArticle(), tags: [] });
  await noteShelf(empty, settings, 6);
  expect(settings.mark()).toEqual({ hadClips: true, lostAt: 4 });
});
