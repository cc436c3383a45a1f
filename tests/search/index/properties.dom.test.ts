import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkIndex, liveEntries } from '../../../src/search/index/check-index.ts';
import { maintainStep } from '../../../src/search/index/maintain.ts';
import { requestRebuild } from '../../../src/search/index/rebuild.ts';
import { committed, result } from '../../../src/search/index/request.ts';
import { search } from '../../../src/search/index/search.ts';
import { readState, type DocRow, type FreshRow } from '../../../src/search/index/state.ts';
import { searchStoreNames } from '../../../src/search/index/stores.ts';
import { TermReader } from '../../../src/search/index/term-reader.ts';
import { clipOf, maintain, now, openStore, relabel, remove, save, saveAll } from './indexed-library.ts';

const han = fc.constantFrom(...Array.from('网络超时主从复制缓存内核𠀀々连接池的一'));
const identifier = fc.constantFrom(
  'context.WithTimeout', 'MADV_FREE', 'useEffect', 'kube-proxy', '--mount', '/proc/sys/net', '10.0.0.0/8',
  'v1.20.3', 'std::move', 'C++', '.gitignore', '#[derive]', 'EADDRINUSE', 'HTTPServer', 'utf8mb4', 'x86_64',
); // prettier-ignore
const glue = fc.constantFrom('', ' ', '，', '。', '\n', ', ');
const text = fc
  .array(
    fc.tuple(fc.oneof({ weight: 4, arbitrary: han }, identifier, fc.constantFrom('the', 'a', 'Rust')), glue),
    {
      maxLength: 25,
    },
  )
  .map((pieces) => pieces.flat().join(''));
const clipText = fc.record({ title: text, prose: text, code: text });

/** Everything that the index says, by clip: its live entries and age. */
async function contents(database: IDBDatabase): Promise<Map<string, string>> {
  const transaction = database.transaction(searchStoreNames, 'readonly');
  const state = await readState(transaction);
  const fresh = await result<FreshRow[]>(transaction.objectStore('searchFresh').getAll());
  if (state === null) return new Map();
  const entries = await liveEntries(new TermReader(transaction, state, fresh));
  const docs = await result<DocRow[]>(transaction.objectStore('searchDocs').getAll());
  return new Map(
    docs
      .map(({ slot, id, recency }): [string, string] => {
        const lines = [...(entries.get(slot) ?? [])].map(
          ([term, fields]) => `${term}=${fields.sort().join()}`,
        );
        entries.delete(slot);
        return [id, `${recency}\n${lines.sort().join('\n')}`];
      })
      .concat([...entries.keys()].map((slot) => [`lost ${slot}`, ''])),
  );
}

async function rebuilt(database: IDBDatabase): Promise<Map<string, string>> {
  await requestRebuild(database);
  await maintain(database);
  return await contents(database);
}

const hanRuns = /\p{Script=Han}{2,}/gu;

test('every substring of Han characters and every identifier of every clip finds that clip', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(clipText, { minLength: 1, maxLength: 12 }),
      fc.boolean(),
      fc.nat(),
      async (texts, merge, pick) => {
        const database = await openStore();
        for (const [i, one] of texts.entries()) await save(database, clipOf({ id: `c${i}`, ...one }));
        if (merge) await maintain(database);
        for (const [i, { title, prose, code }] of texts.entries()) {
          const whole = `${title}\n${prose}\n${code}`;
          const queries = [
            ...[...whole.matchAll(hanRuns)].map(([run]) => {
              const characters = Array.from(run);
              const start = pick % (characters.length - 1);
              return characters.slice(start, start + 2 + (pick % 5)).join('');
            }),
            ...(whole.match(
              /(?<![\w.:/#-])(?:context\.WithTimeout|MADV_FREE|useEffect|kube-proxy|std::move|EADDRINUSE|10\.0\.0\.0\/8|v1\.20\.3|utf8mb4|x86_64)(?![\w.:/#-])/gu,
            ) ?? []),
          ];
          for (const query of queries.slice(0, 6)) {
            const { hits, partial } = await search(database, query, { limit: 50, now });
            expect({ query, partial }).toEqual({ query, partial: false });
            expect([query, ...hits.map((hit) => hit.clip.id)]).toContain(`c${i}`);
          }
        }
        database.close();
      },
    ),
    { numRuns: 25 },
  );
}, 120_000);

const action = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('save' as const), id: fc.nat(24), text: clipText, abort: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('relabel' as const), id: fc.nat(24), tag: fc.constantFrom('go', 'a/b', '网络') }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), id: fc.nat(24) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('save-many' as const), ids: fc.uniqueArray(fc.nat(24), { minLength: 5, maxLength: 16 }), text: clipText }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('relabel-many' as const), tag: fc.constantFrom('go', 'a/b', '网络') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove-many' as const), every: fc.integer({ min: 2, max: 5 }) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('step' as const) }) },
); // prettier-ignore

type Action = typeof action extends fc.Arbitrary<infer Value> ? Value : never;

async function act(
  database: IDBDatabase,
  saved: Map<number, ReturnType<typeof clipOf>>,
  one: Action,
): Promise<void> {
  if (one.kind === 'save') {
    const clip = clipOf({ id: `c${one.id}`, ...one.text }, { savedAt: now - saved.size });
    await save(database, clip, one.abort);
    if (!one.abort) saved.set(one.id, clip);
  } else if (one.kind === 'remove') {
    await remove(database, `c${one.id}`);
    saved.delete(one.id);
  } else if (one.kind === 'relabel') {
    const clip = saved.get(one.id);
    if (clip !== undefined) await relabel(database, { ...clip.clip, tags: [one.tag], starred: true });
  } else if (one.kind === 'save-many') {
    const clips = one.ids.map((id) => clipOf({ id: `c${id}`, ...one.text }, { savedAt: now - id }));
    await saveAll(database, clips);
    for (const [index, clip] of clips.entries()) saved.set(one.ids[index] ?? 0, clip);
  } else if (one.kind === 'relabel-many') {
    const clips = [...saved.values()].map(({ clip }) => ({ ...clip, tags: [one.tag], starred: true }));
    await relabel(database, ...clips);
  } else if (one.kind === 'remove-many') {
    const ids = [...saved.keys()].filter((id) => id % one.every === 0);
    await remove(database, ...ids.map((id) => `c${id}`));
    for (const id of ids) saved.delete(id);
  } else await maintainStep(database);
}

test('any interleaving of save, relabel, remove, abort and compaction equals a rebuilt index', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 10, maxLength: 200, size: 'max' }), async (actions) => {
      const database = await openStore();
      const saved = new Map<number, ReturnType<typeof clipOf>>();
      for (const one of actions) await act(database, saved, one);
      const report = await checkIndex(database);
      expect(report.wrong).toEqual([]);
      const before = await contents(database);
      await maintain(database);
      expect(await contents(database)).toEqual(before);
      expect(await checkIndex(database)).toMatchObject({ sound: true, wrong: [] });
      expect(await rebuilt(database)).toEqual(before);
      database.close();
    }),
    { numRuns: 25 },
  );
}, 240_000);

const asked = [
  '网络',
  'context.WithTimeout',
  'rust 缓存',
  '"主从 复制"',
  'tag:go',
  'kube',
  '-the 超时',
  'is:starred 内核',
];

test('a connection that remembers its searches answers as one that was just opened', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(action, fc.constantFrom(...asked)), { minLength: 10, maxLength: 60, size: 'max' }),
      async (actions) => {
        const database = await openStore();
        const saved = new Map<number, ReturnType<typeof clipOf>>();
        for (const [one, query] of actions) {
          await act(database, saved, one);
          const another = await result(indexedDB.open(database.name));
          const [remembered, anew] = await Promise.all(
            [database, another].map((each) => search(each, query, { limit: 20, now })),
          );
          another.close();
          expect(remembered).toEqual(anew);
        }
        database.close();
      },
    ),
    { numRuns: 12 },
  );
}, 240_000);

test('a clip added and deleted leaves the index as it was', async () => {
  const database = await openStore();
  for (let i = 0; i < 20; i += 1)
    await save(database, clipOf({ id: `c${i}`, prose: `alpha${i} 网络超时 beta` }));
  await maintain(database);
  const before = await contents(database);
  await save(database, clipOf({ id: 'guest', prose: 'visitor 访客来了', code: 'let gamma = 1' }));
  await maintain(database);
  await remove(database, 'guest');
  expect(await contents(database)).toEqual(before);
  await maintain(database);
  expect(await contents(database)).toEqual(before);
  expect((await search(database, 'visitor', { limit: 5, now })).total).toBe(0);
});

test('a damaged index answers from the clips, is found out, and is rebuilt', async () => {
  const database = await openStore();
  for (let i = 0; i < 20; i += 1) {
    await save(database, clipOf({ id: `c${i}`, title: `Alpha ${i}`, prose: `alpha${i} 网络超时` }));
  }
  await maintain(database);
  const transaction = database.transaction(searchStoreNames, 'readwrite');
  const store = transaction.objectStore('searchBlocks');
  for (const key of await result(store.getAllKeys())) store.put(Uint8Array.of(0, 255, 255, 255), key);
  await committed(transaction);
  expect((await checkIndex(database)).sound).toBe(false);
  const answer = await search(database, 'alpha', { limit: 50, now });
  expect(answer).toMatchObject({ index: 'rebuilding', total: 20 });
  await requestRebuild(database);
  expect((await search(database, 'alpha', { limit: 50, now })).hits).toHaveLength(20);
  await maintain(database);
  expect(await checkIndex(database)).toMatchObject({ sound: true, clips: 20 });
  expect(await search(database, '网络超时', { limit: 50, now })).toMatchObject({ index: 'ready', total: 20 });
});

test('an index of another version is rebuilt, and search answers meanwhile', async () => {
  const database = await openStore();
  await save(database, clipOf({ id: 'a', title: 'Alpha', prose: 'body only here' }));
  const transaction = database.transaction('searchState', 'readwrite');
  transaction.objectStore('searchState').put({ version: 0, anything: true }, 'index');
  await committed(transaction);
  await save(database, clipOf({ id: 'b', title: 'Alpha too' }));
  expect((await search(database, 'alpha', { limit: 5, now })).total).toBe(2);
  await maintain(database);
  expect((await search(database, 'body only', { limit: 5, now })).total).toBe(1);
  expect((await checkIndex(database)).sound).toBe(true);
});

test('many long clips, through several levels of merging', async () => {
  const database = await openStore();
  const words = (seed: number, count: number): string =>
    Array.from({ length: count }, (_, i) => `w${(seed * 7919 + i * i * 31) % 5000}`).join(' ');
  for (let i = 0; i < 150; i += 1) {
    await save(
      database,
      clipOf({ id: `c${i}`, title: `Title ${i}`, prose: words(i, 400), code: words(i + 7, 200) }),
    );
    if (i % 5 === 4) await remove(database, `c${i - 3}`);
    if (i % 3 === 0) await maintainStep(database);
  }
  await maintain(database);
  expect(await checkIndex(database)).toMatchObject({ sound: true, clips: 120 });
  expect((await search(database, '"title 149"', { limit: 5, now })).hits[0]?.clip.id).toBe('c149');
});
