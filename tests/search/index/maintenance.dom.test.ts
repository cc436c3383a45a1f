import { expect, onTestFinished, test, vi } from 'vitest';
import { checkIndex } from '../../../src/search/index/check-index.ts';
import { requestRebuild } from '../../../src/search/index/rebuild.ts';
import { clipOf, maintain, openStore, relabel, remove, save } from './indexed-library.ts';

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
