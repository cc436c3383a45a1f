import { Dexie } from 'dexie';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/database/database.ts';
import { prewarm, nativeVersion, adoptPrewarmed } from '../../src/database/prewarm.ts';

function nameForTest(): string {
  const name = `test-${crypto.randomUUID()}`;
  onTestFinished(() => Dexie.delete(name));
  return name;
}

async function rawDatabase(name: string, version: number): Promise<IDBDatabase> {
  const request = indexedDB.open(name, version);
  return await new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('not opened')));
  });
}

test('says that a database of a newer version is one, and leaves it alone', async () => {
  const name = nameForTest();
  (await rawDatabase(name, 9_990)).close();
  await expect(openDatabase(name)).rejects.toMatchObject({ code: 'store/newer-version' });
  const raw = await rawDatabase(name, 9_990);
  expect(raw.version).toBe(9_990);
  raw.close();
});

test('says that an older page of ours is in the way', async () => {
  const name = nameForTest();
  const older = await rawDatabase(name, 1);
  await expect(openDatabase(name)).rejects.toMatchObject({ code: 'store/blocked' });
  // Whoever asks next waits behind the first, and is not told.
  await expect(openDatabase(name)).rejects.toMatchObject({ code: 'store/blocked' });
  older.close();
});

test('takes the opening that was begun before', async () => {
  const name = nameForTest();
  prewarm(name);
  const database = await openDatabase(name);
  expect(await database.clips.count()).toBe(0);
  database.close();
});

test('takes an opening that was done before its code was there', async () => {
  const name = nameForTest();
  (await openDatabase(name)).close();
  prewarm(name);
  const request = globalThis.databaseOpening?.request;
  await new Promise((resolve) => request?.addEventListener('success', resolve));
  const database = await openDatabase(name);
  expect(database.backendDB()).toBe(request?.result);
  expect(await database.clips.count()).toBe(0);
  database.close();
});

test('gives up an opening that nobody took: no empty database is made of it', async () => {
  const name = nameForTest();
  prewarm(name);
  // Requests for one database are served in turn, so this one comes after the end of the first.
  const next = indexedDB.open(name, 1);
  const before = await new Promise((resolve) => {
    next.addEventListener('upgradeneeded', ({ oldVersion }) => resolve(oldVersion));
  });
  expect(before).toBe(0);
  next.result.close();
});

test('gives up an opening that nobody took: no connection stands in the way of a later version', async () => {
  const name = nameForTest();
  (await openDatabase(name)).close();
  prewarm(name);
  const later = await rawDatabase(name, 9_990);
  expect(adoptPrewarmed(name, nativeVersion)).toBeNull();
  later.close();
});

test('gives up an opening that nobody took: a database of an older version that was held stays as it is', async () => {
  const name = nameForTest();
  const older = await rawDatabase(name, 1);
  prewarm(name);
  // Behind the first, which is told that the older one is in its way.
  const next = indexedDB.open(name, 2);
  const before = new Promise((resolve) => {
    next.addEventListener('upgradeneeded', ({ oldVersion }) => resolve(oldVersion));
  });
  older.addEventListener('versionchange', () => setTimeout(() => older.close(), 100));
  expect(await before).toBe(1);
  next.result.close();
});
