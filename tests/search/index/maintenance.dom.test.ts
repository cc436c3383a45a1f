import { expect, onTestFinished, test, vi } from 'vitest';
import { checkIndex } from '../../../src/search/index/check-index.ts';
import { requestRebuild } from '../../../src/search/index/rebuild.ts';
import { matchingClips } from '../../../src/search/index/matching-clips.ts';
import { putLabels } from '../../../src/search/index/put-document.ts';
import { committed } from '../../../src/search/index/request.ts';
import { search } from '../../../src/search/index/search.ts';
import { searchStoreNames } from '../../../src/search/index/stores.ts';
import { searchLabels } from '../../../src/search/text/document.ts';
import { readState } from '../../../src/search/index/state.ts';
import { clipOf, maintain, now, openStore, relabel, remove, save, saveAll } from './indexed-library.ts';

const ids = Array.from({ length: 80 }, (_, index) => `clip-${String(index).padStart(3, '0')}`);
const made = (id: string) => clipOf({ id, prose: `words of ${id}` });

async function libraryOf(names: readonly string[]): Promise<IDBDatabase> {
  const database = await openStore();
  for (const id of names) await save(database, made(id));
  return database;
}

test('maintenance writes nothing but the index: no reader of clips waits for it', async () => {
  const database = await libraryOf(ids);
  const opened = vi.spyOn(IDBDatabase.prototype, 'transaction');
  onTestFinished(() => opened.mockRestore());
  await requestRebuild(database);
  await maintain(database);
  const written = opened.mock.calls
    .filter(([, mode]) => mode === 'readwrite')
    .flatMap(([stores]) => (typeof stores === 'string' ? [stores] : [...stores]));
  expect(written).toContain('searchDocs');
  expect(written).not.toContain('clips');
  expect(written).not.toContain('bodies');
});

test('what is deleted, changed and saved while the index is rebuilt is in it as it is in the library', async () => {
  const database = await libraryOf(ids);
  await requestRebuild(database);
  const rebuilt = maintain(database);
  for (const [index, id] of ids.toReversed().entries()) {
    if (index % 3 === 0) await remove(database, id);
    else if (index % 3 === 1) await relabel(database, { ...made(id).clip, note: 'noted meanwhile' });
    else await save(database, made(`${id}-new`));
  }
  await rebuilt;
  await maintain(database);
  expect(await checkIndex(database)).toMatchObject({ sound: true, problems: [], wrong: [] });
});

async function segmentIds(database: IDBDatabase): Promise<readonly number[]> {
  const state = await readState(database.transaction('searchState'));
  return state?.segments.map(({ id }) => id) ?? [];
}

test('new labels of all clips, some at a time, leave the index of their texts alone', async () => {
  const database = await openStore();
  await saveAll(database, ids.map(made));
  await maintain(database);
  const [texts] = await segmentIds(database);
  for (const tag of ['one', 'two', 'three']) {
    for (let start = 0; start < ids.length; start += 20) {
      const clips = ids.slice(start, start + 20).map((id) => ({ ...made(id).clip, tags: [tag] }));
      await relabel(database, ...clips);
      await maintain(database);
    }
  }
  const segments = await segmentIds(database);
  expect(segments[0]).toBe(texts);
  expect(segments.length).toBeLessThan(6);
  expect(await checkIndex(database)).toMatchObject({ sound: true, problems: [], wrong: [] });
});

test('what is read among writes that are taken back is not remembered', async () => {
  const database = await libraryOf(['a', 'b']);
  const tagged = (id: string, tag: string) => ({ ...made(id).clip, tags: [tag] });
  const stores = ['clips', 'bodies', ...searchStoreNames];
  const transaction = database.transaction(stores, 'readwrite');
  const ended = committed(transaction);
  transaction.objectStore('clips').put(tagged('a', 'go'));
  await putLabels(transaction, [searchLabels(tagged('a', 'go'))]);
  expect(await matchingClips(transaction, 'tag:go', { now })).toEqual(new Set(['a']));
  transaction.abort();
  await ended.catch(() => undefined);
  await relabel(database, tagged('b', 'go'));
  const { hits } = await search(database, 'tag:go', { limit: 5, now });
  expect(hits.map(({ clip }) => clip.id)).toEqual(['b']);
});
