import { expect, test } from 'vitest';
import { titlePhrases } from '../../src/ui/title-phrases.ts';

const cut = (title: string, language = 'zh-CN') => titlePhrases(title, language).join('|');

test('lines of a Chinese title break between words', () => {
  expect(cut('连接池的大小怎么定')).toContain('大小');
  for (const [title, words] of [
    ['负载均衡：为什么请求总是打到同一个实例', ['负载', '均衡', '为什么', '请求', '总是']],
    ['数据库索引失效的常见原因', ['数据库', '索引', '原因']],
    ['消息队列的延迟与重试', ['消息', '队列', '延迟', '重试']],
  ] as const) {
    for (const word of words) expect(cut(title)).toContain(word);
  }
});

test('small words stay with what they belong to', () => {
  for (const title of ['连接池的大小', '缓存里的数据', '从零到一的服务', '锁与并发']) {
    expect(cut(title)).not.toMatch(/\|[的里上]/u);
    expect(cut(title)).not.toMatch(/(?:^|\|)[从与到]\|/u);
  }
});

test('beside punctuation and spaces nothing is added: lines break there by rules of their own', () => {
  for (const title of [
    '慢查询，怎么排查？',
    '“读写分离”（一）',
    'Go 语言的 select 与 time.After',
    'MySQL：索引',
  ])
    expect(cut(title)).not.toMatch(/\|[\s，。：；？！”’）》、]|[\s（“‘《]\|/u);
});

test('nothing is lost, and other languages are as they were', () => {
  for (const title of [
    '连接池的大小',
    '用 pprof 找内存泄漏',
    '👩‍💻 代码之美',
    '深入理解 Linux 内核中的内存回收',
  ])
    expect(titlePhrases(title, 'zh-CN').join('')).toBe(title);
  expect(titlePhrases('Why connection pools stall', 'en')).toEqual(['Why connection pools stall']);
  expect(titlePhrases('メモリ管理の基礎知識', 'ja')).toEqual(['メモリ管理の基礎知識']);
  expect(titlePhrases('', null)).toHaveLength(1);
});
