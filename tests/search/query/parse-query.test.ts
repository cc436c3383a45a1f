import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { anyText } from '../text/any-text.ts';
import { parseQuery } from '../../../src/search/query/parse-query.ts';
import type { Query } from '../../../src/search/query/query.ts';

const now = new Date(2024, 5, 15, 12).getTime();

/** A query in a line: groups in order, `a|b` for OR, `!` for NOT (`?!`: or an option), `~` for a word still being typed. */
function shape(query: Query): string {
  return query.groups
    .map(({ not, option, items }) => {
      const parts = items.map((item) => {
        if (item.kind === 'phrase') return `"${item.text}"${item.prefix ? '~' : ''}`;
        if (item.kind === 'word') return `${item.text}${item.prefix ? '~' : ''}`;
        return 'from' in item.filter
          ? `${item.filter.name}:${item.filter.from}..${item.filter.until}`
          : `${item.filter.name}=${item.filter.value}`;
      });
      return `${option === undefined ? '' : '?'}${not ? '!' : ''}${parts.join('|')}`;
    })
    .join(' ');
}

describe('parseQuery', () => {
  test.each([
    ['redis 主从', 'redis 主从~'],
    ['redis ', 'redis'],
    ['"connection refused" -docker ', '"connection refused" ?!docker'],
    ['tar -xzvf', 'tar ?!xzvf~'],
    ['gcc -Wall -O2 -std=c99 --opt ', 'gcc ?!Wall -O2 -std=c99 --opt'],
    ['-bash: foo: command not found ', '-bash: foo: command not found'],
    ['-"out of memory" -网络 -tag:go ', '!"out of memory" !网络 !tag=go'],
    ['a - b -- c ', 'a b c'],
    ['red* blue', 'red~ blue~'],
    ['words:>2000 字数：500..1k ', 'words:2001..Infinity words:500..1001'],
    ['time:<5m 时长:10..20分钟 time:1h ', 'time:-Infinity..5 time:10..21 time:60..Infinity'],
    ['words:many ', 'many'],
    [
      'tag:none -标签:无 is:link 状态:不完整 is:edited IS:Selection ',
      'tag= !tag= is=link is=incomplete is=edited is=selection',
    ],
    ['－网络 go ｜ rust　ｔａｇ：go ', '!网络 go|rust tag=go'],
    ['“连接超时” redis ', '"连接超时" redis'],
    ['go OR rust 异步 ', 'go|rust 异步'],
    ['tag:go/web OR tag:rust', 'tag=go/web|tag=rust'],
    ['标签：网络 k8s ', 'tag=网络 k8s'],
    ['kubectl get po -l app --mount ', 'kubectl get po -l app --mount'],
    ['-tag:old redis ', '!tag=old redis'],
    ['tag:"big data" x ', 'tag=big data x'],
    ['lang:golang is:unread has:code ', 'lang=go is=unread has=code'],
    ['site:https://www.Example.com/a x ', 'site=example.com x'],
    ['std::move ', 'std::move'],
    ['OR redis ', 'redis'],
    ['a OR ', 'a'],
    ['C++ ', 'C++'],
    ['!!! ??? ', '!!!'],
    ['=> redis ', 'redis'],
    ['|| ', '||'],
    ['OR', 'OR~'],
    ['🚀 ', '🚀'],
    ['-', ''],
    ['"', ''],
    ['', ''],
  ])('reads %j', (text, expected) => {
    expect(shape(parseQuery(text, now))).toBe(expected);
  });

  test('a filter with a value it does not know becomes a word and a hint', () => {
    const query = parseQuery('has:video redis ', now);
    expect(shape(query)).toBe('video redis');
    expect(query.hints).toEqual([{ code: 'filter-value', text: 'has:video' }]);
  });

  test('an unknown filter becomes a word and a hint, an address does not', () => {
    const query = parseQuery('lable:go https://a.b/c std::move localhost:8080 ', now);
    expect(query.groups).toHaveLength(4);
    expect(query.hints).toEqual([{ code: 'filter-unknown', text: 'lable:go' }]);
  });

  test('an empty filter and an open quote are hinted at', () => {
    const query = parseQuery('tag: "open phrase', now);
    expect(shape(query)).toBe('"open phrase"~');
    expect(query.hints.map((hint) => hint.code)).toEqual(['filter-empty', 'quote-open']);
  });

  test('scope and sort are set, not searched for', () => {
    const query = parseQuery('in:title in:code sort:newest redis ', now);
    expect(query.scopes).toEqual(['title', 'code']);
    expect(query.sort).toBe('newest');
    expect(shape(query)).toBe('redis');
  });

  test.each([
    ['before:2024-03', -Infinity, new Date(2024, 2, 1).getTime()],
    ['after:2024-03-05', new Date(2024, 2, 5).getTime(), Infinity],
    ['on:2024/3/5', new Date(2024, 2, 5).getTime(), new Date(2024, 2, 6).getTime()],
    ['on:2024年3月', new Date(2024, 2, 1).getTime(), new Date(2024, 3, 1).getTime()],
    ['after:7d', new Date(2024, 5, 8).getTime(), Infinity],
    ['on:昨天', new Date(2024, 5, 14).getTime(), new Date(2024, 5, 15).getTime()],
    ['saved:2024-01..2024-03', new Date(2024, 0, 1).getTime(), new Date(2024, 3, 1).getTime()],
    ['saved:>2024-03', new Date(2024, 3, 1).getTime(), Infinity],
    ['保存于:>=2024-03', new Date(2024, 2, 1).getTime(), Infinity],
    ['saved:<2023', -Infinity, new Date(2023, 0, 1).getTime()],
    ['晚于：2周', new Date(2024, 5, 1).getTime(), Infinity],
  ])('%s', (text, from, until) => {
    expect(parseQuery(text, now).groups).toEqual([
      { not: false, items: [{ kind: 'filter', filter: { name: 'date', from, until } }] },
    ]);
  });

  test.each([
    ['2024-03-31', '1m', '2024-02-29'],
    ['2023-03-30', '1m', '2023-02-28'],
    ['2024-05-31', '6m', '2023-11-30'],
    ['2024-02-29', '1y', '2023-02-28'],
    ['2024-01-15', '1m', '2023-12-15'],
  ])('on %s, %s ago is %s', (today, ago, day) => {
    const noon = new Date(`${today}T12:00:00`).getTime();
    expect(parseQuery(`on:${ago}`, noon).groups).toEqual(parseQuery(`on:${day}`, noon).groups);
  });

  test('signs alone are searched for, or are hinted at', () => {
    expect(parseQuery('=> && ', now).hints).toEqual([{ code: 'signs-only', text: '=>' }]);
    expect(parseQuery('| ', now).hints).toEqual([{ code: 'signs-only', text: '|' }]);
    expect(parseQuery('java -XX:+UseZGC ', now).hints).toEqual([]);
    expect(parseQuery('→ ', now).hints).toEqual([]);
    expect(parseQuery('a && b ', now).hints).toEqual([]);
  });

  test('a date that is none is a word and a hint', () => {
    expect(parseQuery('on:2024-02-30', now).hints).toEqual([{ code: 'filter-value', text: 'on:2024-02-30' }]);
  });

  test('never throws', () => {
    const piece = fc.constantFrom(
      '"',
      '-',
      ':',
      'tag:',
      'OR',
      '|',
      '：',
      '“',
      ' ',
      'in:',
      'on:',
      '网',
      'a',
      '𠀀',
      '\ud800',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          anyText(),
          fc.array(piece).map((all) => all.join('')),
        ),
        (text) => {
          expect(parseQuery(text, now).groups.every((group) => group.items.length > 0)).toBe(true);
        },
      ),
    );
  });
});
