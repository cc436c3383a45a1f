import { beforeEach, describe, expect, test } from 'vitest';
import type { SearchAnswer } from '../../../src/search/ranking/answer.ts';
import { search } from '../../../src/search/index/search.ts';
import { clipOf, maintain, now, openStore, relabel, remove, save } from './indexed-library.ts';

const day = 86_400_000;
let database: IDBDatabase;

async function ask(query: string, limit = 20): Promise<SearchAnswer> {
  return await search(database, query, { limit, now });
}

async function ids(query: string): Promise<string[]> {
  return (await ask(query)).hits.map((hit) => hit.clip.id);
}

const library = [
  clipOf(
    {
      id: 'go-timeout',
      title: 'Go 里的超时控制',
      prose: '在 Go 语言中，我们用 context.WithTimeout 控制网络超时，避免连接泄漏。',
      code: 'ctx, cancel := context.WithTimeout(parent, 2*time.Second)\ndefer cancel()',
      language: 'go',
    },
    { tags: ['go/web', '网络'], site: 'blog.example.com', author: '张 三', savedAt: now - 3 * day },
  ),
  clipOf(
    {
      id: 'redis',
      title: 'Redis主从复制原理',
      prose: '从节点向主节点发送 PSYNC 命令。主从复制是高可用的基础。The replica keeps caching writes.',
      code: 'redis-cli --pipe < dump.txt\nmadvise(p, n, MADV_FREE);',
      language: 'bash',
    },
    { tags: ['数据库'], starred: true, savedAt: now - 40 * day, note: '面试常问 failover' },
  ),
  clipOf(
    {
      id: 'k8s',
      title: 'Debugging Kubernetes (k8s) networking',
      prose:
        'When pods cannot connect, the kube-proxy rules for 10.0.0.0/8 are wrong. 网络不通时先看路由，超时再看内核。',
      code: 'kubectl get pods --watch\ncat /proc/sys/net/ipv4/ip_forward',
      language: 'bash',
    },
    { tags: ['ops'], readAt: now - day, savedAt: now - 10 * day },
  ),
  clipOf(
    {
      id: 'cpp',
      title: 'Moving things',
      prose: 'In C++ we write std::move to move a value; the move of std objects is cheap.',
      code: '#[derive(Debug)]\nauto b = std::move(a);',
      language: 'cpp',
    },
    { savedAt: now - 400 * day },
  ),
  clipOf({ id: 'gone', title: 'Kubernetes in the bin', prose: 'pods' }, { trashedAt: now }),
];

describe.each(['fresh', 'merged'])('an index that is %s', (kind) => {
  beforeEach(async () => {
    database = await openStore();
    for (const one of library) await save(database, one);
    if (kind === 'fresh') return;
    for (let i = 0; i < 12; i += 1)
      await save(database, clipOf({ id: `filler${i}`, prose: `lorem ipsum ${i}` }));
    await maintain(database);
    for (let i = 0; i < 12; i += 1) await remove(database, `filler${i}`);
    await maintain(database);
  });

  test.each([
    ['withtimeout', ['go-timeout']],
    ['WithTimeout ', ['go-timeout']],
    ['context.WithTimeout(', ['go-timeout']],
    ['timeout', ['go-timeout']],
    ['MADV_FREE', ['redis']],
    ['kube-proxy', ['k8s']],
    ['kuber', ['k8s']],
    ['10.0.0.0/8', ['k8s']],
    ['/proc/sys/net', ['k8s']],
    ['--watch', ['k8s']],
    ['C++ ', ['cpp']],
    ['std::move', ['cpp']],
    ['#[derive', ['cpp']],
    ['主从', ['redis']],
    ['redis主从复制', ['redis']],
    ['k8s 网络', ['k8s']],
    ['络', ['go-timeout', 'k8s']],
    ['cached ', ['redis']],
    ['"网络超时"', ['go-timeout']],
    ['"kube proxy"', ['k8s']],
    ['"proxy kube"', []],
    ['"kube pro', ['k8s']],
    ['"kube pro"', []],
    ['网络 -kubectl', ['go-timeout']],
    ['网络 -"连接泄漏"', ['k8s']],
    ['主从 OR 泄漏 ', ['go-timeout', 'redis']],
    ['tag:go', ['go-timeout']],
    ['tag:go/web', ['go-timeout']],
    ['标签：网络', ['go-timeout']],
    ['site:example.com 网络', ['go-timeout', 'k8s']],
    ['site:blog 网络', ['go-timeout']],
    ['lang:bash', ['k8s', 'redis']],
    ['in:title kubernetes', ['k8s']],
    ['in:code move', ['cpp']],
    ['in:title 网络', []],
    ['in:notes failover', ['redis']],
    ['has:note', ['redis']],
    ['is:starred', ['redis']],
    ['is:unread lang:bash', ['redis']],
    ['is:trash', ['gone']],
    ['is:trash kubernetes', ['gone']],
    ['author:张', ['go-timeout']],
    ['before:30d', ['redis', 'cpp']],
    ['after:7d ', ['go-timeout']],
    ['网络 sort:oldest', ['k8s', 'go-timeout']],
    ['tag:ops OR is:starred', ['k8s', 'redis']],
    ['', ['go-timeout', 'k8s', 'redis', 'cpp']],
  ])('%s', async (query, expected) => {
    const found = await ids(query);
    const ordered = /^$|sort:|before:/u.test(query);
    expect(ordered ? found : found.sort()).toEqual(expected);
  });

  test('a typo is corrected, and said', async () => {
    const answer = await ask('kuberntes ');
    expect(answer.hits.map((hit) => hit.clip.id)).toEqual(['k8s']);
    expect(answer.corrections).toEqual([{ from: 'kuberntes', to: 'kubernetes' }]);
    expect((await ask('uebrnetes ')).corrections).toEqual([{ from: 'uebrnetes', to: 'kubernetes' }]);
  });

  test('where nothing holds all words, what holds most is shown as partial', async () => {
    const answer = await ask('redis 主从 quux ');
    expect(answer.partial).toBe(true);
    expect(answer.hits[0]?.clip.id).toBe('redis');
    expect((await ask('redis 主从 ')).partial).toBe(false);
  });

  test('the excerpt is where the words stand, marked', async () => {
    const [hit] = (await ask('WithTimeout parent')).hits;
    expect(hit?.excerpt?.kind).toBe('code');
    const { text = '', ranges = [] } = hit?.excerpt ?? {};
    expect(ranges.map(([start, end]) => text.slice(start, end))).toEqual(['WithTimeout', 'parent']);
    expect(library[0]?.body.blocks[hit?.excerpt?.block ?? -1]?.text).toContain(text);
  });

  test('marks in titles, and in full-width text', async () => {
    const [hit] = (await ask('redis 复制')).hits;
    expect(hit?.titleRanges.map(([start, end]) => hit.clip.title.slice(start, end))).toEqual([
      'Redis',
      '复制',
    ]);
  });

  test('labels change without the text', async () => {
    const [go] = library;
    if (go === undefined) throw new Error('no clip');
    await relabel(database, { ...go.clip, tags: ['rust'], note: 'tokio', starred: true });
    expect(await ids('tag:go')).toEqual([]);
    expect(await ids('tag:rust tokio withtimeout is:starred')).toEqual(['go-timeout']);
    await relabel(database, { ...go.clip, trashedAt: now });
    expect(await ids('withtimeout')).toEqual([]);
    await maintain(database);
    expect(await ids('withtimeout is:trash')).toEqual(['go-timeout']);
  });
});

test('an aborted search rejects', async () => {
  database = await openStore();
  await save(database, clipOf({ id: 'a', prose: 'word' }));
  const controller = new AbortController();
  const answer = search(database, 'word', { limit: 5, now, signal: controller.signal });
  controller.abort();
  await expect(answer).rejects.toThrow(/abort/iu);
});

test('an empty library answers nothing', async () => {
  database = await openStore();
  expect((await ask('redis')).hits).toEqual([]);
  expect((await ask('tag:x -y "z"')).total).toBe(0);
});
