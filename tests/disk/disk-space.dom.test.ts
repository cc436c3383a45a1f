import { expect, test, vi } from 'vitest';
import { saveDraft } from '../../src/database/clips/draft-writes.ts';
import { storeFailureNow } from '../../src/database/store-failure.ts';
import { makeArticle } from '../factories/article.ts';
import { makeDatabase } from '../factories/database.ts';
import { workerOver } from '../factories/worker.ts';

const MB = 1_000_000;

/** The browser says that so many bytes may still be written. */
function leave(bytes: number): void {
  vi.spyOn(navigator.storage, 'estimate').mockResolvedValue({ quota: 5 * MB + bytes, usage: 5 * MB });
}

const draft = { urlKey: 'https://d.example/', tags: ['a'], tagText: '', note: '', updatedAt: 1 };

test('with little room left no clip is written, with hardly any nothing is; then it goes on', async () => {
  const database = await makeDatabase();
  const send = workerOver(database);
  const save = () => send('saveArticle', { article: makeArticle(), tags: ['go'] });
  leave(20 * MB);
  await expect(save()).rejects.toMatchObject({ code: 'store/full' });
  await saveDraft(database, draft);
  leave(5 * MB);
  await expect(saveDraft(database, { ...draft, note: 'n' })).rejects.toMatchObject({ code: 'store/full' });
  expect(await database.clips.count()).toBe(0);
  expect(await database.drafts.toArray()).toEqual([draft]);
  leave(2_000 * MB);
  await save();
  expect(await database.clips.count()).toBe(1);
});

test('an error without a name of its own is a full disk where the disk is full', async () => {
  const error = new DOMException('Internal error opening backing store', 'UnknownError');
  leave(0);
  expect((await storeFailureNow(error)).code).toBe('store/full');
  leave(2_000 * MB);
  expect((await storeFailureNow(error)).code).toBe('store/unavailable');
});
