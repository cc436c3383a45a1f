import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyText } from '../text/any-text.ts';
import { completions } from '../../../src/search/query/completions.ts';
import { parseQuery } from '../../../src/search/query/parse-query.ts';
import { queryFields } from '../../../src/search/query/query-fields.ts';

const vocabulary = {
  tags: ['lang/golang', 'react native', '前端', 'algorithms'],
  sites: ['golang.example', 'example.org'],
  languages: ['go', 'python'],
  authors: ['Ada L.', '张三'],
  lists: [{ name: 'Weekly', query: 'after:7d is:unread' }],
};

const texts = (query: string, caret = query.length) =>
  completions(query, caret, vocabulary).items.map(({ text }) => text);

test.each([
  ['redis tag:gol', ['tag:lang/golang']],
  ['tag:rea', ['tag:"react native"']],
  ['-tag:前', ['-tag:前端']],
  ['标签：端', ['标签:前端']],
  ['is:un', ['is:unread']],
  ['状态:未', ['状态:未读']],
  ['is:不', ['is:不完整', 'is:不在此版本']],
  ['is:mov', ['is:moved']],
  ['状态:有', ['状态:有变动']],
  ['sort:long', ['sort:longest']],
  ['lang:', ['lang:go', 'lang:python']],
  ['site:exa', ['site:example.org', 'site:golang.example']],
  ['author:三', ['author:张三']],
  ['so', ['source:', 'sort:']],
  ['排', ['排序:']],
  ['gola', ['tag:lang/golang', 'site:golang.example']],
  ['"so', []],
  ['words:', []],
  ['nothing', []],
  ['', []],
])('%s', (query, expected) => {
  expect(texts(query)).toEqual(expected);
});

test('a word alone may be the name of a list, and becomes its query', () => {
  expect(completions('week', 4, vocabulary).items).toEqual([
    { text: 'after:7d is:unread', label: 'Weekly', open: false },
  ]);
  expect(texts('redis week')).toEqual([]);
});

test('the piece at the caret is completed, and no other', () => {
  const query = 'redis is:un rust';
  expect(completions(query, 11, vocabulary)).toEqual({
    start: 6,
    end: 11,
    named: true,
    items: [{ text: 'is:unread', open: false }],
  });
  expect(texts(query, 6)).toEqual([]);
});

test('what is offered is understood', () => {
  for (const { names, values } of queryFields) {
    for (const name of names) {
      for (const text of texts(`${name}:`)) expect([text, parseQuery(text, 0).hints]).toEqual([text, []]);
    }
    if (Array.isArray(values)) expect(texts(`${names[0] ?? ''}:`).length).toBeGreaterThan(1);
  }
});

test('never throws, and stays inside the text', () => {
  fc.assert(
    fc.property(anyText(30), fc.nat(30), (query, at) => {
      const caret = Math.min(at, query.length);
      const { start, end } = completions(query, caret, vocabulary);
      expect(0 <= start && start <= caret && caret <= end && end <= query.length).toBe(true);
    }),
  );
});
