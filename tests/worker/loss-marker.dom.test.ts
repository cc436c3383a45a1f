import { expect, test } from 'vitest';
import { markLibrary } from '../../src/worker/loss-marker.ts';
import { makeArticle } from '../factories/article.ts';
import { makeDatabase } from '../factories/database.ts';
import { workerOver } from '../factories/worker.ts';

function makeSettings() {
  const kept = new Map<string, unknown>();
  return {
    read: (name: string) => Promise.resolve(kept.get(name)),
    write: (name: string, value: object) => Promise.resolve(void kept.set(name, value)),
    mark: () => kept.get('shelf'),
  };
}

test('a library that is empty though it had clips was lost; one that was never filled, or emptied by its reader, was not', async () => {
  const settings = makeSettings();
  const library = await makeDatabase();
  await markLibrary(library, settings, 1);
  expect(settings.mark()).toBeUndefined();
  const send = workerOver(library);
  const { clipId } = await send('saveArticle', { article: makeArticle(), tags: [] });
  await markLibrary(library, settings, 2);
  expect(settings.mark()).toEqual({ hadClips: true, lostAt: null });
  await send('trashClips', { clipIds: [clipId] });
  await send('deleteClips', { clipIds: [clipId], subject: '' });
  await markLibrary(library, settings, 3);
  expect(settings.mark()).toEqual({ hadClips: true, lostAt: null });
  // The browser has begun a new one.
  const empty = await makeDatabase();
  await markLibrary(empty, settings, 4);
  await markLibrary(empty, settings, 5);
  expect(settings.mark()).toEqual({ hadClips: true, lostAt: 4 });
  await workerOver(empty)('saveArticle', { article: makeArticle(), tags: [] });
  await markLibrary(empty, settings, 6);
  expect(settings.mark()).toEqual({ hadClips: true, lostAt: 4 });
});
