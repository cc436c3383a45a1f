import { Dexie } from 'dexie';
import { expect, test, vi } from 'vitest';
import { openDatabase } from '../../src/database/database.ts';
import { onGone } from '../../src/database/gone.ts';
import { createStore } from '../../src/pages/store/open-store.ts';
import { createLibrary } from '../../src/worker/library.ts';
import { eventually } from '../factories/eventually.ts';
import { makeDatabase } from '../factories/database.ts';

test('a page whose database is deleted under it says so, and shows no empty library in its place', async () => {
  const name = `test-${crypto.randomUUID()}`;
  const store = createStore(() => openDatabase(name));
  store.open();
  await eventually(() => expect(store.state.value.kind).toBe('open'));
  const seen: number[] = [];
  const end = store.watch(
    (database) => database.clips.count(),
    (count) => seen.push(count),
  );
  await eventually(() => expect(seen).toEqual([0]));
  await Dexie.delete(name);
  await eventually(() => expect(store.state.value).toEqual({ kind: 'failed', code: 'store/gone' }));
  expect((await indexedDB.databases()).map((each) => each.name)).not.toContain(name);
  end();
});

test('it is said once', async () => {
  const database = await makeDatabase();
  const tell = vi.fn<() => void>();
  onGone(database, tell);
  await Dexie.delete(database.name);
  await eventually(() => expect(tell).toHaveBeenCalledTimes(1));
  database.close();
  expect(tell).toHaveBeenCalledTimes(1);
});

test('the worker opens anew, and hears that it was deleted', async () => {
  const name = `test-${crypto.randomUUID()}`;
  const whenGone = vi.fn<() => void>();
  const library = createLibrary(() => openDatabase(name), whenGone);
  const before = await library.database();
  await Dexie.delete(name);
  await eventually(() => expect(whenGone).toHaveBeenCalledTimes(1));
  const after = await library.database();
  expect(after).not.toBe(before);
  expect(await after.clips.count()).toBe(0);
  after.close();
  await Dexie.delete(name);
});
