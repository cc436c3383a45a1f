import { Dexie } from 'dexie';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/storage/database.ts';

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
  older.close();
});
