import { beforeAll, expect, test } from 'vitest';
import { search } from '../../../src/search/index/search.ts';
import { clipOf, now, openStore, save } from './indexed-library.ts';

/** Clips that hold the words of a pattern or a name more often than the one that holds it as it is typed. */
const others = Array.from({ length: 70 }, (_, n) =>
  clipOf({
    id: `other-${n}`,
    title: `Other ${n}`,
    prose: 'd 4 d 2 d 2, new new. Part of the part, new part.',
  }),
);
const held = [
  clipOf({ id: 'pattern', title: 'Days', prose: 'A day is \\d{4}-\\d{2}-\\d{2} there, of many words more.' }),
  clipOf({
    id: 'query',
    title: 'Defaults',
    prose: 'It reads new?.part ?? 4 and goes on with all of the rest of it.',
  }),
  clipOf({ id: 'region', title: '登入', prose: '使用者登入後回傳。' }),
  clipOf({ id: 'mixed', title: '登陆', prose: '用户登陆之后。' }),
];

let database: IDBDatabase;

beforeAll(async () => {
  database = await openStore();
  for (const one of [...others, ...held]) await save(database, one);
});

const first = async (query: string) =>
  (await search(database, query, { limit: 10, now })).hits.map(({ clip }) => clip.id);

test.each([
  ['\\d{4}-\\d{2}-\\d{2} ', 'pattern'],
  ['new?.part ?? 4 ', 'query'],
])('%s comes first where it stands as typed, be its words in many clips', async (query, id) => {
  expect((await first(query))[0]).toBe(id);
});

test('two words of a run are both replaced by those of the other region, or by other spellings', async () => {
  expect(new Set(await first('用户登录'))).toEqual(new Set(['region', 'mixed']));
});
