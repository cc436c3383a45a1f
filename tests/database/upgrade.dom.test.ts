import { Dexie } from 'dexie';
import { expect, onTestFinished, test } from 'vitest';
import type { WholeClip } from '../../src/core/clip/whole-clip.ts';
import { fromBase64 } from '../../src/core/base64.ts';
import { checkLibrary } from '../../src/database/check-library.ts';
import { type Database, openDatabase } from '../../src/database/database.ts';
import { saveClip } from '../../src/database/clips/clip-writes.ts';
import { maintainIndex } from '../../src/database/search/index-maintenance.ts';
import { searchLibrary } from '../../src/database/search/search-queries.ts';
import { wholeClips } from '../../src/database/transfer/whole-clip-queries.ts';
import { makeArticle } from '../factories/article.ts';
import release from '../fixtures/databases/0.1.0.json' with { type: 'json' };

/** A database as that release left it: its stores, indexes and rows (tests/fixtures/databases/README.md). */
async function databaseOfRelease(): Promise<string> {
  const name = `test-${crypto.randomUUID()}`;
  onTestFinished(() => Dexie.delete(name));
  const request = indexedDB.open(name, release.version);
  request.addEventListener('upgradeneeded', () => {
    for (const { name: store, keyPath, autoIncrement, indexes } of release.stores) {
      const made = request.result.createObjectStore(store, { keyPath, autoIncrement });
      for (const { name: index, keyPath: path, multiEntry, unique } of indexes) {
        made.createIndex(index, path, { multiEntry, unique });
      }
    }
  });
  const raw = await new Promise<IDBDatabase>((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('not opened')));
  });
  const transaction = raw.transaction(raw.objectStoreNames, 'readwrite');
  for (const { name: store, rows } of release.stores) {
    for (const row of rows) {
      if ('key' in row) transaction.objectStore(store).put(decoded(row.value), row.key);
      else transaction.objectStore(store).put(decoded(row.value));
    }
  }
  await new Promise((resolve) => {
    transaction.addEventListener('complete', resolve);
  });
  raw.close();
  return name;
}

/** JSON with bytes in base64 as the values that were stored. */
function decoded(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decoded);
  if (typeof value !== 'object' || value === null) return value;
  if ('$bytes' in value && 'base64' in value) {
    const bytes = fromBase64(String(value.base64));
    return value.$bytes === 'ArrayBuffer' ? bytes.buffer : bytes;
  }
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, decoded(each)]));
}

async function upgraded(): Promise<Database> {
  const database = await openDatabase(await databaseOfRelease());
  onTestFinished(() => database.close());
  return database;
}

const titles = async (database: Database, query: string) =>
  (await searchLibrary(database, query, { limit: 10, now: Date.now() })).hits.map(({ clip }) => clip.title);

test('a library of 0.1.0: every row is there, every table agrees', async () => {
  const database = await upgraded();
  const byTitle = new Map<string, WholeClip>();
  for await (const whole of wholeClips(database)) byTitle.set(whole.clip.title, whole);
  expect([...byTitle.keys()].toSorted()).toEqual([
    'Read later',
    'To be thrown away',
    'gRPC load balancing, second edition',
    '连接池的实现',
  ]);
  const pool = byTitle.get('连接池的实现');
  expect(pool?.clip).toMatchObject({ tags: ['go', '数据库'], note: '面试常考', starred: true });
  expect(pool?.body?.blocks).toMatchObject([{}, { kind: 'code', text: 'db.SetMaxOpenConns(10)' }]);
  expect(pool?.source?.gzip[0]).toBe(0x1f);
  const grpc = byTitle.get('gRPC load balancing, second edition');
  expect(grpc?.versions.map(({ content }) => content.title)).toEqual(['gRPC load balancing']);
  expect(byTitle.get('To be thrown away')?.clip.trashedAt).toBeGreaterThan(0);
  expect(await database.drafts.toArray()).toMatchObject([{ tags: ['half'], tagText: 'ty' }]);
  expect(await database.jobs.toArray()).toMatchObject([{ subject: 'A list', state: 'needs-access' }]);
  expect(await database.jobItems.count()).toBe(1);
  await maintainIndex(database);
  expect((await checkLibrary(database)).problems).toEqual([]);
});

test('a library of 0.1.0 is found in, and written to', async () => {
  const database = await upgraded();
  // The index is of an earlier version: until the worker has rebuilt it, the rows are searched.
  expect(await titles(database, '连接池')).toEqual(['连接池的实现']);
  await maintainIndex(database);
  expect(await titles(database, 'SetMaxOpenConns')).toEqual(['连接池的实现']);
  expect(await titles(database, 'grpc.NewClient')).toEqual(['gRPC load balancing, second edition']);
  expect(await titles(database, 'kubelet')).toEqual([]);
  const article = makeArticle({ url: 'https://blog.example/new', title: '新的一篇 kubelet' });
  await saveClip(
    database,
    { article, tags: [], note: undefined, source: null },
    { newId: 'new', now: Date.now() },
  );
  expect(await titles(database, 'kubelet')).toEqual(['新的一篇 kubelet']);
  expect((await checkLibrary(database)).problems).toEqual([]);
});
