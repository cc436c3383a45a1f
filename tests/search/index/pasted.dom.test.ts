import { beforeAll, describe, expect, test } from 'vitest';
import type { SearchAnswer } from '../../../src/search/ranking/answer.ts';
import { search, searchNearby } from '../../../src/search/index/search.ts';
import { clipOf, now, openStore, save } from './indexed-library.ts';

/** Texts of our own, each for a kind of query that people paste or type. */
const library = [
  clipOf({
    id: 'rsync',
    title: 'Copying trees',
    code: 'rsync -avzP --delete src/ host:dst\nfind . -type f -newer mark',
  }),
  clipOf({
    id: 'sed',
    title: 'Editing streams',
    code: "sed -ne '/begin/p' log",
    prose: 'newer than the type',
  }),
  clipOf({ id: 'svelte', title: 'Svelte and hooks', prose: 'Components with hooks, in svelte.' }),
  clipOf({ id: 'svelte-plain', title: 'Svelte stores', prose: 'Components without them.' }),
  clipOf({ id: 'trad', title: '訊息佇列的設計', prose: '資料表與連線池；後臺處理。' }),
  clipOf({ id: 'simp', title: '消息队列的设计', prose: '数据表与连接池；后台处理。' }),
  clipOf({
    id: 'hyphen',
    title: 'Long words',
    prose: 'The hyper\u00advisor and its time\u200bslice, never\u2060theless.',
  }),
  clipOf({ id: 'bluetooth', title: 'Blue-ray and Gulp.js', prose: 'A walk through the source.' }),
  clipOf({ id: 'file-system', title: 'A word count tool', prose: 'It prints the byte order first.' }),
  clipOf({ id: 'joined', title: 'Tooltips', prose: 'The tooltip of a dropdown and its wordlist.' }),
  clipOf({ id: 'angular', title: 'Angular 17 signals', prose: 'nothing more' }),
  clipOf({ id: 'snake', title: 'Naming', code: 'let max_retry_count = 3; const minRetryDelay = 1_500_000;' }),
  clipOf({ id: 'numbers', title: 'Sizes', prose: 'A table of 2,350,000 rows in C++23 and C#12.' }),
  clipOf({ id: 'signs', title: '🧭 Map', prose: 'From a ⇒ b, and ∂x; costs € 5.' }),
  clipOf({ id: 'typescript', title: 'TypeScript 泛型', prose: 'Generics explained.' }),
  clipOf({ id: 'login', title: '登录流程', prose: '账号与密码' }),
  clipOf({ id: 'street', title: 'Die Hauptstraße', prose: 'Fußgänger' }),
  clipOf({ id: 'zephyr', title: 'Notes on zephyrctl', prose: 'zephyrctl is a rare word' }),
  clipOf({
    id: 'common',
    title: 'Zephyr',
    prose: 'zephyr zephyrs',
    code: 'io.Copy(dst)\nbufio.NewReader(in)',
  }),
  clipOf({ id: 'backet', title: 'The backet format', prose: 'A name that looks like a slip.' }),
  ...[1, 2, 3].map((n) =>
    clipOf({ id: `packet-${n}`, title: `Trace ${n}`, prose: 'Each packet has a name.' }),
  ),
  clipOf({ id: 'dunder', title: 'Making objects', code: 'def __call__(self): return self._cache' }),
  clipOf({ id: 'call', title: 'A call of the cache', prose: 'To call is to cache.' }),
  clipOf({ id: 'greek', title: 'Terms', prose: 'The body of θy is reduced first.' }),
  clipOf({ id: 'prefixed', title: 'Views', code: 'let view = UICollectionView(); // 物件導向' }),
  clipOf({ id: 'parts', title: 'Pointers', prose: 'Each has its ptr.' }),
  clipOf({ id: 'weak-parts', title: 'Weak sides', code: 'weakPathOfTheWholeTree()' }),
  clipOf({ id: 'frontend', title: '前端工程的长度单位', prose: '实体与负载' }),
  clipOf({ id: 'balance', title: '負載均衡入門', prose: '行数' }),
  clipOf({ id: 'regex', title: 'Matching boxes', prose: 'One regex for each box.' }),
];

let database: IDBDatabase;

beforeAll(async () => {
  database = await openStore();
  for (const one of library) await save(database, one);
});

const ask = async (query: string): Promise<SearchAnswer> => await search(database, query, { limit: 20, now });
const nearbyOf = async (query: string) => await searchNearby(database, await ask(query), { limit: 20, now });
const ids = ({ hits }: SearchAnswer): string[] => hits.map((hit) => hit.clip.id);

describe('a dash', () => {
  test.each([
    ['rsync -avzP', 'rsync'],
    ['-avzP', 'rsync'],
    ['find -type -newer', 'rsync'],
    ['sed -ne log', 'sed'],
    ['rsync --delete', 'rsync'],
  ])('of an option is part of the query: %s', async (query, id) => {
    const answer = await ask(query);
    expect(ids(answer)[0]).toBe(id);
    expect(answer.partial).toBe(false);
  });

  test('before a word that is nobody’s option leaves it out', async () => {
    expect(ids(await ask('svelte -hooks'))).toEqual(['svelte-plain']);
    expect((await ask('svelte -hooks')).dashes).toEqual([]);
  });

  test('that can be read both ways says so, and gives the other reading', async () => {
    const answer = await ask('find -type ');
    expect(ids(answer)).toEqual(['rsync']);
    expect(answer.dashes).toEqual([{ text: '-type', as: 'option', instead: 'find -"type" ' }]);
    const other = await ask('newer -type ');
    expect(other.dashes).toEqual([{ text: '-type', as: 'option', instead: 'newer -"type" ' }]);
    expect(ids(await ask('newer -"type" '))).toEqual([]);
    const leftOut = await ask('svelte -newer ');
    expect(ids(leftOut).sort()).toEqual(['svelte', 'svelte-plain']);
    expect(leftOut.dashes).toEqual([{ text: '-newer', as: 'left-out', instead: 'svelte "-newer" ' }]);
    expect(ids(await ask('"-newer" '))).toEqual(['rsync']);
  });

  test('before a word that stands nowhere does not list the library', async () => {
    expect((await ask('-qwxz')).total).toBe(0);
    expect(await ask('rsync copying -qwxz ')).toMatchObject({ partial: true });
  });
});

describe('what is written in two ways', () => {
  test.each([
    ['消息队列', ['simp', 'trad']],
    ['訊息佇列', ['trad', 'simp']],
    ['訊息', ['trad', 'simp']],
    ['後台', ['simp', 'trad']],
    ['数据表', ['simp', 'trad']],
    ['hypervisor', ['hyphen']],
    ['timeslice', ['hyphen']],
    ['nevertheless', ['hyphen']],
    ['blueray', ['bluetooth']],
    ['gulpjs', ['bluetooth']],
    ['wordcount', ['file-system']],
    ['byteorder', ['file-system']],
    ['tool tip', ['joined']],
    ['drop-down', ['joined']],
    ['angular17', ['angular']],
    ['maxRetryCount', ['snake']],
    ['maxretrycount', ['snake']],
    ['min_retry_delay', ['snake']],
    ['1500000', ['snake']],
    ['2350000', ['numbers']],
    ['2,350,000', ['numbers']],
    ['c++', ['numbers']],
    ['C# ', ['numbers']],
    ['ts 泛型', ['typescript']],
    ['登陆', ['login']],
    ['帳號', ['login']],
    ['hauptstrasse', ['street']],
    ['fussgänger', ['street']],
    ['max*', ['snake']],
    ['regexes', ['regex']],
    ['🧭', ['signs']],
    ['⇒', ['signs']],
    ['€ ', ['signs']],
    ['__call__', ['dunder']],
    ['_cache', ['dunder']],
    ['__ca', ['dunder']],
    ['θ ', ['greek']],
    ['θy', ['greek']],
    ['||', []],
    ['=>', []],
    ['☃', []],
  ])('%s', async (query, expected) => {
    const answer = await ask(query);
    expect(ids(answer)).toEqual(expected);
    expect(answer).toMatchObject({ partial: false, corrections: [] });
    for (const { excerpt, titleRanges } of answer.hits) {
      expect((excerpt?.ranges.length ?? 0) + titleRanges.length).toBeGreaterThan(0);
    }
  });

  test('a name is found without what its maker puts before it, and the answer says by which', async () => {
    const answer = await ask('collectionview');
    expect(ids(answer)).toEqual(['prefixed']);
    expect(answer).toMatchObject({
      corrections: [],
      partial: false,
      expansions: [{ from: 'collectionview', to: 'uicollectionview' }],
    });
  });

  test('terms of another region are found', async () => {
    expect(ids(await ask('面向对象'))).toEqual(['prefixed']);
    expect((await ask('面向对象')).expansions).toEqual([{ from: '面向对象', to: '物件导向' }]);
  });

  test.each([
    ['qianduan', '前端', ['frontend']],
    ['changdu', '长度', ['frontend']],
    ['fuzaijunheng', '负载均衡', ['balance']],
    ['rumen', '入门', ['balance']],
  ])('%s, typed without an input method, finds %s in titles', async (typed, to, wanted) => {
    const answer = await ask(`${typed} `);
    expect(ids(answer)).toEqual(wanted);
    expect(answer).toMatchObject({ corrections: [], partial: false, expansions: [{ from: typed, to }] });
  });

  test('the sound of what stands in a text alone, or in no title as a whole, finds nothing', async () => {
    for (const typed of ['shiti ', 'qiangong ', 'rumenfuzai ']) expect(ids(await ask(typed))).toEqual([]);
  });

  test('an abbreviation says what else was searched for, where it found something', async () => {
    expect((await ask('ts 泛型')).expansions).toEqual([{ from: 'ts', to: 'TypeScript' }]);
    expect((await ask('登陆')).expansions).toEqual([]);
    expect((await ask('npe')).expansions).toEqual([]);
  });
});

describe('an answer says what it is', () => {
  test('a word that stands in a clip is not corrected, however rare', async () => {
    expect(await ask('zephyrctl ')).toMatchObject({ corrections: [], total: 1 });
    expect((await ask('zephyrcti ')).corrections).toEqual([{ from: 'zephyrcti', to: 'zephyrctl' }]);
    expect((await ask('in:title rare ')).corrections).toEqual([]);
  });

  test.each(['std::weak_ptr', 'std::weak_ptr ', 'weakPtr'])(
    'a name whose words stand somewhere is no slip: %s',
    async (query) => {
      expect((await ask(query)).corrections).toEqual([]);
    },
  );

  test('a rare word that is right stands alone; what a common one much like it finds is apart from it', async () => {
    const answer = await ask('backet ');
    expect(ids(answer)).toEqual(['backet']);
    expect(answer).toMatchObject({
      total: 1,
      corrections: [],
      partial: false,
    });
    const nearby = await nearbyOf('backet ');
    expect(nearby).toMatchObject({ correction: { from: 'backet', to: 'packet' }, query: 'packet ' });
    expect(nearby?.hits.map(({ clip }) => clip.id).sort()).toEqual(['packet-1', 'packet-2', 'packet-3']);
    expect((await nearbyOf('name backet '))?.query).toBe('name packet ');
    expect(await nearbyOf('packet ')).toBeNull();
    expect(await nearbyOf('"backet" ')).toBeNull();
  });

  test.each(['io.NewReader', 'bufio.Copy', 'MaxDelayCount', 'RARE_WORD', 'v3.1.4 words', '--newer'])(
    '%s stands nowhere: what holds its parts is partial',
    async (query) => {
      const { hits, partial, missing } = await ask(query);
      if (hits.length === 0) return;
      expect({ partial, missing }).toEqual({ partial: true, missing: [query.split(' ')[0]] });
    },
  );

  test.each(['io.Copy', 'bufio.NewReader(', 'io.Copy(dst)', 'max_retry_count'])(
    '%s stands',
    async (query) => {
      expect(await ask(query)).toMatchObject({ partial: false, missing: [] });
    },
  );
});

test('a phrase beside a word or a filter is looked for in the text', async () => {
  expect(ids(await ask('"components without" OR angular')).sort()).toEqual(['angular', 'svelte-plain']);
  expect(ids(await ask('"without components" OR angular '))).toEqual(['angular']);
  expect(ids(await ask('"without components" OR is:starred '))).toEqual([]);
});
